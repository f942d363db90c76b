"""Every page of the shell in each of its states: axe finds nothing, fingers fit, nothing sticks out."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import BLOCKS, Screen, found_by_axe, too_small_for_a_finger

pytestmark = pytest.mark.browser

MENU: dict[str, Any] = json.loads((BLOCKS / "order_menu/cases/default/shop.json").read_text("utf-8"))
FULL: list[dict[str, object]] = [
    {"dish": "beef_noodles", "name": "红烧牛肉面", "choices": ["size:large", "topping:egg"], "quantity": 1},
    {"dish": "gone", "name": "旧菜", "choices": [], "quantity": 1},
    {"dish": "cucumber", "name": "拍黄瓜", "choices": [], "quantity": 2},
]
ORDER: dict[str, object] = {
    "id": "o1",
    "number": "A006",
    "kind": "table",
    "state": "unpaid",
    "table": "6",
    "pickup_at": None,
    "note": "不要葱",
    "lines": [
        {
            "dish": "beef_noodles",
            "name": "红烧牛肉面",
            "options": "大 · 卤蛋",
            "quantity": 1,
            "unit_price_fen": 3050,
            "amount_fen": 3050,
            "picture": "picture:beef_noodles.webp",
        }
    ],
    "packing_fee_fen": 100,
    "total_fen": 3150,
    "created_at": "2025-11-25T04:00:00Z",
    "pay_before": "2025-11-25T04:15:00Z",
    "paid_at": None,
    "timeline": [{"state": "paid", "at": "2025-11-25T04:01:00Z"}],
}
SESSION = {"session": {"token": "t"}}


def order(state: str) -> dict[str, object]:
    return {**SESSION, "orders/o1": {**ORDER, "state": state}, "orders": [{**ORDER, "state": state}]}


STATES: dict[str, tuple[str, dict[str, Any], dict[str, object], str]] = {
    "dish": ("dish/beef_noodles", MENU, {}, "加入购物车"),
    "dish sold out": ("dish/kidney_noodles", MENU, {}, "售罄"),
    "dish gone": ("dish/gone", MENU, {}, "这道菜已经下架了"),
    "cart": ("cart", {**MENU, "cart": FULL}, {}, "移除不能点的"),
    "cart empty": ("cart", MENU, {}, "购物车还空着"),
    "checkout": ("checkout", {**MENU, "cart": FULL}, {}, "您坐在哪桌"),
    "checkout at a table": ("checkout", {**MENU, "cart": FULL, "table": "6"}, {}, "换一桌"),
    "checkout before opening": (
        "checkout",
        {**MENU, "cart": FULL, "now": "2025-11-25T15:00:00+08:00"},
        {},
        "几点来取",
    ),
    "order unpaid": ("order/o1", MENU, order("unpaid"), "等待付款"),
    "order making": ("order/o1", MENU, order("making"), "制作中"),
    "order cancelled": ("order/o1", MENU, order("cancelled"), "已取消"),
    "order not there": ("order/o1", MENU, SESSION, "没有这个"),
    "orders": ("orders", MENU, order("ready"), "做好了"),
    "orders none": ("orders", MENU, {**SESSION, "orders": []}, "还没有订单"),
    "orders refused": ("orders", MENU, SESSION, "没有这个"),
    "search": ("search", MENU, {}, "大家爱点"),
    "search found": ("search?q=黄瓜", MENU, {}, "找到这些"),
    "search found nothing": ("search?q=披萨", MENU, {}, "没找到"),
    "shop": ("shop", MENU, {}, "营业时间"),
    "page of nothing": ("menu", MENU, {}, "这一页还没布置好"),
}


@pytest.mark.parametrize("name", STATES)
def test_a_page_is_fit_for_everybody(name: str, open_screen: Callable[[Screen], Page]):
    path, shop, api, text = STATES[name]
    page = open_screen(Screen("title", {"text": "case"}, shop, path, api))
    expect(page.get_by_text(text).first).to_be_visible()
    assert found_by_axe(page, off=("region", "landmark-one-main", "page-has-heading-one", "heading-order")) == []
    assert too_small_for_a_finger(page) == []
    wide = "() => { const box = document.querySelector('.ui-page:not([hidden]) .ui-page__scroller');"
    assert page.evaluate(wide + " return box.scrollWidth - box.clientWidth }") == 0
