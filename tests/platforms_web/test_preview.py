"""The studio's preview: the same shop in a sandboxed frame, drawn from messages."""

import copy

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LISTEN = """
() => {
  window.heard = [];
  addEventListener('message', (event) => heard.push(event.data));
}
"""
SEND = """
async (content) => {
  const frame = document.querySelector('iframe').contentWindow;
  frame.postMessage({ type: 'kaipu:preview', ...content }, '*');
}
"""


@pytest.fixture
def studio(site, page):
    page.add_init_script(f"if (parent === window) ({LISTEN})()")
    page.goto(f"{site.address}/studio")
    page.wait_for_function("heard.some((message) => message.type === 'kaipu:ready')")
    return page


def edited(site):
    definition = copy.deepcopy(site.data.definition)
    definition["nodes"]["n_two"]["props"]["text"] = "edited"
    return {"definition": definition, "catalog": site.data.catalog, "shop": site.data.shop}


def test_an_edit_is_drawn_without_a_request(site, studio):
    frame = studio.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="two")).to_be_visible()
    asked = []
    studio.on("request", lambda request: asked.append(request.url))
    studio.evaluate(SEND, edited(site))
    expect(frame.get_by_role("heading", name="edited")).to_be_visible()
    # The pages that are not shown yet load when the browser has nothing else to do.
    assert [url for url in asked if "/pages." not in url] == []


def test_a_tap_says_which_node_it_hit(studio):
    studio.frame_locator("iframe").get_by_role("heading", name="two").click()
    studio.wait_for_function("heard.some((message) => message.type === 'kaipu:select')")
    assert studio.evaluate("heard.filter((message) => message.type === 'kaipu:select')") == [
        {"type": "kaipu:select", "node": "n_two"}
    ]


def test_only_the_parent_is_listened_to(site, studio):
    frame = studio.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="two")).to_be_visible()
    content = {"type": "kaipu:preview", **edited(site)}
    inner = studio.frames[1]
    inner.evaluate("(content) => postMessage(content, '*')", content)
    inner.evaluate("() => new Promise((resolve) => setTimeout(resolve))")
    expect(frame.get_by_role("heading", name="two")).to_be_visible()


def test_pages_can_be_walked_in_the_preview(studio):
    frame = studio.frame_locator("iframe")
    frame.get_by_role("button", name="dish").click()
    expect(frame.get_by_text("noodles & soup")).to_be_visible()
    frame.get_by_role("button", name="Back").click()
    expect(frame.get_by_role("heading", name="two")).to_be_visible()


def test_a_shop_outside_a_frame_ignores_the_word_preview(site, page):
    page.goto(f"{site.shop}?preview=1")
    page.locator("ui-page-root").wait_for()
    page.evaluate("(content) => postMessage(content, '*')", {"type": "kaipu:preview", **edited(site)})
    page.evaluate("() => new Promise((resolve) => setTimeout(resolve))")
    expect(page.get_by_role("heading", name="two")).to_be_visible()
