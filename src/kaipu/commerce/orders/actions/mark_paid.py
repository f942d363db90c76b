"""Money for an order has come in, as a gateway says and its module has verified. Books it, whatever it came for.

Idempotent by the gateway's transaction. Money for an order that is no longer waiting for it is booked as owed, never as
income, and the answer asks for its refund.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.utils import timezone

from kaipu.commerce.ledger.accounts import PACKING, REFUNDS_DUE, SALES, gateway_account
from kaipu.commerce.ledger.entry import Line
from kaipu.commerce.ledger.post_entry import post_entry
from kaipu.commerce.ledger.takings import PAYMENT
from kaipu.commerce.orders.booking import find_booking, payment_reference
from kaipu.commerce.orders.kinds.order_kind import UNPAID
from kaipu.commerce.orders.models import Order
from kaipu.commerce.orders.transition import lock_order, move_order
from kaipu.commerce.stock.settle import sell


@dataclass(frozen=True, slots=True)
class Payment:
    """`gateway` names its account in the ledger; `transaction_id` is the gateway's own, once per sum of money."""

    gateway: str
    transaction_id: str
    amount_fen: int
    paid_at: datetime


@dataclass(frozen=True, slots=True)
class Received:
    """`refund_due_fen`: to be sent back now, for this transaction. `state` is the order's after it."""

    outcome: Literal["paid", "known", "refund_due"]
    state: str
    refund_due_fen: int = 0


def mark_paid(order_id: UUID, payment: Payment) -> Received:
    """Raises Refusal 404 for an unknown order, ValueError for a sum that is no payment. Locks: order, dishes, books."""
    if payment.amount_fen <= 0:
        raise ValueError(f"a payment of {payment.amount_fen} fen")
    order = lock_order(order_id)
    if order.state == UNPAID and payment.amount_fen == order.total_fen:
        return _pay(order, payment)
    known = find_booking(payment_reference(payment.gateway, payment.transaction_id))
    if known is not None:
        return Received("known", order.state, 0 if known.earned or known.refunded else known.amount_fen)
    _book(order, payment, [Line(REFUNDS_DUE, -payment.amount_fen)])
    return Received("refund_due", order.state, payment.amount_fen)


def _pay(order: Order, payment: Payment) -> Received:
    order.paid_at = payment.paid_at
    move_order(order, "pay", timezone.now())
    if order.limited:
        sell(order.pk)
    earned = [(SALES, order.total_fen - order.packing_fee_fen), (PACKING, order.packing_fee_fen)]
    _book(order, payment, [Line(account, -amount_fen) for account, amount_fen in earned if amount_fen])
    return Received("paid", order.state)


def _book(order: Order, payment: Payment, credited: list[Line]) -> None:
    post_entry(
        PAYMENT,
        payment_reference(payment.gateway, payment.transaction_id),
        [Line(gateway_account(payment.gateway), payment.amount_fen), *credited],
        at=payment.paid_at,
        memo=order.number,
        order_id=order.pk,
    )
