"""A shopper's page, over HTTP: a token, the goods, an order."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from kaipu.commerce.orders.models import Order

from ..commerce.selling import Seller, line
from .conftest import Desk, Page, open_page


def test_from_a_token_to_an_order(page: Page) -> None:
    answer = page.order(line("beef_noodles", 1, "size:medium", "topping:egg"), total_fen=2650, note="少辣")
    assert answer.status_code == 201
    order = answer.json()
    assert {name: order[name] for name in ("number", "state", "total_fen", "note", "pay_before", "paid_at")} == {
        "number": "A001",
        "state": "unpaid",
        "total_fen": 2650,
        "note": "少辣",
        "pay_before": order["pay_before"],
        "paid_at": None,
    }
    assert page.ask("GET", f"orders/{order['id']}").json() == order
    assert page.ask("GET", "orders").json() == [order]
    cancelled = page.ask("POST", f"orders/{order['id']}/cancel").json()
    assert (cancelled["state"], cancelled["pay_before"]) == ("cancelled", None)
    assert [step["state"] for step in cancelled["timeline"]] == ["unpaid", "cancelled"]
    assert page.ask("POST", f"orders/{order['id']}/cancel").status_code == 409


def test_the_wire_has_the_members_of_the_contract(page: Page) -> None:
    order = page.order(line("soy_milk"), total_fen=300).json()
    assert set(order) == {
        *("id", "number", "kind", "state", "table", "pickup_at", "note", "lines", "packing_fee_fen", "total_fen"),
        *("created_at", "pay_before", "paid_at", "timeline"),
    }
    assert set(order["lines"][0]) == {
        *("dish", "name", "options", "quantity", "unit_price_fen", "amount_fen", "picture")
    }
    assert datetime.fromisoformat(order["created_at"]).tzinfo is not None


def test_the_first_answer_is_replayed_byte_for_byte(page: Page, seller: Seller) -> None:
    first = page.order(line("soy_milk"), total_fen=300, key="key-0001")
    with seller.scope():
        seller_order = Order.objects.get()
    seller.pay(seller_order)
    again = page.order(line("soy_milk"), total_fen=300, key="key-0001")
    assert (again.status_code, again.content) == (201, first.content)
    other = page.order(line("soy_milk", 2), total_fen=600, key="key-0001")
    assert (other.status_code, other.json()["code"]) == (422, "key_of_another_order")


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_are_one_order(page: Page, at_the_same_time: Callable[..., list[tuple[int, bytes]]]) -> None:
    def order(_: int) -> tuple[int, bytes]:
        answer = Page(page.slug, token=page.token).order(line("soy_milk"), total_fen=300, key="key-0001")
        return answer.status_code, answer.content

    ((status, content),) = set(at_the_same_time(50, order))
    assert status == 201
    assert [order["id"] for order in page.ask("GET", "orders").json()] == [json.loads(content)["id"]]


@pytest.mark.django_db(transaction=True)
def test_twenty_pages_for_the_last_five(seller: Seller, at_the_same_time: Callable[..., list[tuple[int, str]]]) -> None:
    seller.offer(fish_noodles=5)
    pages = [open_page(seller.shop.slug) for _ in range(20)]

    def order(number: int) -> tuple[int, str]:
        answer = pages[number].order(line("fish_noodles"), total_fen=2200)
        return answer.status_code, str(answer.json().get("code"))

    assert Counter(at_the_same_time(20, order)) == {(201, "None"): 5, (409, "dish_sold_out"): 15}
    (dish,) = [dish for dish in pages[0].ask("GET", "catalog").json()["dishes"] if dish["code"] == "fish_noodles"]
    assert (dish["remaining"], dish["sold_out"]) == (0, True)


def test_a_refusal_speaks_the_readers_language(page: Page) -> None:
    english = page.order(line("bean_soup"), total_fen=400)
    assert (english.status_code, english.json()) == (
        409,
        {"code": "dish_sold_out", "dish": "bean_soup", "message": "“绿豆汤” is sold out. Choose something else."},
    )
    chinese = page.ask(
        "POST",
        "orders",
        {"kind": "table", "table": "6", "lines": [line("bean_soup")], "expected_total_fen": 400},
        **{"Idempotency-Key": "key-0001", "Accept-Language": "zh-CN"},
    )
    assert chinese.json()["message"] == "“绿豆汤”卖完了。请换一样。"


def test_a_closed_shop_says_so(page: Page, desk: Desk) -> None:
    assert desk.ask("PATCH", "shop", {"opening": "closed", "closed_note": "盘点"}).status_code == 200
    answer = page.order(line("soy_milk"), total_fen=300)
    assert (answer.status_code, answer.json()["code"]) == (409, "shop_closed")


def test_the_catalog_is_sent_once(page: Page, desk: Desk) -> None:
    first = page.ask("GET", "catalog")
    again = page.ask("GET", "catalog", **{"If-None-Match": first["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    desk.ask("PATCH", "dishes/soy_milk", {"price_fen": 350})
    changed = page.ask("GET", "catalog", **{"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert '"price_fen":350' in changed.text
    stale = page.order(line("soy_milk"), total_fen=300)
    assert (stale.status_code, stale.json()["code"], stale.json()["total_fen"]) == (409, "price_changed", 350)


def test_an_unknown_platform_is_refused(page: Page) -> None:
    answer = page.ask("POST", "session", {"platform": "nowhere", "code": "c"})
    assert (answer.status_code, answer.json()["code"]) == (422, "platform_login_unknown")


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer x"}, {"Authorization": "Basic x"}])
def test_without_a_token_nothing_is_told(seller: Seller, headers: dict[str, str]) -> None:
    page = Page(seller.shop.slug)
    for method, path in [("GET", "orders"), ("POST", "orders"), ("GET", f"orders/{seller.shop.id}")]:
        answer = page.ask(method, path, **headers)
        assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_needed")


GOOD = {"kind": "table", "table": "6", "lines": [line("soy_milk")], "expected_total_fen": 300}
HOSTILE = [
    *[
        {name: value for name, value in GOOD.items() if name != gone}
        for gone in ("kind", "lines", "expected_total_fen")
    ],
    *[GOOD | {"lines": [line("soy_milk", quantity)]} for quantity in (0, -1, 100, 10**30, 1.5, "1", None, True)],
    GOOD | {"lines": []},
    GOOD | {"lines": [line("soy_milk")] * 51},
    GOOD | {"lines": [line("soy_milk", 1, *["a:b"] * 61)]},
    GOOD | {"lines": [line("soy_milk", 1, "a:b" * 5000)]},
    GOOD | {"lines": [line("soy\x00milk")]},
    GOOD | {"lines": [line("x" * 41)]},
    GOOD | {"lines": {}},
    GOOD | {"lines": [[]]},
    GOOD | {"kind": "../table"},
    GOOD | {"kind": {}},
    GOOD | {"table": "6\x00"},
    GOOD | {"table": "6" * 13},
    GOOD | {"note": "x" * 201},
    GOOD | {"note": "\ud800"},
    GOOD | {"note": "\x00"},
    GOOD | {"phone": "x"},
    GOOD | {"pickup_at": "tomorrow"},
    GOOD | {"pickup_at": "2026-03-01T12:00:00"},
    GOOD | {"pickup_at": 10**300},
    GOOD | {"pickup_at": "+999999-01-01T00:00:00Z"},
    GOOD | {"expected_total_fen": -1},
    GOOD | {"expected_total_fen": "300"},
    GOOD | {"expected_total_fen": 10**20},
    GOOD | {"total_fen": 1},
    GOOD | {"state": "paid"},
    [],
    None,
    "x",
]


@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_order_is_refused(page: Page, seller: Seller, body: object) -> None:
    answer = page.ask("POST", "orders", body, **{"Idempotency-Key": "key-0001"})
    assert answer.status_code in (400, 422)
    assert set(answer.json()) >= {"code", "message"}
    with seller.scope():
        assert not Order.objects.exists()


@pytest.mark.parametrize("key", [None, "", "short", "x" * 65, "with a space", "键键键键键键键键"])
def test_a_key_is_needed(page: Page, key: str | None) -> None:
    headers = {} if key is None else {"Idempotency-Key": key}
    answer = page.ask("POST", "orders", GOOD, **headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


def test_a_far_pickup_is_a_plain_no(page: Page) -> None:
    for moment in ("9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", datetime.now(UTC).replace(year=2100).isoformat()):
        wish = {"kind": "pickup", "table": None, "pickup_at": moment}
        answer = page.order(line("soy_milk"), total_fen=300, **wish)
        assert (answer.status_code, answer.json()["code"]) == (422, "pickup_time_refused")
