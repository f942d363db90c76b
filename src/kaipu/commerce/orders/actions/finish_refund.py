"""A payment has gone back to the shopper. Books it against what the payment was booked as; idempotent by the payment.

Also takes a refund that nobody began here (made by hand at the gateway): the books follow the money.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.utils import timezone

from kaipu.commerce.ledger.accounts import REFUNDS, REFUNDS_DUE, gateway_account
from kaipu.commerce.ledger.entry import Line
from kaipu.commerce.ledger.post_entry import post_entry
from kaipu.commerce.ledger.takings import REFUND
from kaipu.commerce.orders.booking import Booking, find_booking, payment_reference, refund_reference
from kaipu.commerce.orders.kinds.registry import order_kinds
from kaipu.commerce.orders.models import Order
from kaipu.commerce.orders.transition import lock_order, move_order
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.stock.settle import give_back


@dataclass(frozen=True, slots=True)
class Refund:
    """`transaction_id` is the payment's, as it was given to mark_paid."""

    gateway: str
    transaction_id: str
    amount_fen: int
    refunded_at: datetime


@dataclass(frozen=True, slots=True)
class Returned:
    outcome: Literal["refunded", "known"]
    state: str


def finish_refund(order_id: UUID, refund: Refund) -> Returned:
    """Raises Refusal 404 for an unknown order, 409 for money that never came in or another sum than came."""
    order = lock_order(order_id)
    booked = find_booking(payment_reference(refund.gateway, refund.transaction_id))
    if booked is None or booked.order_id != order.pk:
        raise Refusal("payment_unknown", 409)
    if booked.refunded:
        return Returned("known", order.state)
    if booked.amount_fen != refund.amount_fen:
        raise Refusal("refund_of_another_sum", 409)
    if booked.earned:
        _undo(order)
    _book(order, refund, booked)
    return Returned("refunded", order.state)


def _undo(order: Order) -> None:
    unmade = order.state in order_kinds()[order.kind].unmade
    order.refund_began_at = None
    move_order(order, "refund", timezone.now())
    if unmade and order.limited:
        give_back(order.pk)


def _book(order: Order, refund: Refund, booked: Booking) -> None:
    post_entry(
        REFUND,
        refund_reference(refund.gateway, refund.transaction_id),
        [
            Line(REFUNDS if booked.earned else REFUNDS_DUE, refund.amount_fen),
            Line(gateway_account(refund.gateway), -refund.amount_fen),
        ],
        at=refund.refunded_at,
        memo=order.number,
        order_id=order.pk,
    )
