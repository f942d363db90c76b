"""Gives back what an order held that nobody paid for in time. A job, enqueued when the order is placed."""

from uuid import UUID

from django.utils import timezone
from django_tasks import task

from kaipu.commerce.orders.kinds.order_kind import UNPAID
from kaipu.commerce.orders.transition import lock_order, move_order
from kaipu.commerce.shops.contention import contention_retry
from kaipu.commerce.shops.tenancy import shop_scope
from kaipu.commerce.stock.settle import release


@task()
def expire_order(shop_id: str, order_id: str) -> None:
    """Does nothing to an order that was paid or cancelled meanwhile; running it again changes nothing."""
    expire(UUID(shop_id), UUID(order_id))


@contention_retry
def expire(shop_id: UUID, order_id: UUID) -> bool:
    """Whether the order expired now. Whoever of payment and expiry locks the order first decides."""
    now = timezone.now()
    with shop_scope(shop_id):
        order = lock_order(order_id)
        if order.state != UNPAID or now < order.pay_before:
            return False
        move_order(order, "expire", now)
        if order.limited:
            release(order.pk)
    return True
