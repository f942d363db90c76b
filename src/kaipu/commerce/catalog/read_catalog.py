"""The catalogue as shoppers see it at this moment: the goods, and how many of the limited ones remain today."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kaipu.commerce.catalog.goods import Goods, read_goods
from kaipu.commerce.stock.remaining import remaining_of
from kaipu.definition import Catalog, Dish


@dataclass(frozen=True, slots=True)
class CatalogAnswer:
    """`etag` changes whenever a byte of `body` does."""

    body: bytes
    etag: str


def read_catalog(day: date) -> Catalog:
    """`day` is a day of the shop's own clock. A dish with none left is sold out. Needs the shop's scope."""
    goods = read_goods()
    return _with_remaining(goods, remaining_of(goods.limited, day))


def catalog_answer(day: date) -> CatalogAnswer:
    """The same as JSON. Written anew only when goods or counts have changed since the last answer of this process."""
    goods = read_goods()
    remaining = remaining_of(goods.limited, day)
    key = "|".join([goods.revision, *(f"{code}:{left}" for code, left in remaining.items())])
    kept = _answers.get(goods.revision)
    if kept is not None and kept[0] == key:
        return kept[1]
    body = _with_remaining(goods, remaining).model_dump_json().encode()
    answer = CatalogAnswer(body, f'"{hashlib.sha256(key.encode()).hexdigest()[:32]}"')
    if len(_answers) >= _MOST_ANSWERS:
        _answers.clear()
    _answers[goods.revision] = (key, answer)
    return answer


# By revision, which names the content itself: two shops with the same goods may share, and nobody else can.
_answers: dict[str, tuple[str, CatalogAnswer]] = {}
_MOST_ANSWERS = 500


def _with_remaining(goods: Goods, remaining: Mapping[str, int]) -> Catalog:
    if not remaining:
        return goods.catalog
    dishes = [_counted(dish, remaining.get(dish.code)) for dish in goods.catalog.dishes]
    return goods.catalog.model_copy(update={"dishes": dishes})


def _counted(dish: Dish, left: int | None) -> Dish:
    if left is None:
        return dish
    return dish.model_copy(update={"remaining": left, "sold_out": dish.sold_out or left == 0})
