"""What becomes of an order's reserved dishes: sold, released, or, once sold, given back. Needs the shop's scope.

Each is journalled once per order and dish; the database refuses a second time. Rows are locked in the order of the
dishes' ids, as everywhere.
"""

from typing import Final
from uuid import UUID

from django.db import connection

from kaipu.commerce.shops.identity import new_id
from kaipu.commerce.shops.tenancy import current_shop_id
from kaipu.commerce.stock.models import StockMove

_RESERVED: Final = """
SELECT day.id, move.quantity FROM stock_stockmove move JOIN stock_dishday day ON day.id = move.dish_day_id
WHERE move.shop_id = %s AND move.order_id = %s AND move.kind = 'reserve' ORDER BY day.dish_id FOR UPDATE OF day
"""
_COUNT: Final = """
WITH counted AS (
    UPDATE stock_dishday SET reserved = reserved + %(reserved)s, sold = sold + %(sold)s WHERE id = %(id)s
)
INSERT INTO stock_stockmove (id, shop_id, dish_day_id, kind, quantity, order_id, at)
VALUES (%(move_id)s, %(shop_id)s, %(id)s, %(kind)s, %(quantity)s, %(order_id)s, now())
"""


def sell(order_id: UUID) -> None:
    """The order is paid: what was reserved is sold."""
    _settle(order_id, StockMove.Kind.SELL, reserved=-1, sold=1)


def release(order_id: UUID) -> None:
    """The order came to nothing before it was paid: others can have the dishes."""
    _settle(order_id, StockMove.Kind.RELEASE, reserved=-1, sold=0)


def give_back(order_id: UUID) -> None:
    """The order was paid and refunded before anything was made of it."""
    _settle(order_id, StockMove.Kind.RETURN, reserved=0, sold=-1)


def _settle(order_id: UUID, kind: StockMove.Kind, *, reserved: int, sold: int) -> None:
    shop_id = current_shop_id()
    with connection.cursor() as cursor:
        cursor.execute(_RESERVED, [shop_id, order_id])
        for dish_day_id, quantity in cursor.fetchall():
            count = {"reserved": reserved * quantity, "sold": sold * quantity, "id": dish_day_id}
            move = {"move_id": new_id(), "shop_id": shop_id, "kind": kind.value, "quantity": quantity}
            cursor.execute(_COUNT, {**count, **move, "order_id": order_id})
