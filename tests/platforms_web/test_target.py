"""A shop as a folder of files: complete, linear in size, and alive under any path of any static server."""

import functools
import json
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from kaipu.compiler.build import build
from kaipu.compiler.project import BuildSource
from kaipu.definition import Refused, make_release
from kaipu.definition.blocks import installed_blocks
from kaipu.platforms.loader import load_platform
from kaipu.platforms.web import target
from kaipu.trades import load_trade


@pytest.fixture
def noodle() -> BuildSource:
    trade = load_trade("noodle_shop")
    release = make_release(trade.definition, installed_blocks())
    return BuildSource(
        slug="noodle",
        definition=json.loads(release.body),
        catalog=trade.catalog.model_dump(mode="json", by_alias=True),
        shop=trade.shop.model_dump(mode="json", by_alias=True),
        api_base="https://api.example/api/shop/noodle",
        pictures_base="https://api.example/pictures/",
        sha256=release.sha256,
        blocks=release.blocks,
    )


def files_of(source, bundle, monkeypatch):
    monkeypatch.setattr(target, "load_bundle", lambda folder: bundle)
    folders = {manifest.id: manifest.folder for manifest in installed_blocks()}
    platform = load_platform("web")
    monkeypatch.setitem(platform.assemble.__globals__, "load_bundle", lambda folder: bundle)
    return build(source, [platform], folders)[0].files


@pytest.fixture
def files(noodle, bundle, monkeypatch):
    full = bundle.__class__(
        bundle.folder,
        bundle.script,
        bundle.rest,
        bundle.style,
        frozenset(manifest.id for manifest in installed_blocks()),
        bundle.first_paint,
        bundle.icons,
    )
    return files_of(noodle, full, monkeypatch)


def test_each_page_has_a_document_and_shares_the_rest(files, bundle):
    assert {"index.html", "menu/index.html", "dish/beef_noodles/index.html", "order/index.html"} < set(files)
    assert {f"assets/{name}" for name in (bundle.script, bundle.rest, bundle.style)} < set(files)
    release = [name for name in files if name.startswith("assets/release.")]
    assert len(release) == 1
    assert files[release[0]].startswith(b"kaipuRelease={")
    # The catalogue stands in one file, or a large shop would be the square of its size.
    assert b"price_fen" not in files["menu/index.html"]


def test_the_policy_allows_what_is_needed_and_no_more(files):
    html = files["index.html"].decode()
    assert "script-src &#x27;self&#x27;;" in html
    assert "connect-src &#x27;self&#x27; https://api.example;" in html
    assert "unsafe" not in html


def test_a_block_that_was_not_bundled_is_refused(noodle, bundle, monkeypatch):
    with pytest.raises(Refused, match="make bundles"):
        files_of(noodle, bundle, monkeypatch)


@pytest.mark.browser
def test_the_folder_works_under_any_path(files, tmp_path, page, problems):
    for name, content in files.items():
        file = tmp_path / "far" / "away" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    handler = functools.partial(QuietHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        home = f"http://127.0.0.1:{server.server_address[1]}/far/away/"
        page.goto(f"{home}dish/beef_noodles/")
        expect(page.locator("ui-page-root")).to_be_attached()
        page.get_by_role("button", name="Back").click()
        expect(page).to_have_url(home)
        server.shutdown()
    # The tiny app cannot draw this shop; what counts is that addresses lead to files and the policy lets them in.
    assert not [text for text in problems if "Security Policy" in text or "404" in text]
    problems.clear()


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""
