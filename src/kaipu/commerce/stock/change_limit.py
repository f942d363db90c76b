"""The owner changes how many of a dish there are a day. Needs the shop's scope."""

from datetime import date
from uuid import UUID

from kaipu.commerce.stock.models import DishDay, StockMove


def change_limit(dish_id: UUID, limit: int, today: date) -> None:
    """Holds for today and days opened ahead. What is ordered stays ordered: the limit never drops below it."""
    for row in DishDay.objects.select_for_update().filter(dish_id=dish_id, day__gte=today).order_by("day"):
        wanted = max(limit, row.reserved + row.sold)
        if wanted != row.limit:
            StockMove.objects.create(dish_day=row, kind=StockMove.Kind.LIMIT, quantity=wanted - row.limit)
            DishDay.objects.filter(pk=row.pk).update(limit=wanted)
