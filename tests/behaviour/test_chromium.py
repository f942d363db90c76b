"""WeChat's package in a real browser with real taps, on both of WeChat's frameworks: the older one as its own simulator
has it, and glass-easel. The words on the page and the requests are those that all platforms are held to.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache

import pytest

from .playing import HERE, NOON_MS, scripts

pytestmark = pytest.mark.browser

STYLE = "view, wx-view, section { display: block; min-height: 12px } [hidden] { display: none }"


FRAMEWORKS = ["simulate", "glass-easel"]


def expected(script):
    return (HERE / f"expected/{script}.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def prepared():
    @cache
    def prepare(framework, folder):
        command = ["node", str(HERE / "chromium/prepare.mjs"), framework, str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return prepare


def play(browser, prepared, script):
    """A fresh page, on which one script is played; a tap is a finger of the browser's own."""
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    try:
        page = context.new_page()
        problems = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.set_content(f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>")
        page.expose_function("kaipuTap", lambda x, y: page.touchscreen.tap(x, y))
        page.add_script_tag(content=prepared["script"])
        given = prepared["given"] | {"now_ms": NOON_MS, "script": script}
        answer = page.evaluate("(given) => kaipuPlay(given)", given)
        assert problems == []
        return answer["text"]
    finally:
        context.close()


@pytest.mark.parametrize("script", scripts())
@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_script_is_the_same_in_a_browser(browser, prepared, package, framework, script):
    text = play(browser, prepared(framework, package("wechat", True)), scripts()[script])
    assert text == expected(script)


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_readable_package_does_the_same(browser, prepared, package, framework):
    text = play(browser, prepared(framework, package("wechat", False)), scripts()["order_a_bowl"])
    assert text == expected("order_a_bowl")


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_handler_that_is_not_there_would_be_found(browser, prepared, package, tmp_path, framework):
    folder = shutil.copytree(package("wechat", False), tmp_path / "wechat")
    template = folder / "blocks/order_menu/order_menu.wxml"
    template.write_text(template.read_text("utf-8").replace('bind:tap="put"', 'bind:tap="putt"'), "utf-8")
    text = play(browser, prepared(framework, folder), scripts()["order_a_bowl"])
    assert text != expected("order_a_bowl")
