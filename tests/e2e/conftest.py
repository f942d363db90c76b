"""A whole Kaipu and a real Chromium: one installation for these tests, a fresh browser context for each person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from ..installation import Installation, new_installation

PHONE = {"width": 360, "height": 780}
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"

# Colours are judged when nothing fades any more; a skeleton's shimmer never ends and is not waited for.
STILL = """() => Promise.all(
  document.getAnimations()
    .filter((animation) => animation.effect.getComputedTiming().iterations !== Infinity)
    .map((animation) => animation.finished.catch(() => undefined)))"""

NewPerson = Callable[..., Page]


@pytest.fixture(scope="session")
def kaipu() -> Iterator[Installation]:
    with new_installation() as made:
        made.up()
        yield made


@pytest.fixture(scope="session")
def address(kaipu: Installation) -> str:
    return f"http://127.0.0.1:{kaipu.port}"


@pytest.fixture
def new_person(browser: Browser) -> Iterator[NewPerson]:
    """Opens a page of somebody who shares nothing with the others; anything that breaks in it fails the test."""
    contexts: list[BrowserContext] = []
    broken: list[str] = []

    def make(language: str = "zh-CN", viewport: dict[str, int] = PHONE) -> Page:
        context = browser.new_context(viewport=viewport, locale=language, has_touch=True)
        contexts.append(context)
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("console", lambda message: broken.append(message.text) if "Content Security" in message.text else None)
        page.on("response", lambda answer: broken.append(answer.url) if answer.status >= 500 else None)
        return page

    yield make
    for context in contexts:
        context.close()
    assert broken == []


@pytest.fixture
def owner(kaipu: Installation, new_person: NewPerson) -> Page:
    """The noodle shop's owner, just signed in by a fresh link, at the order desk."""
    page = new_person()
    page.goto(kaipu.run("sign-in", "noodle").stdout.split()[0])
    page.wait_for_url(re.compile("/studio/noodle/desk$"))
    return page


def axe_findings(page: Page) -> list[str]:
    """What axe has against the page as it stands, one line each."""
    page.evaluate(STILL)
    page.evaluate(AXE.read_text(encoding="utf-8"))  # not a script tag: the policy of the page forbids that, rightly
    found = page.evaluate("axe.run({ iframes: false })")["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]} ({node['failureSummary'][:200]})"
        for rule in found
        for node in rule["nodes"]
    ]
