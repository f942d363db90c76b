"""Every case of every block, drawn by the real web bundle in one Chromium page; nothing leaves the machine."""

import json
import mimetypes
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, sync_playwright

ROOT = Path(__file__).parents[2]
BLOCKS = ROOT / "src/kaipu/blocks"
ORIGIN = "http://shop.test"
CHROMIUM = os.environ.get("KAIPU_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
# A phone of 375 points: there 88 rpx are 44 points, the least a finger needs.
PHONE: ViewportSize = {"width": 375, "height": 780}
PICTURE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="#b96"/></svg>'
)
NOON = "2025-11-25T12:00:00+08:00"

THEME = {
    "primary": "#B3261E",
    "accent": "#E8A33D",
    "background": "#FFF8F0",
    "surface": "#FFFFFF",
    "text": "#2B1B12",
    "radius_px": 12,
}
NO_CATALOG: dict[str, object] = {"revision": "none", "currency": "CNY", "categories": [], "dishes": []}
NO_SHOP: dict[str, object] = {
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

    def read(self, name: str) -> dict[str, object]:
        value: dict[str, object] = json.loads((self.folder / name).read_text("utf-8"))
        return value

    @property
    def root(self) -> str:
        """Of the block on the page; style scopes stand before the names of its classes."""
        return f".ui-page__content [class*='--kp-{self.block.replace('_', '-')}']"


def block_folders() -> list[Path]:
    return sorted(file.parent for file in BLOCKS.glob("*/block.yaml"))


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
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def draw(bundle: Path, browser: Browser) -> Iterator[Callable[[Case], Page]]:
    """Draws a case on a page of its own definition; pages of one language are one page."""
    pages: dict[str, Page] = {}
    errors: list[str] = []
    shown: dict[str, bytes] = {}

    def answer(route: Route) -> None:
        path = urlparse(route.request.url).path
        file = bundle / path.removeprefix("/static/")
        if path.startswith("/s/"):
            route.fulfill(body=shown["document"], content_type="text/html")
        elif path.startswith("/static/") and file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "text/plain")
        elif path.startswith("/pictures/") or path.startswith("/media/"):
            route.fulfill(body=PICTURE, content_type="image/svg+xml")
        else:
            route.fulfill(status=404, body="{}", content_type="application/json")

    def page_in(language: str) -> Page:
        if language not in pages:
            context = browser.new_context(viewport=PHONE, locale="en-US" if language == "en" else "zh-CN")
            page = context.new_page()
            page.route("**/*", answer)
            page.on("pageerror", lambda error: errors.append(str(error)))
            pages[language] = page
        return pages[language]

    def draw_case(case: Case) -> Page:
        shop = case.read("shop.json")
        shown["document"] = document(bundle, case, shop).encode()
        page = page_in(str(shop.get("language", "zh")))
        page.goto(f"{ORIGIN}/s/case/404")
        page.evaluate("lines => { localStorage.clear(); localStorage.setItem('kaipu:case:cart:case', lines) }",
                      json.dumps(shop.get("cart", [])))  # fmt: skip
        page.clock.set_fixed_time(str(shop.get("now", NOON)))
        table = f"?table={shop['table']}" if "table" in shop else ""
        errors.clear()
        page.goto(f"{ORIGIN}/s/case/{table}")
        page.wait_for_selector(case.root, state="attached", timeout=10_000)
        assert errors == []
        return page

    yield draw_case
    for page in pages.values():
        page.context.close()


def document(bundle: Path, case: Case, shop: dict[str, object]) -> str:
    names = json.loads((bundle / "manifest.json").read_text("utf-8"))
    data = json.dumps(release(case, shop)).replace("<", "\\u003c")
    return (
        f'<!doctype html><html lang="{"en" if shop.get("language") == "en" else "zh-CN"}"><title>case</title>'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="/static/first-paint.css"><link rel="stylesheet" href="/static/{names["style"]}">'
        f'<div id="kaipu-shop" class="ui-shop"></div><script type="application/json" id="kaipu-release">{data}</script>'
        f'<script src="/static/{names["script"]}" defer></script>'
    )


def release(case: Case, shop: dict[str, object]) -> dict[str, object]:
    node = {"id": "n_case", "block": case.block, "version": 1, "hidden": False, "props": case.read("props.json")}
    pages = {
        "home": {"id": "home", "title": "case", "nodes": ["n_case"]},
        "menu": {"id": "menu", "title": "menu", "nodes": []},
    }
    return {
        "slug": "case",
        "api": "/api/shop/case",
        "base": "/s/case/",
        "pictures": "/pictures/",
        "sha256": "0" * 64,
        "catalog": shop.get("catalog", NO_CATALOG),
        "shop": shop.get("shop", NO_SHOP),
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
