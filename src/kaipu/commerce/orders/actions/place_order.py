"""Places an order: priced by the shop, its limited dishes reserved, its expiry scheduled, all or nothing.

Idempotent by the shopper's key: the first answer is stored with the order, in its own transaction, and given again byte
for byte; a rival with the same key waits for the first. Locks are taken as late as possible and by everybody in one
order: dishes by id, a lane of numbers, the key.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Final, NoReturn
from uuid import UUID

from django.db import OperationalError, connection, transaction
from django.utils import timezone

from kaipu.commerce.catalog.goods import Goods, read_goods
from kaipu.commerce.orders.actions.expire_order import expiry_of
from kaipu.commerce.orders.cart import Cart
from kaipu.commerce.orders.insert_order import insert_order
from kaipu.commerce.orders.kinds.order_kind import UNPAID, OrderKind
from kaipu.commerce.orders.kinds.registry import order_kinds
from kaipu.commerce.orders.models import Order, OrderLine, TimelineStep
from kaipu.commerce.orders.numbers import next_number
from kaipu.commerce.orders.order_document import order_document
from kaipu.commerce.orders.pricing import PricedCart, price_cart
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.identity import new_id
from kaipu.commerce.shops.tenancy import current_shop_id
from kaipu.commerce.stock.reserve import remaining_for, reserve
from kaipu.definition import ShopInformation

TIME_TO_PAY: Final = timedelta(minutes=15)
PATIENCE = "4s"
_LOCK_NOT_AVAILABLE: Final = "55P03"

# Also sets how long this transaction waits for a row that another holds: one trip for both.
_EARLIER: Final = """
WITH patience AS MATERIALIZED (SELECT set_config('lock_timeout', %s, true))
SELECT request_sha256, answer FROM patience LEFT JOIN orders_order
    ON shop_id = %s AND shopper_id = %s AND idempotency_key = %s
"""


@dataclass(frozen=True, slots=True)
class Placed:
    """`answer`: the order as JSON text. `replayed`: it had been placed before."""

    answer: str
    replayed: bool


@dataclass(frozen=True, slots=True)
class _Request:
    """`served_on` is the shop's day that limited dishes are taken from; `today` the one that numbers the order."""

    shopper_id: UUID
    key: str
    cart: Cart
    now: datetime
    today: date
    served_on: date


def place_order(shopper_id: UUID, key: str, cart: Cart, shop: ShopInformation) -> Placed:
    """Must be alone in its transaction, which it may take back. Raises Refusal or Refused; then nothing has changed."""
    earlier = _earlier(shopper_id, key, cart)
    if earlier is not None:
        return earlier
    now = timezone.now()
    kind = _kind(cart, shop)
    request = _Request(shopper_id, key, cart, now, now.astimezone(shop.zone).date(), kind.check(cart, shop, now))
    goods = read_goods()
    priced = price_cart(cart, goods.by_code, kind, shop)
    try:
        return _place(request, priced, goods)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", None) != _LOCK_NOT_AVAILABLE:
            raise
        raise Refusal("order_in_progress", 409, retry_after_s=1) from error


def _earlier(shopper_id: UUID, key: str, cart: Cart) -> Placed | None:
    with connection.cursor() as cursor:
        cursor.execute(_EARLIER, [PATIENCE, current_shop_id(), shopper_id, key])
        request_sha256, answer = cursor.fetchone()
    if answer is None:
        return None
    if request_sha256 != cart.fingerprint():
        raise Refusal("key_of_another_order", 422)
    return Placed(answer, replayed=True)


def _kind(cart: Cart, shop: ShopInformation) -> OrderKind:
    kind = order_kinds().get(cart.kind)
    if kind is None or cart.kind not in shop.order_kinds:
        raise Refusal("order_kind_unknown", 422, kind=cart.kind)
    return kind


def _place(request: _Request, priced: PricedCart, goods: Goods) -> Placed:
    order_id = new_id()
    short = reserve(order_id, priced.limited, request.served_on)
    if short is not None:
        return _replay_if_placed(request) or _refuse_short(short, goods, request.served_on)
    order = _order(order_id, next_number(request.today), request, priced)
    lines = [OrderLine(order=order, position=place, **asdict(line)) for place, line in enumerate(priced.lines)]
    step = TimelineStep(order=order, state=order.state, at=request.now)
    order.answer = order_document(order, lines, [step]).model_dump_json()
    if not insert_order(order, lines, step, expiry_of(order)):
        replayed = _replay_if_placed(request)
        assert replayed is not None, "the key was taken by a committed order"  # noqa: S101 - a fault of ours
        return replayed
    return Placed(order.answer, replayed=False)


def _order(order_id: UUID, number: str, request: _Request, priced: PricedCart) -> Order:
    cart = request.cart
    return Order(
        id=order_id,
        shopper_id=request.shopper_id,
        number=number,
        day=request.today,
        kind=cart.kind,
        state=UNPAID,
        table=cart.table,
        pickup_at=cart.pickup_at,
        phone=cart.phone,
        note=cart.note,
        packing_fee_fen=priced.packing_fee_fen,
        total_fen=priced.total_fen,
        limited=bool(priced.limited),
        created_at=request.now,
        pay_before=request.now + TIME_TO_PAY,
        changed_at=request.now,
        idempotency_key=request.key,
        request_sha256=cart.fingerprint(),
    )


def _replay_if_placed(request: _Request) -> Placed | None:
    """A rival with the same key got there while we waited: its answer, and nothing of what we wrote."""
    earlier = _earlier(request.shopper_id, request.key, request.cart)
    if earlier is not None:
        transaction.set_rollback(True)
    return earlier


def _refuse_short(dish_id: UUID, goods: Goods, day: date) -> NoReturn:
    dish = next(good.dish for good in goods.by_code.values() if good.id == dish_id)
    remaining = remaining_for(dish_id, day)
    details = {"dish": dish.code, "remaining": remaining}
    if remaining == 0:
        raise Refusal("dish_sold_out", 409, details=details, dish=dish.name)
    raise Refusal("dish_short", 409, details=details, dish=dish.name, remaining=remaining)
