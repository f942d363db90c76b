"""A tiny app of the same form as the shell, bundled by the real bundler and served under a strict policy."""

import json
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from kaipu.definition import JsonObject, JsonValue
from kaipu.platforms.web.bundle import Bundle, load_bundle
from kaipu.platforms.web.entries import find_entry
from kaipu.platforms.web.page import Place, render_document
from kaipu.platforms.web.shop_data import ShopData

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BASE = "/s/tiny/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-n'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'none'; base-uri 'none'"
)
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
HOST = (
    b"<!doctype html><title>studio</title><link rel=icon href='data:,'>"
    b"<iframe title=shop sandbox='allow-scripts' src='/s/tiny/?preview=1'></iframe>"
)


def tiny_definition() -> JsonObject:
    hello: JsonObject = {"block": "hello", "version": 1, "hidden": False}
    return {
        "name": "Tiny <shop>",
        "description": "All of it & more",
        "theme": {
            "primary": "#8a1c14",
            "accent": "#e8a33d",
            "background": "#fff8f0",
            "surface": "#ffffff",
            "text": "#2b1b12",
            "radius_px": 12,
        },
        "tabs": [
            {"id": "t_home", "page": "home", "label": "Home", "icon": "home"},
            {"id": "t_orders", "page": "@orders", "label": "Orders", "icon": "orders"},
        ],
        "page_order": ["home", "about"],
        "pages": {
            "home": {"id": "home", "title": "Tiny <shop>", "nodes": ["n_one", "n_two"]},
            "about": {"id": "about", "title": "About", "nodes": ["n_two"]},
        },
        "nodes": {
            "n_one": {**hello, "id": "n_one", "props": {"text": "</script><b>one"}},
            "n_two": {**hello, "id": "n_two", "props": {"text": "two"}},
        },
    }


def tiny_data() -> ShopData:
    dish: JsonObject = {"code": "noodles", "name": "Noodles", "description": "hot", "picture": "", "price_fen": 1250}
    catalog: JsonObject = {"categories": [], "dishes": [{**dish, "category": "all"}]}
    return ShopData("tiny", "/api/shop/tiny", "/pictures/", "0" * 64, tiny_definition(), catalog, {"name": "Tiny"})


@pytest.fixture(scope="session")
def run_node() -> Callable[[str, JsonValue], JsonValue]:
    """Runs a module's text; it finds the value as `input` and assigns `output`."""

    def run(code: str, value: JsonValue) -> JsonValue:
        text = f"{code}\nprocess.stdout.write(JSON.stringify(output));"
        command = ["node", "--input-type=module", "-e", f"const input = {json.dumps(value)}; let output;\n{text}"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, done.stderr
        answer: JsonValue = json.loads(done.stdout)
        return answer

    return run


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    out = tmp_path_factory.mktemp("dist")
    command = ["node", "tools/bundle/web.mjs", "--app", str(HERE / "tiny"), "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return load_bundle(out)


@dataclass
class Site:
    """A running shop; `data` and `broken` may be changed while it runs."""

    bundle: Bundle
    data: ShopData
    address: str = ""
    broken: set[str] = field(default_factory=set)
    live: JsonObject = field(default_factory=dict)

    @property
    def shop(self) -> str:
        return self.address + BASE

    def answer(self, path: str) -> tuple[int, str, bytes]:
        if path in self.broken:
            return 404, "text/plain", b""
        if path.startswith(BASE):
            return 200, "text/html", self.document(path.removeprefix(BASE)).encode()
        if path.startswith("/static/web/"):
            kind = "text/css" if path.endswith(".css") else "text/javascript"
            return 200, kind, (self.bundle.folder / path.removeprefix("/static/web/")).read_bytes()
        if path.endswith("/live"):
            live = self.live or {"definition": self.data.definition, "shop": self.data.shop}
            return 200, "application/json", json.dumps(live).encode()
        fixed = {
            "/picture.svg": ("image/svg+xml", PICTURE),
            "/studio": ("text/html", HOST),
            "/pay": ("text/html", b"pay"),
            "/favicon.ico": ("image/svg+xml", PICTURE),  # the browser asks for it on pages that name none
        }
        kind, body = fixed.get(path, ("", b""))
        return (200, kind, body) if kind else (404, "text/plain", b"")

    def document(self, path: str) -> str:
        entry = find_entry(path, self.data.definition, self.data.catalog, "en")
        # The tiny app has pages that no shop has.
        entry = entry or find_entry("search", self.data.definition, self.data.catalog, "en")
        assert entry
        place = Place(base=BASE, bundle="/static/web/", origin=self.address, language="en", nonce="n")
        return render_document(self.data, entry, path, place, self.bundle)


@pytest.fixture
def site(bundle: Bundle) -> Iterator[Site]:
    site = Site(bundle, tiny_data())

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, kind, body = site.answer(self.path.partition("?")[0])
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            if kind == "text/html" and self.path != "/studio":
                self.send_header("Content-Security-Policy", POLICY)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    yield site
    server.shutdown()
    server.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 780}, locale="en-US", has_touch=True)
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def problems() -> list[str]:
    """What the browser complained of; empty at the end, unless the test empties it itself."""
    return []


@pytest.fixture
def page(context: BrowserContext, problems: list[str]) -> Iterator[Page]:
    page = context.new_page()
    # A violated policy is an error on the console, too.
    page.on("console", lambda message: problems.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: problems.append(f"{error}"))
    yield page
    assert problems == []
