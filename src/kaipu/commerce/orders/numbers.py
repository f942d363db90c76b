"""Numbers to call out: A001, A002, ... anew each day of the shop's clock. Needs the shop's scope.

One counter would make all orders of a shop wait for each other until each is safely on disk. So a day has eight lanes,
named by letters: an order takes the first lane that nobody holds at that moment. At a human pace all numbers are A's.
"""

import random
from datetime import date
from typing import Final

from django.db import connection

from kaipu.commerce.orders.models import NumberLane
from kaipu.commerce.shops.tenancy import current_shop_id

LANES: Final = "ABCDEFGH"

_FREE_LANE: Final = """
WITH free AS (
    SELECT id FROM orders_numberlane WHERE shop_id = %s AND day = %s ORDER BY lane LIMIT 1 FOR UPDATE SKIP LOCKED
)
UPDATE orders_numberlane SET last = last + 1 FROM free WHERE orders_numberlane.id = free.id
RETURNING orders_numberlane.lane, orders_numberlane.last
"""
_ONE_LANE: Final = """
UPDATE orders_numberlane SET last = last + 1 WHERE shop_id = %s AND day = %s AND lane = %s RETURNING lane, last
"""


def next_number(day: date) -> str:
    """Never given twice on that day; given back if the transaction is."""
    shop_id = current_shop_id()
    with connection.cursor() as cursor:
        cursor.execute(_FREE_LANE, [shop_id, day])
        row = cursor.fetchone()
        if row is None:
            # The day's first order, or all lanes are held: then wait for any one.
            NumberLane.objects.bulk_create([NumberLane(day=day, lane=lane) for lane in LANES], ignore_conflicts=True)
            cursor.execute(_FREE_LANE, [shop_id, day])
            row = cursor.fetchone()
        if row is None:
            lane = random.choice(LANES)  # noqa: S311 - spreads the waiting, guards no secret
            cursor.execute(_ONE_LANE, [shop_id, day, lane])
            row = cursor.fetchone()
    return f"{row[0]}{row[1]:03d}"
