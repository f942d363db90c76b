"""The shop's people take an order one step on: accept, ready, finish."""

from typing import Literal, TypeAlias
from uuid import UUID

from django.utils import timezone

from kaipu.commerce.orders.models import Order
from kaipu.commerce.orders.transition import lock_order, move_order
from kaipu.commerce.refusal import Refusal

Step: TypeAlias = Literal["accept", "ready", "finish"]


def advance_order(order_id: UUID, step: Step) -> Order:
    """Raises Refusal 409 out of turn, and while the order's money is on its way back."""
    order = lock_order(order_id)
    if order.refund_began_at is not None:
        raise Refusal("order_being_refunded", 409)
    return move_order(order, step, timezone.now())
