"""Every route here with another shop's ids: 404 or 401, nothing changed, and not a byte of the other shop."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest

from kaipu.commerce.catalog.models import Dish
from kaipu.commerce.orders.models import Order
from kaipu.web.api.api import owner, shopper

from ..commerce.selling import Seller, line
from .conftest import Desk, Page, desk_of, open_page

SECRET = "foreign"
HERE = {"session", "catalog", "orders", "dishes", "takings", "shop"}
BODIES = {
    ("post", "orders"): {"kind": "table", "table": "6", "lines": [line("foreign_tea")], "expected_total_fen": 300},
    ("patch", "shop"): {"closed_note": "mine now"},
    ("patch", "dishes/{code}"): {"price_fen": 1},
    ("post", "session"): {"platform": "web"},
}
OPEN_TO_ALL = {("get", "catalog"), ("post", "session")}


def operations(api: str) -> Iterator[tuple[str, str]]:
    """(method, path after the shop) of the routes that this folder tests, from the API's own description."""
    described = {"shopper": shopper, "owner": owner}[api].get_openapi_schema()
    for path, methods in described["paths"].items():
        rest = path.partition("{slug}/")[2]
        if rest.split("/")[0] in HERE and not rest.endswith("/pay"):
            yield from ((method, rest) for method in methods)


@pytest.fixture
def foreign(other_seller: Seller) -> Order:
    """An order of the other shop, with its secret in every text."""
    with other_seller.scope():
        Dish.objects.filter(code="soy_milk").update(code="foreign_tea", name="foreign tea")
    other_seller.offer()
    tea = line("foreign_tea")
    order = other_seller.place(other_seller.shopper(), tea, total_fen=300, note="foreign note", phone="13900000000")
    other_seller.pay(order)
    return order


def fill(path: str, order: UUID) -> str:
    return path.format(order_id=order, code="foreign_tea", event="accept")


def test_the_list_of_routes_is_whole() -> None:
    assert {path for _, path in operations("shopper")} == {
        *("session", "catalog", "orders", "orders/{order_id}", "orders/{order_id}/cancel")
    }
    assert {path for _, path in operations("owner")} == {
        *("orders", "orders/{order_id}/{event}", "dishes", "dishes/{code}", "dishes/{code}/photo", "takings", "shop")
    }


@pytest.mark.parametrize(("method", "path"), list(operations("shopper")))
def test_a_shopper_meets_no_other_shop(
    page: Page, other_seller: Seller, foreign: Order, method: str, path: str
) -> None:
    headers = {"Idempotency-Key": uuid4().hex}
    body = BODIES.get((method, path))
    at_home = page.ask(method.upper(), fill(path, foreign.pk), body, **headers)
    assert SECRET not in at_home.text.replace('"dish": "foreign_tea"', "")
    if "{" in path:
        assert at_home.status_code == 404
    abroad = Page(other_seller.shop.slug, token=page.token).ask(method.upper(), fill(path, foreign.pk), body, **headers)
    if (method, path) not in OPEN_TO_ALL:
        assert abroad.status_code == 401
        assert SECRET not in abroad.text
    assert other_seller.order(foreign.pk).state == "paid"


@pytest.mark.parametrize(("method", "path"), list(operations("owner")))
def test_an_owner_meets_no_other_shop(desk: Desk, other_seller: Seller, foreign: Order, method: str, path: str) -> None:
    body = BODIES.get((method, path))
    at_home = desk.ask(method.upper(), fill(path, foreign.pk), body)
    assert SECRET not in at_home.text
    if "{" in path:
        assert at_home.status_code == (422 if path.endswith("photo") else 404)
    abroad = Desk(other_seller.shop.slug, desk.client).ask(method.upper(), fill(path, foreign.pk), body)
    assert (abroad.status_code, abroad.json()["code"]) == (404, "shop_unknown")
    assert SECRET not in abroad.text
    assert other_seller.order(foreign.pk).state == "paid"
    own = desk_of(other_seller).ask("GET", "shop").json()
    assert own["closed_note"] == ""


def test_another_shopper_of_the_same_shop_sees_nothing(page: Page) -> None:
    order = page.order(line("soy_milk"), total_fen=300).json()
    stranger = open_page(page.slug)
    assert stranger.ask("GET", "orders").json() == []
    assert stranger.ask("GET", f"orders/{order['id']}").status_code == 404
    assert stranger.ask("POST", f"orders/{order['id']}/cancel").status_code == 404
    assert page.ask("GET", f"orders/{order['id']}").json()["state"] == "unpaid"
