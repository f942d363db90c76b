"""The document of a page: safe, telling, and a first paint of the shop's own things."""

import json
import re
from html.parser import HTMLParser

import pytest
from playwright.sync_api import expect

from kaipu.definition import JsonObject, Refused, Release, canonical_json, make_release, sha256_of
from kaipu.definition.blocks import installed_blocks
from kaipu.platforms.web import page as documents
from kaipu.platforms.web.bundle import load_bundle
from kaipu.platforms.web.entries import find_entry, list_paths
from kaipu.trades import load_trade


class Reader(HTMLParser):
    """Tags with their attributes, and the text of the release."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.release = ""
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = dict(attrs).get("id") == "kaipu-release"

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        self.release += data if self._inside else ""

    def meta(self, name: str) -> str | None:
        found = [
            values
            for tag, values in self.tags
            if tag == "meta" and name in (values.get("property"), values.get("name"))
        ]
        return found[0]["content"] if found else None


@pytest.fixture(scope="module")
def noodle():
    return load_trade("noodle_shop")


@pytest.fixture
def render(noodle, bundle, monkeypatch):
    monkeypatch.setattr(documents, "load_bundle", lambda: bundle)
    catalog = noodle.catalog.model_dump(mode="json", by_alias=True)
    shop = noodle.shop.model_dump(mode="json", by_alias=True)

    def render(path: str, *, language="zh", **changes: JsonObject) -> str | None:
        release = make_release(noodle.definition, installed_blocks())
        if changes:
            body = canonical_json({**json.loads(release.body), **changes})
            release = Release(sha256_of(body), body, release.blocks)
        return documents.render_shop_page(
            "noodle", path, release, catalog, shop, "https://shop.example/", "n0", pictures="/p/", language=language
        )

    return render


def test_a_page_says_what_it_is(render):
    html = Reader(render("dish/beef_noodles"))
    assert html.meta("og:title") == "红烧牛肉面 · 老王面馆"
    assert html.meta("og:image") == "https://shop.example/p/beef_noodles.webp"
    assert html.meta("og:url") == "https://shop.example/s/noodle/dish/beef_noodles"
    assert html.meta("description")
    assert html.meta("robots") is None
    assert html.meta("theme-color") == "#FFF8F0"


def test_a_shoppers_own_pages_are_not_for_search_engines(render):
    assert Reader(render("cart")).meta("robots") == "noindex"
    assert Reader(render("order/0197")).meta("robots") == "noindex"


@pytest.mark.parametrize("path", ["nowhere", "dish/nothing", "menu/more", "dish/beef_noodles/more"])
def test_there_is_no_document_for_what_is_not_there(render, path):
    assert render(path) is None


def test_the_release_is_data_and_nothing_in_it_ends_its_element(render):
    html = render("", description="</script><script>alert(1)</script><!--\u2028")
    assert "<script>alert" not in html
    text = Reader(html).release
    assert "\u2028" not in text
    release = json.loads(text)
    assert release["definition"]["description"] == "</script><script>alert(1)</script><!--\u2028"
    assert release["base"] == "/s/noodle/"
    assert release["api"] == "/api/shop/noodle"


def test_every_text_is_escaped(render):
    html = render("", name='"><img src=x onerror=alert(1)>', description="'\"<b>")
    assert "<img src=x" not in html
    assert Reader(html).meta("og:site_name") == '"><img src=x onerror=alert(1)>'


def test_nothing_inline_but_the_style_with_its_nonce(render):
    html = Reader(render(""))
    assert [values.get("nonce") for tag, values in html.tags if tag == "style"] == ["n0"]
    assert not [values for _, values in html.tags if "style" in values or any(name.startswith("on") for name in values)]
    scripts = [values for tag, values in html.tags if tag == "script"]
    assert all("src" in values or values.get("type") == "application/json" for values in scripts)


def test_the_second_script_is_fetched_early_only_where_it_is_needed(render, bundle):
    assert bundle.rest not in render("")
    assert bundle.rest in render("cart")


def test_the_first_paint_shows_the_shops_own_things(render):
    html = render("")
    words = re.sub(r"<[^>]+>", " ", html[html.index('id="kaipu-shop"') : html.index('id="kaipu-release"')])
    for text in ("一碗好面", "周一下午休息", "招牌面", "红烧牛肉面", "¥20", "点餐"):
        assert text in words
    assert '<img src="/p/banner_beef.webp"' in html


def test_both_languages(render):
    assert '<html lang="en">' in render("cart", language="en")
    assert "<title>Cart · 老王面馆</title>" in render("cart", language="en")
    assert "<title>购物车 · 老王面馆</title>" in render("cart")


def test_all_known_paths_are_entries(noodle):
    definition = noodle.definition.complete_document()
    catalog = noodle.catalog.model_dump(mode="json", by_alias=True)
    paths = list(list_paths(definition, catalog))
    assert paths[0] == ""
    assert {"menu", "shop", "dish/beef_noodles"} < set(paths)
    assert all(find_entry(path, definition, catalog, "zh") for path in paths)


def test_a_missing_bundle_says_what_to_do(tmp_path):
    with pytest.raises(Refused, match="make bundles"):
        load_bundle(tmp_path)


@pytest.mark.browser
def test_the_document_paints_with_no_script_at_all(site, browser):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto(f"{site.shop}dish/noodles")
    expect(page.get_by_text("¥12.5")).to_be_visible()
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 248, 240)")
    page.get_by_role("link", name="Back").click()
    expect(page).to_have_url(site.shop)
    context.close()


@pytest.mark.browser
def test_the_real_page_takes_the_outlines_place_in_one_step(site, page):
    page.add_init_script(
        """
        new MutationObserver(() => {
          const shop = document.getElementById('kaipu-shop');
          if (!shop || document.readyState === 'loading') return;
          window.seen = (window.seen ?? []).concat(Boolean(shop.querySelector('.ui-outline, ui-page-root')));
        }).observe(document, { childList: true, subtree: true });
        """
    )
    page.goto(site.shop)
    page.locator("ui-page-root").wait_for()
    assert page.evaluate("seen.length > 0 && seen.every(Boolean)")
    expect(page.locator(".ui-outline")).to_have_count(0)
