"""Pick up at the counter: now, or at a time today or tomorrow when the shop is open. Boxes are paid for."""

from datetime import date, datetime, time, timedelta

from kaipu.commerce.orders.cart import Cart
from kaipu.commerce.orders.kinds.kitchen import KITCHEN_TRANSITIONS, KITCHEN_UNMADE
from kaipu.commerce.orders.kinds.opening import check_open
from kaipu.commerce.orders.kinds.order_kind import OrderKind
from kaipu.commerce.refusal import Refusal
from kaipu.definition import ShopInformation

# A page shows times to the minute, and thinking takes a while.
_LATE = timedelta(minutes=5)


def check(cart: Cart, shop: ShopInformation, now: datetime) -> date:
    if cart.table is not None:
        raise Refusal("table_not_wanted", 422)
    wanted_at, today = cart.wanted_at(now), now.astimezone(shop.zone).date()
    if not now - _LATE <= wanted_at < _end_of(today + timedelta(days=1), shop):
        raise Refusal("pickup_time_refused", 422)
    check_open(shop, wanted_at)
    return max(wanted_at.astimezone(shop.zone).date(), today)


def _end_of(day: date, shop: ShopInformation) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=shop.zone)


def packing_fee_fen(boxes: int, shop: ShopInformation) -> int:
    return boxes * shop.packing_fee_fen


KIND = OrderKind(
    name="pickup",
    label={"zh": "自提", "en": "Pickup"},
    transitions=KITCHEN_TRANSITIONS,
    unmade=KITCHEN_UNMADE,
    check=check,
    packing_fee_fen=packing_fee_fen,
)
