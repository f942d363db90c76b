"""Addresses, history and the second script."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_an_inner_page_has_an_address_and_a_way_back(site, page):
    page.goto(site.shop)
    page.get_by_role("button", name="dish").click()
    expect(page.get_by_text("noodles & soup")).to_be_visible()
    assert page.url == f"{site.shop}dish/noodles%20%26%20soup"
    expect(page.get_by_role("heading", name="Dish", level=1)).to_be_visible()
    expect(page.get_by_role("navigation")).to_be_hidden()
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_role("status").filter(has_text="one 1")).to_be_visible()
    assert page.url == site.shop


def test_forward_after_back_opens_the_page_again(site, page):
    page.goto(site.shop)
    page.get_by_role("button", name="dish").click()
    expect(page.get_by_text("noodles & soup")).to_be_visible()
    page.go_back()
    page.go_forward()
    expect(page.get_by_text("noodles & soup")).to_be_visible()


def test_a_deep_link_opens_its_page_and_back_leads_home(site, page):
    page.goto(f"{site.shop}dish/noodles?table=6")
    expect(page.get_by_text("noodles 6")).to_be_visible()
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_role("status").filter(has_text="one 1")).to_be_visible()
    assert page.url == site.shop


def test_what_was_counted_and_scrolled_is_as_it_was_after_back(site, page):
    page.goto(site.shop)
    page.get_by_role("button", name="add two").click()
    scroller = page.locator(".ui-page__scroller").first
    scroller.evaluate("box => { box.scrollTop = 150 }")
    page.get_by_role("button", name="dish").evaluate("button => button.click()")
    expect(page.get_by_text("noodles & soup")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("status").filter(has_text="two 3")).to_be_attached()
    assert scroller.evaluate("box => box.scrollTop") == 150


def test_tabs_keep_their_pages_and_history_leads_back_through_them(site, page):
    page.goto(site.shop)
    page.get_by_role("button", name="add two").click()
    page.get_by_role("navigation").get_by_role("button", name="Orders").click()
    expect(page.get_by_text("order 1", exact=True)).to_be_visible()
    assert page.url == f"{site.shop}orders"
    expect(page.get_by_role("button", name="Orders")).to_have_attribute("aria-current", "page")
    page.go_back()
    expect(page.get_by_role("status").filter(has_text="two 3")).to_be_visible()
    expect(page.get_by_role("button", name="Home")).to_have_attribute("aria-current", "page")


def test_navigating_to_a_tab_from_an_inner_page_closes_it(site, page):
    page.goto(site.shop)
    page.get_by_role("button", name="dish").click()
    page.wait_for_url("**/dish/*")
    page.get_by_role("button", name="orders").click()
    expect(page.get_by_text("order 1", exact=True)).to_be_visible()
    expect(page.locator(".ui-page")).to_have_count(2)
    page.go_back()
    expect(page.get_by_text("noodles & soup")).to_be_visible()


def test_a_page_of_the_definition_that_is_no_tab_has_its_id_for_an_address(site, page):
    page.goto(site.shop)
    page.get_by_role("button", name="about").click()
    expect(page.get_by_role("heading", name="About", level=1)).to_be_visible()
    assert page.url == f"{site.shop}about"
    page.reload()
    expect(page.get_by_role("heading", name="About", level=1)).to_be_visible()


def test_back_after_a_reload_draws_the_page_before(site, page):
    page.goto(site.shop)
    page.get_by_role("button", name="dish").click()
    expect(page.get_by_text("noodles & soup")).to_be_visible()
    page.reload()
    expect(page.get_by_text("noodles & soup")).to_be_visible()
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_role("status").filter(has_text="one 1")).to_be_visible()


def test_a_page_whose_script_does_not_come_is_fetched_as_a_document(site, page, problems):
    site.broken.add(f"/static/web/{site.bundle.rest}")
    page.goto(site.shop)
    page.locator("ui-page-root").wait_for()
    site.broken.clear()
    page.get_by_role("button", name="dish").click()
    expect(page.get_by_text("noodles & soup")).to_be_visible()
    problems.clear()  # the browser itself reports the missing file, if it asked for it before it was there


def test_a_newer_definition_brings_its_tabs(site, page):
    newer = dict(site.data.definition)
    newer["tabs"] = [*newer["tabs"], {"id": "t_about", "page": "about", "label": "About us", "icon": "shop"}]
    site.live = {"definition": newer, "shop": site.data.shop}
    page.goto(site.shop)
    page.get_by_role("navigation").get_by_role("button", name="About us").click()
    expect(page.get_by_role("button", name="About us")).to_have_attribute("aria-current", "page")
    assert page.url == f"{site.shop}about"


def test_a_page_may_lead_on_while_it_opens(site, page):
    page.goto(f"{site.shop}hop")
    expect(page.get_by_text("hopped")).to_be_visible()
    assert page.url == f"{site.shop}dish/hopped"
    expect(page.locator(".ui-page")).to_have_count(1)


def test_a_page_that_fails_is_reported_and_can_be_left(site, page, problems):
    page.goto(f"{site.shop}faulty")
    expect(page.get_by_text("faulty")).to_be_visible()
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_role("status").filter(has_text="one 1")).to_be_visible()
    assert problems == ["meant to fail"]
    problems.clear()


def test_focus_moves_to_the_new_page(site, page):
    page.goto(site.shop)
    page.get_by_role("button", name="dish").click()
    expect(page.get_by_text("noodles & soup")).to_be_visible()
    assert page.evaluate("document.activeElement.className") == "ui-page__scroller"
