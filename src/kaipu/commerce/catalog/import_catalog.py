"""Writes a whole catalogue into the shop: what is new is added, what has the same code is replaced, the rest stays.

Idempotent. Needs the shop's scope.
"""

from collections.abc import Mapping
from typing import Final

from kaipu.commerce.catalog.goods import lock_catalog, renew_revision
from kaipu.commerce.catalog.models import Category, Dish
from kaipu.definition import Catalog
from kaipu.definition import Dish as DishShape

_CATEGORY_FIELDS: Final = ["name", "position"]
_DISH_FIELDS: Final = [
    "category",
    "name",
    "description",
    "picture",
    "price_fen",
    "was_fen",
    "unit",
    "options",
    "sold_out",
    "daily_limit",
    "box_count",
    "tags",
    "position",
]


def import_catalog(catalog: Catalog, daily_limits: Mapping[str, int] | None = None) -> str:
    """The new revision. `daily_limits`: dish code -> how many a day, for the dishes that are limited.

    A limit written here counts from the next day that is not open yet; `edit_dish` also changes today's.
    """
    lock_catalog()
    Category.objects.bulk_create(
        [
            Category(code=category.code, name=category.name, position=position)
            for position, category in enumerate(catalog.categories)
        ],
        update_conflicts=True,
        unique_fields=["shop", "code"],
        update_fields=_CATEGORY_FIELDS,
    )
    categories = {category.code: category for category in Category.objects.all()}
    limits = daily_limits or {}
    Dish.objects.bulk_create(
        [
            _row(dish, categories[dish.category], limits.get(dish.code), position)
            for position, dish in enumerate(catalog.dishes)
        ],
        update_conflicts=True,
        unique_fields=["shop", "code"],
        update_fields=_DISH_FIELDS,
    )
    return renew_revision()


def _row(dish: DishShape, category: Category, daily_limit: int | None, position: int) -> Dish:
    return Dish(
        category=category,
        code=dish.code,
        name=dish.name,
        description=dish.description,
        picture=dish.picture,
        price_fen=dish.price_fen,
        was_fen=dish.was_fen,
        unit=dish.unit,
        options=[option.model_dump(mode="json") for option in dish.options],
        sold_out=dish.sold_out,
        daily_limit=daily_limit,
        box_count=dish.box_count,
        tags=dish.tags,
        position=position,
    )
