"""Eat at a table: the table must be one of the shop's, the shop must be open now."""

from datetime import date, datetime

from kaipu.commerce.orders.cart import Cart
from kaipu.commerce.orders.kinds.kitchen import KITCHEN_TRANSITIONS, KITCHEN_UNMADE
from kaipu.commerce.orders.kinds.opening import check_open
from kaipu.commerce.orders.kinds.order_kind import OrderKind
from kaipu.commerce.refusal import Refusal
from kaipu.definition import ShopInformation


def check(cart: Cart, shop: ShopInformation, now: datetime) -> date:
    if cart.pickup_at is not None:
        raise Refusal("pickup_time_not_wanted", 422)
    if cart.table not in shop.tables:
        raise Refusal("table_unknown", 422, table=cart.table or "")
    check_open(shop, now)
    return now.astimezone(shop.zone).date()


def packing_fee_fen(boxes: int, shop: ShopInformation) -> int:
    """Bowls of the house cost nothing."""
    return 0


KIND = OrderKind(
    name="table",
    label={"zh": "堂食", "en": "Eat in"},
    transitions=KITCHEN_TRANSITIONS,
    unmade=KITCHEN_UNMADE,
    check=check,
    packing_fee_fen=packing_fee_fen,
)
