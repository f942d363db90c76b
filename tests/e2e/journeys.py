"""What people do in these tests, step by step as their thumbs do it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect


def put_in_cart(page: Page, dish: str, *choices: str) -> None:
    """Opens the dish's option sheet on the menu, makes the choices, and adds one."""
    page.get_by_role("button", name=f"选规格 {dish}", exact=True).click()
    sheet = page.get_by_role("dialog")
    for choice in choices:
        sheet.get_by_role("button", name=re.compile(rf"^{choice}( |$)")).click()
    sheet.get_by_role("button", name="加入购物车").click()
    expect(sheet).to_be_hidden()


def order_at_table(page: Page, address: str, table: str) -> str:
    """Orders beef noodles and cold cucumber at the table and pays in the sandbox; gives the order's number."""
    page.goto(f"{address}/s/noodle/menu?table={table}")
    put_in_cart(page, "红烧牛肉面", "中", "中辣", "卤蛋")
    put_in_cart(page, "番茄牛腩面", "大")
    page.get_by_role("button", name="去结算").click()
    expect(page.get_by_text("坐在哪桌")).to_be_visible()
    page.get_by_role("button", name="下单付款").click()
    pay_in_sandbox(page)
    return number_of_paid_order(page)


def pay_in_sandbox(page: Page) -> None:
    page.wait_for_url(re.compile("/pay/h5/"))
    page.get_by_role("button", name=re.compile("立即付款")).click()


def number_of_paid_order(page: Page) -> str:
    page.wait_for_url(re.compile("/s/noodle/order/"))
    expect(page.get_by_text("已付款").first).to_be_visible()
    number = page.get_by_text(re.compile(r"^A\d{3,}$")).first
    return number.inner_text()
