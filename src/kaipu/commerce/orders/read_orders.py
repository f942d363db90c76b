"""Orders to read: a shopper's own, one of the shop's, and what the desk has to know. Needs the shop's scope."""

from uuid import UUID

from kaipu.commerce.orders.models import Order
from kaipu.commerce.orders.order_document import DeskOrderDocument, OrderDocument, desk_document, order_document
from kaipu.commerce.refusal import Refusal

_MOST_SHOWN = 50


def orders_of(shopper_id: UUID) -> list[OrderDocument]:
    """The shopper's latest orders, the newest first."""
    orders = Order.objects.filter(shopper_id=shopper_id).order_by("-created_at")[:_MOST_SHOWN]
    return [_document(order) for order in orders.prefetch_related("lines", "timeline")]


def order_of(shopper_id: UUID, order_id: UUID) -> OrderDocument:
    """Raises Refusal 404, also for an order of somebody else's."""
    return _document(own_order(shopper_id, order_id))


def own_order(shopper_id: UUID, order_id: UUID) -> Order:
    """The row itself, for actions of the order's own shopper. Raises Refusal 404."""
    order = Order.objects.filter(pk=order_id, shopper_id=shopper_id).first()
    if order is None:
        raise Refusal("order_unknown", 404)
    return order


def desk_order(order_id: UUID) -> DeskOrderDocument:
    """Raises Refusal 404."""
    order = Order.objects.filter(pk=order_id).first()
    if order is None:
        raise Refusal("order_unknown", 404)
    return desk_document(order)


def _document(order: Order) -> OrderDocument:
    return order_document(order, order.lines.all(), order.timeline.all())
