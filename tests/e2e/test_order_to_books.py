"""A stranger orders at table 6 and pays; the owner sees it, makes it, ends it; the books balance."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import NewPerson
from .journeys import order_at_table, put_in_cart

pytestmark = pytest.mark.browser


def net_takings(owner: Page, address: str) -> str:
    owner.goto(f"{address}/studio/noodle/books")
    expect(owner.get_by_text("账目连续，没有被改动")).to_be_visible()
    return owner.locator("[data-net]").inner_text()


def fen(text: str) -> int:
    yuan, _, cents = text.lstrip("¥").replace(",", "").partition(".")
    return int(yuan) * 100 + int(cents.ljust(2, "0") or 0)


def test_from_a_strangers_order_to_the_owners_books(address: str, owner: Page, new_person: NewPerson):
    before = fen(net_takings(owner, address))
    owner.goto(f"{address}/studio/noodle/desk")
    expect(owner.get_by_role("tab", name=re.compile("待接单"))).to_be_visible()
    shopper = new_person()

    number = order_at_table(shopper, address, "6")

    card = owner.locator(f"[data-order={number}]")
    expect(card).to_be_visible(timeout=5_000)  # the desk shows it by itself, within five seconds of being paid
    expect(card).to_contain_text("6 号桌")
    expect(card).to_contain_text("中 · 中辣 · 汤面 · 卤蛋")
    expect(card).to_contain_text("¥52.50")
    for action, stage, told in (
        ("接单", "制作中", "制作中"),
        ("做好了", "待取餐", "做好了"),
        ("完成", "已完成", "已完成"),
    ):
        card.get_by_role("button", name=action).click()
        expect(card).to_be_hidden()
        owner.get_by_role("tab", name=re.compile(stage)).click()
        expect(card).to_be_visible()
        expect(shopper.get_by_role("heading", name=told).or_(shopper.get_by_text(told)).first).to_be_visible()
    assert fen(net_takings(owner, address)) - before == 5250
    expect(owner.get_by_text(f"收款 {number}")).to_be_visible()


def test_a_refund_gives_all_back_and_is_in_the_books(address: str, owner: Page, new_person: NewPerson):
    number = order_at_table(new_person(), address, "3")
    with_it = fen(net_takings(owner, address))
    owner.goto(f"{address}/studio/noodle/desk")
    card = owner.locator(f"[data-order={number}]")
    card.get_by_role("button", name="退款").click()
    owner.get_by_role("dialog").get_by_role("button", name="退款").click()
    owner.get_by_role("tab", name=re.compile("已完成")).click()
    expect(card).to_contain_text("已退款")
    assert with_it - fen(net_takings(owner, address)) == 5250
    expect(owner.get_by_text(f"退款 {number}")).to_be_visible()


def test_the_sandbox_can_be_left_without_paying_and_paid_later(address: str, new_person: NewPerson):
    page = new_person()
    page.goto(f"{address}/s/noodle/menu?table=2")
    put_in_cart(page, "番茄牛腩面")
    page.get_by_role("button", name="去结算").click()
    page.get_by_role("button", name="下单付款").click()
    page.wait_for_url(re.compile("/pay/h5/"))
    page.get_by_role("button", name=re.compile("取消")).click()
    page.wait_for_url(re.compile("/s/noodle/order/"))
    page.get_by_role("button", name=re.compile("付款")).first.click()
    page.wait_for_url(re.compile("/pay/h5/"))
    page.get_by_role("button", name=re.compile("立即付款")).click()
    page.wait_for_url(re.compile("/s/noodle/order/"))
    expect(page.get_by_text("已付款").first).to_be_visible()
