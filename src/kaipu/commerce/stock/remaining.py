"""How many of the limited dishes can still be ordered for a day. Needs the shop's scope."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from kaipu.commerce.stock.models import DishDay

if TYPE_CHECKING:
    from kaipu.commerce.catalog.goods import Good


def remaining_of(limited: Sequence["Good"], day: date) -> dict[str, int]:
    """Dish code -> how many. A day that nobody has ordered for yet has the whole limit."""
    if not limited:
        return {}
    counted = {row.dish_id: row.remaining for row in DishDay.objects.filter(day=day)}
    return {good.dish.code: counted.get(good.id, good.daily_limit or 0) for good in limited}
