"""The owner's desk, goods, takings and shop, over HTTP."""

import io

import pytest
from django.test import Client
from PIL import Image

from kaipu.commerce.orders.models import Order
from kaipu.commerce.publishing.start_draft import start_draft
from kaipu.trades import load_trade

from ..commerce.selling import Seller, line
from .conftest import Desk, Page


def paid_order(page: Page, seller: Seller) -> Order:
    order_id = page.order(line("soy_milk", 2), total_fen=600, note="少糖", phone="13800571218").json()["id"]
    order = seller.order(order_id)
    seller.pay(order)
    return order


def test_a_paid_order_shows_at_the_desk_and_goes_through(page: Page, desk: Desk, seller: Seller) -> None:
    cursor = desk.ask("GET", "orders").json()["cursor"]
    order = paid_order(page, seller)
    fed = desk.ask("GET", f"orders?after={cursor}").json()
    (shown,) = fed["orders"]
    assert {name: shown[name] for name in ("id", "state", "phone", "events", "note")} == {
        "id": str(order.pk),
        "state": "paid",
        "phone": "13800571218",
        "events": ["accept", "refund"],
        "note": "少糖",
    }
    states = [desk.ask("POST", f"orders/{order.pk}/{event}").json()["state"] for event in ("accept", "ready", "finish")]
    assert states == ["making", "ready", "done"]
    again = desk.ask("POST", f"orders/{order.pk}/accept")
    assert (again.status_code, again.json()["code"], again.json()["state"]) == (409, "order_event_refused", "done")
    assert page.ask("GET", f"orders/{order.pk}").json()["state"] == "done"


def test_an_unpaid_order_cannot_be_refunded(page: Page, desk: Desk) -> None:
    order = page.order(line("soy_milk"), total_fen=300).json()
    answer = desk.ask("POST", f"orders/{order['id']}/refund")
    assert (answer.status_code, answer.json()["code"]) == (409, "order_event_refused")


@pytest.mark.parametrize("event", ["pay", "expire", "cancel", "nothing", "%00"])
def test_the_desk_has_its_own_events_only(page: Page, desk: Desk, event: str) -> None:
    order = page.order(line("soy_milk"), total_fen=300).json()
    assert desk.ask("POST", f"orders/{order['id']}/{event}").status_code in (404, 422)
    assert page.ask("GET", f"orders/{order['id']}").json()["state"] == "unpaid"


@pytest.mark.parametrize(
    "query", ["after=x", "after=-1", "after=" + "9" * 19, "state=%00", "state=A", "state=" + "a" * 17]
)
def test_hostile_questions_are_refused(desk: Desk, query: str) -> None:
    assert desk.ask("GET", f"orders?{query}").status_code == 422


def test_takings_of_today(page: Page, desk: Desk, seller: Seller) -> None:
    paid_order(page, seller)
    takings = desk.ask("GET", "takings").json()
    figures = {name: takings[name] for name in ("received_fen", "refunded_fen", "fee_fen", "net_fen", "orders")}
    assert figures == {"received_fen": 600, "refunded_fen": 0, "fee_fen": 0, "net_fen": 600, "orders": 1}
    assert takings["chain_ok"]
    (entry,) = takings["entries"]
    assert (entry["memo"], entry["amount_fen"], len(entry["hash"])) == ("Payment A001", 600, 64)
    assert desk.ask("GET", "takings?date=2020-01-01").json()["entries"] == []
    assert desk.ask("GET", "takings?date=0001-01-01").status_code in (200, 422)
    assert desk.ask("GET", "takings?date=9999-12-31").status_code in (200, 422)
    assert desk.ask("GET", "takings?date=yesterday").status_code == 422


def test_dishes_are_listed_and_changed(desk: Desk, page: Page, seller: Seller) -> None:
    with seller.scope():
        start_draft(load_trade("noodle_shop").definition.document())
    goods = desk.ask("GET", "dishes").json()
    assert [category["code"] for category in goods["categories"]] == ["noodles", "drinks"]
    assert goods["dishes"][0]["picture_url"] == "/static/trades/noodle_shop/beef_noodles.webp"
    dish = desk.ask("PATCH", "dishes/soy_milk", {"price_fen": 350, "daily_limit": 7, "name": "甜豆浆"}).json()
    assert (dish["price_fen"], dish["daily_limit"], dish["remaining"], dish["name"]) == (350, 7, 7, "甜豆浆")
    for code, body in [("soy_milk", {"price_fen": -1}), ("soy_milk", {"shop_id": 1}), ("a%00b", {}), ("A", {})]:
        assert desk.ask("PATCH", f"dishes/{code}", body).status_code == 422
    assert desk.ask("PATCH", "dishes/no_such_dish", {}).status_code == 404


def test_a_photo_is_redrawn(desk: Desk, page: Page) -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(drawn, "PNG")
    drawn.seek(0)
    drawn.name = "soy.png"
    path = f"/api/owner/shops/{desk.slug}/dishes/soy_milk/photo"
    dish = desk.client.post(path, {"file": drawn}).json()
    assert dish["picture_url"].startswith("/media/")
    (shown,) = [each for each in page.ask("GET", "catalog").json()["dishes"] if each["code"] == "soy_milk"]
    assert shown["picture"] == dish["picture_url"]
    broken = io.BytesIO(b"no picture")
    broken.name = "soy.png"
    assert desk.client.post(path, {"file": broken}).status_code in (415, 422)
    assert desk.client.post(path).status_code == 422


def test_the_shop_is_read_and_changed(desk: Desk) -> None:
    shop = desk.ask("GET", "shop").json()
    assert (shop["name"], shop["opening"], shop["tables"]) == ("老王面馆", "open", ["1", "6"])
    changes = {"opening": "closed", "closed_note": "盘点", "tables": ["8"], "order_kinds": ["pickup"]}
    changed = desk.ask("PATCH", "shop", changes).json()
    assert changed == shop | changes == desk.ask("GET", "shop").json()


@pytest.mark.parametrize(
    "body",
    [
        {"opening": "sometimes"},
        {"packing_fee_fen": -1},
        {"order_kinds": ["delivery"]},
        {"hours": [{"days": [8], "opens": "06:30", "closes": "14:00"}]},
        {"name": ""},
        {"name": "\x00"},
        {"name": "\ud800"},
        {"latitude": 91},
        {"latitude": float("nan")},
        {"timezone": "Mars/Base"},
        {"slug": "tea"},
        {"notices": ["x"] * 21},
        {"tables": ["x" * 13]},
        {"table_notes": {"\x00": "x"}},
        {"table_notes": {"1" * 5000: "x"}},
        [],
    ],
)
def test_what_is_no_shop_is_refused(desk: Desk, body: object) -> None:
    before = desk.ask("GET", "shop").json()
    assert desk.ask("PATCH", "shop", body).status_code in (400, 422)
    assert desk.ask("GET", "shop").json() == before


def test_a_stranger_sees_nothing(seller: Seller) -> None:
    desk = Desk(seller.shop.slug, Client())
    for path in ("orders", "dishes", "takings", "shop"):
        assert desk.ask("GET", path).status_code == 401
