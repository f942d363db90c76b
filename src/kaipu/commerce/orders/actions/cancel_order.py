"""The shopper changes their mind before paying."""

from uuid import UUID

from django.utils import timezone

from kaipu.commerce.orders.models import Order
from kaipu.commerce.orders.read_orders import own_order
from kaipu.commerce.orders.transition import lock_order, move_order
from kaipu.commerce.stock.settle import release


def cancel_order(shopper_id: UUID, order_id: UUID) -> Order:
    """Raises Refusal 404 for an order of somebody else's, 409 once it is paid."""
    own_order(shopper_id, order_id)
    order = move_order(lock_order(order_id), "cancel", timezone.now())
    if order.limited:
        release(order.pk)
    return order
