"""Gives back what an order held that nobody paid for in time. A job, enqueued when the order is placed."""

from uuid import UUID

from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from kaipu.commerce.orders.kinds.order_kind import UNPAID
from kaipu.commerce.orders.models import Order
from kaipu.commerce.orders.transition import lock_order, move_order
from kaipu.commerce.shops.contention import contention_retry
from kaipu.commerce.shops.tenancy import shop_scope
from kaipu.commerce.stock.settle import release


@task()
def expire_order(shop_id: str, order_id: str) -> None:
    """Does nothing to an order that was paid or cancelled meanwhile; running it again changes nothing."""
    expire(UUID(shop_id), UUID(order_id))


def expiry_of(order: Order) -> "DBTaskResult[[str, str], None]":
    """The job for that order, unsaved: what enqueue() would write, so that it can travel with the order's own rows."""
    return DBTaskResult(
        task_path=expire_order.module_path,
        args_kwargs={"args": [str(order.shop_id), str(order.pk)], "kwargs": {}},
        run_after=order.pay_before,
        enqueued_at=order.created_at,
        priority=expire_order.priority,
        queue_name=expire_order.queue_name,
        backend_name=expire_order.backend,
    )


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
