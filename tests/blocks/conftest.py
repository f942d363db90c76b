"""Blocks and pages drawn by the real web bundle in Chromium; every request is answered here, none leaves.

`KAIPU_BLOCKS=DIR pytest tests/blocks` holds blocks of one's own to the same.
"""

import json
import mimetypes
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias, cast
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize

from kaipu.definition.blocks import custom_blocks, installed_blocks
from kaipu.platforms.emit import write
from kaipu.platforms.web.bundle import load_bundle
from kaipu.platforms.web.joining import compile_blocks

ROOT = Path(__file__).parents[2]
BLOCKS = ROOT / "src/kaipu/blocks"
ORIGIN = "http://shop.test"
BASE = "/s/case/"
# A phone of 375 points: there 88 rpx are 44 points, the least a finger needs.
PHONE: ViewportSize = {"width": 375, "height": 780}
PICTURE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="#b96"/></svg>'
)
NOON = "2025-11-25T12:00:00+08:00"
AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")

Json: TypeAlias = dict[str, object]

THEME: Json = {
    "primary": "#B3261E",
    "accent": "#E8A33D",
    "background": "#FFF8F0",
    "surface": "#FFFFFF",
    "text": "#2B1B12",
    "radius_px": 12,
}
NO_CATALOG: Json = {"revision": "none", "currency": "CNY", "categories": [], "dishes": []}
NO_SHOP: Json = {
    "name": "老王面馆",
    "branch": "",
    "address": "",
    "phones": [],
    "latitude": None,
    "longitude": None,
    "hours": [],
    "timezone": "Asia/Shanghai",
    "opening": "hours",
    "closed_note": "",
    "tables": [],
    "table_notes": {},
    "order_kinds": [],
    "packing_fee_fen": 0,
    "notices": [],
}


@dataclass(frozen=True)
class Case:
    block: str
    folder: Path
    """The case's own."""

    def read(self, name: str) -> Json:
        """Empty if there is no such file: a shop need say nothing."""
        file = self.folder / name
        value: Json = json.loads(file.read_text("utf-8")) if file.exists() else {}
        return value

    @property
    def root(self) -> str:
        """Of the block on the page; style scopes stand before the names of its classes."""
        return f".ui-page__content [class*='--kp-{self.block.replace('_', '-')}']"


@dataclass
class Screen:
    """What one page is opened with. `shop` is as in a case's shop.json; `api`: path -> answer, all else is 404."""

    block: str
    props: Json
    shop: Json
    path: str = ""
    api: dict[str, object] = field(default_factory=dict)


def block_folders() -> list[Path]:
    return sorted(manifest.folder for manifest in installed_blocks())


def all_cases() -> list[Case]:
    return [Case(folder.name, case) for folder in block_folders() for case in sorted(folder.glob("cases/*"))]


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The web bundle of the sources as they are now."""
    folder = tmp_path_factory.mktemp("bundle") / "dist"
    node = shutil.which("node") or "node"
    made = subprocess.run(
        [node, ROOT / "tools/bundle/web.mjs", "--out", folder], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    for block in compile_blocks(list(custom_blocks()), load_bundle(folder)):
        write({block.folder + name: content for name, content in block.files.items()}, folder)
    return folder


@pytest.fixture(scope="module")
def open_screen(bundle: Path, browser: Browser) -> Iterator[Callable[[Screen], Page]]:
    """Opens a screen at noon of a Tuesday unless its shop says otherwise. Screens of one language share a page."""
    pages: dict[str, Page] = {}
    errors: list[str] = []
    shown: list[Screen] = []

    def answer(route: Route) -> None:
        path = urlparse(route.request.url).path
        file = bundle / path.removeprefix("/static/")
        answers = shown[-1].api
        if path.startswith(BASE):
            route.fulfill(body=document(bundle, shown[-1]), content_type="text/html")
        elif path.startswith("/static/") and file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "text/plain")
        elif path.startswith(("/pictures/", "/media/")):
            route.fulfill(body=PICTURE, content_type="image/svg+xml")
        elif (name := path.removeprefix("/api/shop/case/")) in answers:
            route.fulfill(json=answers[name])
        else:
            route.fulfill(status=404, json={"code": "not_found", "message": "没有这个"})

    def page_in(language: str) -> Page:
        if language not in pages:
            context = browser.new_context(viewport=PHONE, locale="en-US" if language == "en" else "zh-CN")
            page = context.new_page()
            page.route("**/*", answer)
            page.on("pageerror", lambda error: errors.append(str(error)))
            pages[language] = page
        return pages[language]

    def open_it(screen: Screen) -> Page:
        shown.append(screen)
        page = page_in(str(screen.shop.get("language", "zh")))
        page.goto(f"{ORIGIN}/elsewhere")
        page.evaluate(
            "lines => { localStorage.clear(); localStorage.setItem('kaipu:case:cart:case', lines) }",
            json.dumps(screen.shop.get("cart", [])),
        )
        page.clock.set_fixed_time(str(screen.shop.get("now", NOON)))
        table = f"?table={screen.shop['table']}" if "table" in screen.shop else ""
        errors.clear()
        page.goto(f"{ORIGIN}{BASE}{screen.path}{table}")
        page.wait_for_selector(".ui-page__content ui-page-root > *", state="attached", timeout=10_000)
        assert errors == []
        return page

    yield open_it
    for page in pages.values():
        page.context.close()


@pytest.fixture(scope="module")
def draw(open_screen: Callable[[Screen], Page]) -> Callable[[Case], Page]:
    def draw_case(case: Case) -> Page:
        page = open_screen(Screen(case.block, case.read("props.json"), case.read("shop.json")))
        page.wait_for_selector(case.root, state="attached", timeout=10_000)
        return page

    return draw_case


def document(bundle: Path, screen: Screen) -> str:
    names = json.loads((bundle / "manifest.json").read_text("utf-8"))
    data = json.dumps(release(screen)).replace("<", "\\u003c")
    styles, scripts = joined_tags(bundle / "blocks" / screen.block)
    return (
        f'<!doctype html><html lang="{"en" if screen.shop.get("language") == "en" else "zh-CN"}"><title>case</title>'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="/static/first-paint.css"><link rel="stylesheet" href="/static/{names["style"]}">'
        f"{styles}"
        f'<div id="kaipu-shop" class="ui-shop"></div><script type="application/json" id="kaipu-release">{data}</script>'
        f'{scripts}<script src="/static/{names["script"]}" defer></script>'
    )


def joined_tags(folder: Path) -> tuple[str, str]:
    """What the document says of a block that is no part of the bundle; nothing of one that is."""
    places = [f"/static/blocks/{folder.name}/{file.name}" for file in sorted(folder.glob("*"))]
    return (
        "".join(f'<link rel="stylesheet" href="{place}">' for place in places if place.endswith(".css")),
        "".join(f'<script src="{place}" defer></script>' for place in places if place.endswith(".js")),
    )


def release(screen: Screen) -> Json:
    node = {"id": "n_case", "block": screen.block, "version": 1, "hidden": False, "props": screen.props}
    pages = {
        "home": {"id": "home", "title": "case", "nodes": ["n_case"]},
        "menu": {"id": "menu", "title": "menu", "nodes": []},
    }
    return {
        "slug": "case",
        "api": "/api/shop/case",
        "base": BASE,
        "pictures": "/pictures/",
        "sha256": "0" * 64,
        "catalog": screen.shop.get("catalog", NO_CATALOG),
        "shop": {**NO_SHOP, **cast("Json", screen.shop.get("shop", {}))},
        "definition": {
            "schema": 1,
            "trade": "case",
            "name": "case",
            "description": "",
            "theme": THEME,
            "tabs": [{"id": "t_home", "page": "home", "label": "case", "icon": "home"}],
            "page_order": ["home", "menu"],
            "pages": pages,
            "nodes": {"n_case": node},
        },
    }


def found_by_axe(page: Page, *, off: tuple[str, ...] = ()) -> list[object]:
    """What axe finds on the page, each with its first element and why."""
    page.evaluate(AXE)
    found: list[object] = page.evaluate(
        """async (off) => {
            // Half faded in, nothing has its contrast yet.
            const ends = (animation) => animation.effect.getComputedTiming().endTime !== Infinity;
            await Promise.all(document.getAnimations().filter(ends).map(({ finished }) => finished));
            const rules = Object.fromEntries(off.map((id) => [id, { enabled: false }]));
            const { violations } = await axe.run('.ui-page:not([hidden]) .ui-page__content', { rules });
            return violations.map(({ id, nodes }) => [id, nodes[0].html, nodes[0].failureSummary]);
        }""",
        list(off),
    )
    return found


def too_small_for_a_finger(page: Page) -> list[str]:
    small: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('.ui-page:not([hidden]) .ui-page__content [role=button]')]
           .map((element) => [element.className, element.getBoundingClientRect()])
           .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
           .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""
    )
    return small
