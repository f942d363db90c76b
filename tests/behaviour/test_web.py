"""The web package as a static server serves it, in a real browser: the scripts and texts all platforms are held to.

Three things are the web's own: a map's address has no street, a telephone number to call has digits only, and it pays
on another site and comes back as a new document.
"""

from __future__ import annotations

import json
import mimetypes
import re
import subprocess

import pytest

from .playing import HERE, NOON_MS, scripts

pytestmark = pytest.mark.browser

SITE = "http://shop.test"
DRIVER = (
    "<!doctype html><meta charset=utf-8><link rel=icon href='data:,'>"
    "<style>body { margin: 0 } iframe { position: fixed; inset: 0; width: 100%; height: 100%; border: 0 }</style>"
)
INSIDE = "if (window !== top && top.kaipuInside) top.kaipuInside(window)"


@pytest.fixture(scope="module")
def web(package):
    return package("web", False)


@pytest.fixture(scope="module")
def given(web):
    return release_of(web)


def release_of(web):
    """The release that all pages of the package share."""
    (script,) = (web / "assets").glob("release.*.js")
    found = re.fullmatch(r"kaipuRelease=(.*);\s*", script.read_text("utf-8"), re.DOTALL)
    assert found
    return {"release": json.loads(found[1]), "now_ms": NOON_MS}


@pytest.fixture(scope="module")
def driver(web):
    return driver_of(web)


def driver_of(web):
    command = ["node", str(HERE / "chromium/prepare.mjs"), "web", str(web)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["script"]


@pytest.fixture
def browsed(browser):
    """Opens a package as a site."""
    contexts = []

    def page(web):
        context = browser.new_context(
            has_touch=True, viewport={"width": 390, "height": 844}, locale="zh-CN", reduced_motion="reduce"
        )
        contexts.append(context)
        context.route("**/*", lambda route: route.abort())
        context.route(f"{SITE}/**", lambda route: serve(route, web))
        context.add_init_script(INSIDE)
        return context.new_page()

    yield page
    for context in contexts:
        context.close()


def serve(route, folder):
    path = route.request.url.removeprefix(SITE).partition("?")[0].strip("/")
    if path == "driver":
        return route.fulfill(body=DRIVER, content_type="text/html")
    file = folder / path
    file = file / "index.html" if file.is_dir() else file
    if not file.exists():
        return route.fulfill(status=404)
    kind = mimetypes.guess_type(file.name)[0] or "text/plain"
    return route.fulfill(body=file.read_bytes(), content_type=f"{kind}; charset=utf-8")


def as_on_the_web(text):
    text = re.sub(r"(> map of [^,]+), [^,]+,", r"\1,", text)
    return re.sub(r"(?m)(?<=^  > calls )[\d-]+", lambda number: number[0].replace("-", ""), text)


def play_on_the_web(page, driver, given, script):
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{SITE}/driver")
    page.add_script_tag(content=driver)
    answer = page.evaluate("(given) => kaipuPlay(given)", given | {"script": script})
    assert problems == []
    return answer["text"]


@pytest.mark.parametrize("script", scripts())
def test_a_script_is_the_same_on_the_web(browsed, web, driver, given, script):
    text = play_on_the_web(browsed(web), driver, given, scripts()[script])
    assert text == as_on_the_web((HERE / f"expected/{script}.txt").read_text("utf-8"))
