"""A paid order is to be refunded as a whole: from now on nothing else happens to it until the money has gone back."""

from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from kaipu.commerce.orders.models import Order
from kaipu.commerce.orders.transition import lock_order, next_state
from kaipu.commerce.refusal import Refusal


@dataclass(frozen=True, slots=True)
class RefundDue:
    """What `payments` asks the gateway to give back. Commit before asking the gateway: its notice may come at once."""

    order_id: UUID
    number: str
    amount_fen: int


def begin_refund(order_id: UUID) -> RefundDue:
    """Of many at one moment one succeeds; the others get Refusal 409, as does an order that was not paid."""
    order = lock_order(order_id)
    next_state(order, "refund")
    if order.refund_began_at is not None:
        raise Refusal("order_being_refunded", 409)
    _set_refund(order, began=True)
    return RefundDue(order.pk, order.number, order.total_fen)


def drop_refund(order_id: UUID) -> Order:
    """The gateway has refused for good and nothing has moved: the order is again what it was. Idempotent."""
    order = lock_order(order_id)
    if order.refund_began_at is not None:
        _set_refund(order, began=False)
    return order


def _set_refund(order: Order, *, began: bool) -> None:
    order.changed_at = timezone.now()
    order.refund_began_at = order.changed_at if began else None
    order.save(update_fields=["refund_began_at", "changed_at"])
