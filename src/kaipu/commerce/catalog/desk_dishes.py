"""The goods as the shop's people see them: with their limits, and with what is off the menu. Needs the shop's scope."""

from datetime import date

from pydantic import BaseModel

from kaipu.commerce.catalog.goods import Good, Goods, read_goods
from kaipu.commerce.stock.remaining import remaining_of
from kaipu.definition import Category, Dish

_PICTURE_OF_THE_SHOP = "picture:"


class DeskDish(Dish):
    """`sold_out` is the owner's own switch; `remaining` is what the daily limit has left for today."""

    daily_limit: int | None
    picture_url: str


class DeskGoods(BaseModel):
    categories: list[Category]
    dishes: list[DeskDish]


def desk_goods(pictures: str, today: date) -> DeskGoods:
    """`pictures`: where the trade's own pictures are, with a slash at the end."""
    goods = read_goods()
    remaining = remaining_of(goods.limited, today)
    dishes = [_desk_dish(good, pictures, remaining.get(code)) for code, good in goods.by_code.items()]
    return DeskGoods(categories=goods.catalog.categories, dishes=dishes)


def desk_dish(code: str, pictures: str, today: date) -> DeskDish:
    """One that is known to be there: after an edit."""
    goods: Goods = read_goods()
    good = goods.by_code[code]
    return _desk_dish(good, pictures, remaining_of([good] if good.daily_limit is not None else [], today).get(code))


def _desk_dish(good: Good, pictures: str, remaining: int | None) -> DeskDish:
    said = good.dish.model_dump() | {"remaining": remaining}
    return DeskDish.model_validate(
        said | {"daily_limit": good.daily_limit, "picture_url": _picture_url(good.dish.picture, pictures)}
    )


def _picture_url(picture: str, pictures: str) -> str:
    """An address that a browser can load; empty if the dish has no picture."""
    if picture.startswith(_PICTURE_OF_THE_SHOP):
        return f"{pictures}{picture.removeprefix(_PICTURE_OF_THE_SHOP)}"
    return picture
