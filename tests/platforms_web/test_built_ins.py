"""The built-in tags behave as in a mini-program, on the browser's own controls."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def fields(site, page):
    page.goto(f"{site.shop}fields")
    page.locator("ui-page-root").wait_for()
    return page


@pytest.fixture
def log(fields):
    return fields.get_by_role("log")


def test_input_tells_its_value_and_takes_the_answer(fields):
    name = fields.get_by_role("textbox", name="name")
    name.press_sequentially("abcdefg")
    expect(name).to_have_value("ABCDE")


def test_enter_confirms(fields, log):
    name = fields.get_by_role("textbox", name="name")
    name.fill("ab")
    name.press("Enter")
    expect(log).to_contain_text('{"value"')


def test_a_form_submits_its_named_values(fields, log):
    fields.get_by_role("textbox", name="name").fill("li")
    fields.get_by_role("textbox", name="note").fill("no onions")
    fields.get_by_role("button", name="send").click()
    expect(log).to_have_text('submit {"value":{"name":"LI","note":"no onions"}}')


def test_a_picker_is_a_select_over_what_the_template_shows(fields, log):
    fields.get_by_role("combobox", name="size").select_option("large")
    expect(fields.get_by_text("size large")).to_be_visible()
    expect(log).to_have_text("picked 1")


def test_radios_of_a_group_exclude_each_other(fields, log):
    fields.get_by_role("radio", name="hot").check()
    expect(log).to_have_text('chosen {"value":"hot"}')
    expect(fields.get_by_role("radio", name="mild")).not_to_be_checked()


def test_checkboxes_of_a_group_tell_all_values(fields, log):
    fields.get_by_role("checkbox", name="egg").check()
    fields.get_by_text("beef").click()
    expect(log).to_have_text('checked {"value":["egg","beef"]}')


def test_a_switch_is_a_switch(fields, log):
    fields.get_by_role("switch", name="spoon").click()
    expect(log).to_have_text('switched {"value":true}')


def test_an_icon_with_a_name_is_an_image(fields):
    expect(fields.get_by_role("img", name="fine")).to_be_visible()


def test_a_navigator_is_a_link_with_an_address(site, fields):
    link = fields.get_by_role("link", name="to the dish")
    expect(link).to_have_attribute("href", "/s/tiny/dish/linked")
    link.click()
    expect(fields.get_by_text("linked")).to_be_visible()


def test_rich_text_keeps_words_and_drops_what_could_run(fields):
    text = fields.locator("ui-rich-text").first
    expect(text).to_have_text("bold movex")
    markup = text.inner_html()
    assert "script" not in markup
    assert "onclick" not in markup
    assert "href" not in markup
    assert "onerror" not in markup
    assert "position" not in markup
    assert "color: red" in markup


def test_rich_text_draws_a_list_of_nodes(fields):
    expect(fields.get_by_role("heading", name="from a list", level=2)).to_be_visible()
    expect(fields.locator("ui-rich-text iframe")).to_have_count(0)


def test_an_image_has_its_name_and_its_mode(fields):
    picture = fields.get_by_role("img", name="bowl")
    expect(picture).to_have_css("object-fit", "cover")
    expect(picture).to_have_attribute("loading", "lazy")
    assert fields.locator("ui-image").bounding_box()["width"] == pytest.approx(200 * 360 / 750, abs=0.1)


def test_a_swiper_moves_by_keys_and_says_so(fields, log):
    track = fields.get_by_role("group", name="slides")
    expect(fields.locator("ui-swiper").locator("i")).to_have_count(3)
    track.press("ArrowRight")
    expect(log).to_have_text('slid {"current":1,"source":"touch"}')


def test_a_swiper_stands_still_when_motion_is_not_wanted(site, page):
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{site.shop}fields")
    swiper = page.locator("ui-swiper")
    swiper.evaluate("box => { box.set('interval', 20); box.set('autoplay', true) }")
    assert swiper.evaluate("box => box.timer") == 0


def test_a_swiper_plays_round_and_rests_under_a_pointer(fields, log):
    swiper = fields.locator("ui-swiper")
    swiper.evaluate("box => { box.go(2, false) }")
    expect(log).to_have_text('slid {"current":2,"source":"touch"}')
    expect(fields.locator("ui-swiper-item").first).to_have_css(
        "transform", re.compile(r"matrix\(1, 0, 0, 1, 1010\.9\d*, 0\)")
    )
    swiper.evaluate("box => { box.resting = true; box.tick() }")
    expect(log).to_have_text('slid {"current":2,"source":"touch"}')
    swiper.evaluate("box => { box.resting = false; box.tick() }")
    expect(log).to_have_text('slid {"current":0,"source":"autoplay"}')
    expect(fields.locator("ui-swiper-item").first).to_have_css("transform", "none")


def test_a_scroll_view_goes_where_the_template_says(fields, log):
    fields.get_by_role("button", name="jump").click()
    expect(log).to_have_text("scrolled true")
    box = fields.locator("ui-scroll")
    row = fields.get_by_text("row 6").bounding_box()["y"] - box.bounding_box()["y"]
    assert row == pytest.approx(0, abs=1)
