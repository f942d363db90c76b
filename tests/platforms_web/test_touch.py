"""What fingers do: pulling a page down, holding something."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def touch(page):
    """Sends one touch event of one finger, as the system does."""
    session = page.context.new_cdp_session(page)

    def send(kind, *point):
        points = [{"x": point[0], "y": point[1]}] if point else []
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    return send


def test_a_page_pulled_down_far_enough_is_refreshed_once(site, page, touch):
    page.goto(f"{site.shop}orders")
    page.get_by_text("pulled 0").wait_for()
    touch("touchStart", 180, 100)
    for y in range(120, 320, 20):
        touch("touchMove", 180, y)
    content = page.locator(".ui-page__content")
    expect(content).to_have_css("transform", "matrix(1, 0, 0, 1, 0, 96)")
    touch("touchEnd")
    expect(page.get_by_text("pulled 1")).to_be_visible()
    expect(content).to_have_css("transform", "none")


def test_a_short_pull_refreshes_nothing(site, page, touch):
    page.goto(f"{site.shop}orders")
    page.get_by_text("pulled 0").wait_for()
    touch("touchStart", 180, 100)
    touch("touchMove", 180, 130)
    touch("touchMove", 180, 160)
    touch("touchEnd")
    expect(page.locator(".ui-page__content")).to_have_css("transform", "none")
    expect(page.get_by_text("pulled 0")).to_be_visible()


def test_what_is_held_still_is_pressed_long(site, page):
    page.goto(f"{site.shop}orders")
    box = page.get_by_text("pulled 0").bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 10)
    page.mouse.down()
    expect(page.get_by_text("pressed 1")).to_be_visible()
    page.mouse.up()
