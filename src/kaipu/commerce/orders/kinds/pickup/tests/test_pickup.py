"""At the counter: which times are taken, and what the boxes cost."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kaipu.commerce.orders.cart import Cart
from kaipu.commerce.orders.kinds.pickup.kind import KIND
from kaipu.commerce.refusal import Refusal
from kaipu.definition import ShopInformation

HOURS = [{"days": [1, 2, 3, 4, 5, 6, 7], "opens": "06:30", "closes": "14:00"}]
SHOP = ShopInformation.model_validate({"name": "老王面馆", "hours": HOURS, "packing_fee_fen": 100})
NOON = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)
NIGHT = NOON + timedelta(hours=10)  # 22:00 there


def cart(pickup_at: datetime | None, **wishes: object) -> Cart:
    said = {"kind": "pickup", "lines": [{"dish": "soup", "quantity": 1}], "expected_total_fen": 1}
    return Cart.model_validate(said | {"pickup_at": pickup_at} | wishes)


@pytest.mark.parametrize(
    ("now", "pickup_at", "day"),
    [
        (NOON, None, date(2026, 3, 1)),
        (NOON, NOON + timedelta(hours=1), date(2026, 3, 1)),
        (NOON, NOON - timedelta(minutes=5), date(2026, 3, 1)),
        (NOON, NOON + timedelta(days=1), date(2026, 3, 2)),
        (NIGHT, NOON + timedelta(days=1), date(2026, 3, 2)),
    ],
)
def test_now_or_later_today_or_tomorrow(now: datetime, pickup_at: datetime | None, day: date) -> None:
    assert KIND.check(cart(pickup_at), SHOP, now) == day


@pytest.mark.parametrize(
    "pickup_at",
    [
        NOON - timedelta(minutes=6),
        NOON + timedelta(days=2),
        datetime(2026, 3, 2, 16, 0, tzinfo=UTC),  # the first moment of March 3 there
        datetime.max.replace(tzinfo=UTC),
        datetime.min.replace(tzinfo=UTC),
    ],
)
def test_no_other_time(pickup_at: datetime) -> None:
    with pytest.raises(Refusal, match="pickup_time_refused"):
        KIND.check(cart(pickup_at), SHOP, NOON)


def test_the_shop_must_be_open_then() -> None:
    for pickup_at in (None, NIGHT + timedelta(hours=1)):
        with pytest.raises(Refusal, match="shop_opens_later"):
            KIND.check(cart(pickup_at), SHOP, NIGHT)


def test_a_pickup_has_no_table() -> None:
    with pytest.raises(Refusal, match="table_not_wanted"):
        KIND.check(cart(None, table="6"), SHOP, NOON)


def test_boxes_are_paid_for() -> None:
    assert KIND.packing_fee_fen(5, SHOP) == 500
