"""At a table: which carts are taken, and when."""

from datetime import UTC, date, datetime

import pytest

from kaipu.commerce.orders.cart import Cart
from kaipu.commerce.orders.kinds.table.kind import KIND
from kaipu.commerce.refusal import Refusal
from kaipu.definition import ShopInformation

HOURS = [{"days": [1, 2, 3, 4, 5, 6, 7], "opens": "06:30", "closes": "14:00"}]
SHOP = ShopInformation.model_validate({"name": "老王面馆", "tables": ["6"], "hours": HOURS, "packing_fee_fen": 100})
NOON = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)
NIGHT = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)  # 04:00 on March 2 in Shanghai


def cart(**wishes: object) -> Cart:
    said = {"kind": "table", "table": "6", "lines": [{"dish": "soup", "quantity": 1}], "expected_total_fen": 1}
    return Cart.model_validate(said | wishes)


def test_open_and_at_a_table_of_the_shop() -> None:
    assert KIND.check(cart(), SHOP, NOON) == date(2026, 3, 1)


def test_the_day_is_the_shops() -> None:
    always = SHOP.model_copy(update={"opening": "open"})
    assert KIND.check(cart(), always, NIGHT) == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("wishes", "code"),
    [
        ({"table": "7"}, "table_unknown"),
        ({"table": None}, "table_unknown"),
        ({"pickup_at": NOON}, "pickup_time_not_wanted"),
    ],
)
def test_what_makes_no_order_at_a_table(wishes: dict[str, object], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        KIND.check(cart(**wishes), SHOP, NOON)


def test_when_closed_it_says_when_it_opens() -> None:
    with pytest.raises(Refusal, match="shop_opens_later") as refused:
        KIND.check(cart(), SHOP, NIGHT)
    assert refused.value.params == {"opens": "03-02 06:30"}
    assert refused.value.details == {"opens_at": "2026-03-02T06:30:00+08:00"}
    with pytest.raises(Refusal, match="shop_closed"):
        KIND.check(cart(), SHOP.model_copy(update={"opening": "closed"}), NOON)


def test_the_houses_bowls_cost_nothing() -> None:
    assert KIND.packing_fee_fen(5, SHOP) == 0
