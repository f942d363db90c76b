"""Takes limited dishes out of what remains, for an order that is not paid yet. Needs the shop's scope.

The count and its journal change in one conditional statement per dish, in the order of the dishes' ids: two orders for
the same dishes wait for each other, never in a circle. Call it late: the rows stay locked until the transaction ends.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final
from uuid import UUID

from django.db import connection

from kaipu.commerce.shops.identity import new_id
from kaipu.commerce.shops.tenancy import current_shop_id
from kaipu.commerce.stock.models import DishDay

_TAKE: Final = """
WITH taken AS (
    UPDATE stock_dishday SET reserved = reserved + %(quantity)s
    WHERE shop_id = %(shop_id)s AND dish_id = %(dish_id)s AND day = %(day)s
        AND "limit" - reserved - sold >= %(quantity)s
    RETURNING id
)
INSERT INTO stock_stockmove (id, shop_id, dish_day_id, kind, quantity, order_id, at)
SELECT %(move_id)s, %(shop_id)s, id, 'reserve', %(quantity)s, %(order_id)s, now() FROM taken
"""

# The share lock keeps the owner from changing the limit between reading it here and writing it there.
_OPEN: Final = """
WITH known AS (
    SELECT id, daily_limit FROM catalog_dish WHERE id = %(dish_id)s AND daily_limit IS NOT NULL FOR SHARE
), opened AS (
    INSERT INTO stock_dishday (id, shop_id, dish_id, day, "limit", reserved, sold)
    SELECT %(dish_day_id)s, %(shop_id)s, id, %(day)s, daily_limit, 0, 0 FROM known
    ON CONFLICT (shop_id, dish_id, day) DO NOTHING
    RETURNING id, "limit"
)
INSERT INTO stock_stockmove (id, shop_id, dish_day_id, kind, quantity, order_id, at)
SELECT %(move_id)s, %(shop_id)s, id, 'open', "limit", NULL, now() FROM opened
"""


def reserve(order_id: UUID, wanted: Mapping[UUID, int], day: date) -> UUID | None:
    """Dish id -> how many. Returns the first dish there is not enough of, else None; then all are reserved.

    After a shortage the caller takes the transaction back: the dishes before it are reserved.
    """
    for dish_id in sorted(wanted):
        if not _take(order_id, dish_id, wanted[dish_id], day):
            return dish_id
    return None


def remaining_for(dish_id: UUID, day: date) -> int:
    """How many could be ordered now."""
    row = DishDay.objects.filter(dish_id=dish_id, day=day).first()
    return row.remaining if row else 0


def _take(order_id: UUID, dish_id: UUID, quantity: int, day: date) -> bool:
    taking: dict[str, UUID | date | int] = {
        "shop_id": current_shop_id(),
        "dish_id": dish_id,
        "day": day,
        "quantity": quantity,
        "order_id": order_id,
        "move_id": new_id(),
    }
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, taking)
        if cursor.rowcount:
            return True
        # Either there are not enough, or this is the day's first order of the dish.
        cursor.execute(_OPEN, taking | {"dish_day_id": new_id(), "move_id": new_id()})
        cursor.execute(_TAKE, taking)
        return bool(cursor.rowcount)
