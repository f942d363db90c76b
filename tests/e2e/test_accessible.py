"""axe finds nothing on any page: the shopper's in both widths, the owner's, and the sandbox's payment page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import PHONE, NewPerson, axe_findings
from .journeys import put_in_cart

pytestmark = pytest.mark.browser

DESKTOP = {"width": 1440, "height": 900}
SHOP_PAGES = ["", "menu", "orders", "shop", "cart", "search", "dish/beef_noodles"]
STUDIO_PAGES = ["desk", "goods", "books", "canvas", "shop", "shop/table-codes"]


def settle(page: Page) -> None:
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_shops_pages(address: str, new_person: NewPerson, viewport: dict[str, int], language: str):
    page = new_person(language, viewport)
    found = []
    for path in SHOP_PAGES:
        page.goto(f"{address}/s/noodle/{path}")
        settle(page)
        found += [f"/{path} {finding}" for finding in axe_findings(page)]
    assert found == []


def test_the_way_to_the_till(address: str, new_person: NewPerson):
    page = new_person()
    page.goto(f"{address}/s/noodle/menu?table=8")
    page.get_by_role("button", name="选规格 红烧牛肉面", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    found = [f"options {finding}" for finding in axe_findings(page)]
    page.get_by_role("dialog").get_by_role("button", name="关闭").click()
    put_in_cart(page, "红烧牛肉面")
    page.get_by_role("button", name="去结算").click()
    expect(page.get_by_text("坐在哪桌")).to_be_visible()
    found += [f"checkout {finding}" for finding in axe_findings(page)]
    page.get_by_role("button", name="下单付款").click()
    page.wait_for_url(re.compile("/pay/h5/"))
    found += [f"till {finding}" for finding in axe_findings(page)]
    page.get_by_role("button", name=re.compile("立即付款")).click()
    page.wait_for_url(re.compile("/s/noodle/order/"))
    expect(page.get_by_text("已付款").first).to_be_visible()
    found += [f"order {finding}" for finding in axe_findings(page)]
    assert found == []


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_owners_pages(address: str, owner: Page, viewport: dict[str, int]):
    owner.set_viewport_size(viewport)
    found = []
    for path in STUDIO_PAGES:
        owner.goto(f"{address}/studio/noodle/{path}")
        settle(owner) if path != "desk" else expect(owner.get_by_role("tab").first).to_be_visible()
        found += [f"/{path} {finding}" for finding in axe_findings(owner)]
    assert found == []
