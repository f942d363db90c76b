"""The one way an order's state changes: by its kind's table, under its row lock, with a step in its timeline."""

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection

from kaipu.commerce.orders.kinds.order_kind import Event
from kaipu.commerce.orders.kinds.registry import order_kinds
from kaipu.commerce.orders.models import Order
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.identity import new_id

_FIELDS: Final = Order._meta.concrete_fields
# Written out: on the way of every payment, and composing a query costs more than asking it.
_COLUMNS: Final = ", ".join(f'"{field.column}"' for field in _FIELDS)
_LOCK: Final = f"SELECT {_COLUMNS} FROM orders_order WHERE id = %s FOR UPDATE"  # noqa: S608 - our own columns
_MOVE: Final = """
WITH moved AS (
    UPDATE orders_order
    SET state = %(state)s, paid_at = %(paid_at)s, refund_began_at = %(refund_began_at)s, changed_at = %(at)s
    WHERE id = %(order_id)s
)
INSERT INTO orders_timelinestep (id, shop_id, order_id, state, at)
VALUES (%(step_id)s, %(shop_id)s, %(order_id)s, %(state)s, %(at)s)
"""


def lock_order(order_id: UUID) -> Order:
    """Nothing else happens to the order until the transaction ends. Raises Refusal 404; needs the shop's scope."""
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [order_id])
        row = cursor.fetchone()
    if row is None:
        raise Refusal("order_unknown", 404)
    return Order.from_db(connection.alias, [field.attname for field in _FIELDS], row)


def next_state(order: Order, event: Event) -> str:
    """Raises Refusal 409 for an event that the order's kind does not know in its state."""
    state = order_kinds()[order.kind].after(order.state, event)
    if state is None:
        raise Refusal("order_event_refused", 409, details={"state": order.state})
    return state


def move_order(order: Order, event: Event, at: datetime) -> Order:
    """`order` is locked by the caller and comes back changed, along with its other members that were set."""
    order.state = next_state(order, event)
    order.changed_at = at
    with connection.cursor() as cursor:
        cursor.execute(
            _MOVE,
            {
                "state": order.state,
                "paid_at": order.paid_at,
                "refund_began_at": order.refund_began_at,
                "at": at,
                "order_id": order.pk,
                "step_id": new_id(),
                "shop_id": order.shop_id,
            },
        )
    return order
