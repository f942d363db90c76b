"""Holds the counts against the journal of moves. Errors are values; an empty list means that they agree."""

from collections import Counter
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db.models import Sum

from kaipu.commerce.stock.models import DishDay, StockMove

_EFFECTS: Final[dict[str, tuple[int, int, int]]] = {
    # what one unit of a move does to limit, reserved, sold
    StockMove.Kind.OPEN: (1, 0, 0),
    StockMove.Kind.LIMIT: (1, 0, 0),
    StockMove.Kind.RESERVE: (0, 1, 0),
    StockMove.Kind.RELEASE: (0, -1, 0),
    StockMove.Kind.SELL: (0, -1, 1),
    StockMove.Kind.RETURN: (0, 0, -1),
}


@dataclass(frozen=True, slots=True)
class WrongCount:
    dish_day_id: UUID
    counted: tuple[int, int, int]
    journalled: tuple[int, int, int]


def verify_stock() -> list[WrongCount]:
    """Every day of every limited dish of the scope's shop whose (limit, reserved, sold) the moves do not explain."""
    sums: dict[UUID, Counter[str]] = {}
    for dish_day_id, kind, quantity in StockMove.objects.values_list("dish_day_id", "kind").annotate(Sum("quantity")):
        sums.setdefault(dish_day_id, Counter())[kind] = quantity
    wrong = []
    for row in DishDay.objects.all():
        counted, journalled = (row.limit, row.reserved, row.sold), _journalled(sums.get(row.pk, Counter()))
        if counted != journalled:
            wrong.append(WrongCount(row.pk, counted, journalled))
    return wrong


def _journalled(moves: Counter[str]) -> tuple[int, int, int]:
    limit, reserved, sold = (
        sum(moves[kind] * effect[place] for kind, effect in _EFFECTS.items()) for place in range(3)
    )
    return limit, reserved, sold
