"""The bundle takes over the document: taps, updates, bars and dialogs, under a strict policy (see `problems`)."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_tap_changes_what_its_block_shows(site, page):
    page.goto(site.shop)
    expect(page.get_by_role("status").filter(has_text="two 1")).to_be_visible()
    page.get_by_role("button", name="add two").click()
    expect(page.get_by_role("status").filter(has_text="two 3")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="one 1")).to_be_visible()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_what_can_be_tapped_can_be_pressed_by_keyboard(site, page, key):
    page.goto(site.shop)
    page.get_by_role("button", name="add two").press(key)
    expect(page.get_by_role("status").filter(has_text="two 3")).to_be_visible()


def test_text_from_the_document_is_never_markup(site, page):
    page.goto(site.shop)
    expect(page.get_by_role("heading", name="</script><b>one")).to_be_visible()
    assert page.title() == "Tiny <shop>"


def test_classes_of_a_block_do_not_reach_a_page(site, page):
    page.goto(site.shop)
    names = page.locator("ui-view[role=status]").first.get_attribute("class")
    assert re.fullmatch(r"b\w--kp-hello__count", names)
    assert "shared" in page.locator("ui-page-root > ui-view").get_attribute("class").split()


def test_fixed_things_stand_above_the_tab_bar_and_in_the_column(site, page):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(site.shop)
    fixed, bar = page.get_by_text("fixed").bounding_box(), page.get_by_role("navigation").bounding_box()
    assert fixed["y"] + fixed["height"] == bar["y"]
    assert (fixed["x"], fixed["width"]) == ((1440 - 480) / 2, 480)


def test_rpx_is_a_share_of_the_column(site, page):
    page.goto(site.shop)
    assert page.get_by_role("button", name="add two").bounding_box()["height"] == pytest.approx(88 * 360 / 750, abs=0.1)
    page.set_viewport_size({"width": 1440, "height": 900})
    assert page.get_by_role("button", name="add two").bounding_box()["height"] == pytest.approx(88 * 480 / 750, abs=0.1)


def test_a_question_holds_the_focus_and_escape_says_no(site, page):
    page.goto(f"{site.shop}dish/noodles")
    page.get_by_role("button", name="ask").click()
    dialog = page.get_by_role("dialog", name="Sure?")
    expect(dialog.get_by_role("button", name="No")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_text("false", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="ask")).to_be_focused()
    page.get_by_role("button", name="ask").click()
    dialog.get_by_role("button", name="Yes").click()
    expect(page.get_by_text("true", exact=True)).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="said true")).to_be_visible()


def test_a_tab_wears_a_badge(site, page):
    page.goto(f"{site.shop}dish/noodles")
    expect(page.locator(".ui-tabs__badge").nth(1)).to_have_text("3")


def test_paying_leaves_for_the_address_and_says_where_to_return(site, page):
    page.goto(f"{site.shop}dish/noodles")
    page.get_by_role("button", name="pay").click()
    page.wait_for_url("**/pay?*")
    assert page.url.endswith(f"back={site.shop.replace(':', '%3A').replace('/', '%2F')}order%2F7")


def test_no_answer_is_a_rejection(site, page, problems):
    page.goto(site.shop)
    page.context.set_offline(True)
    page.evaluate("kaipuShop.modules['kaipu/store']().refresh()")
    expect(page.get_by_role("status").filter(has_text="offline")).to_be_visible()
    problems.clear()  # the browser itself reports the failed request


@pytest.mark.parametrize("path", ["", "orders", "dish/noodles", "fields", "about"])
def test_axe_finds_nothing(site, page, path):
    page.goto(site.shop + path)
    page.locator("ui-page-root").wait_for()
    assert Axe().run(page).response["violations"] == []
