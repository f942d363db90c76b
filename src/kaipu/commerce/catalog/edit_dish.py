"""Changes one dish. Shoppers see it with their next look at the catalogue. Needs the shop's scope."""

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from kaipu.commerce.catalog.goods import lock_catalog, renew_revision
from kaipu.commerce.catalog.models import Dish
from kaipu.commerce.plain_text import PlainText
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.stock.change_limit import change_limit
from kaipu.definition.catalog import AmountFen

_NULLABLE = {"daily_limit"}


class DishChanges(BaseModel):
    """What is left out stays as it is. `daily_limit: null` takes the limit away."""

    model_config = ConfigDict(extra="forbid", strict=True)

    price_fen: AmountFen | None = None
    sold_out: bool | None = None
    daily_limit: Annotated[int, Field(ge=0, le=100_000)] | None = None
    name: Annotated[PlainText, Field(min_length=1, max_length=60)] | None = None
    description: Annotated[PlainText, Field(max_length=500)] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        empty = [name for name in self.model_fields_set - _NULLABLE if getattr(self, name) is None]
        if empty or self.name == "":
            raise PydanticCustomError("null_field", "may be left out, not emptied", {"fields": ", ".join(empty)})
        return self


def edit_dish(code: str, changes: DishChanges, today: date) -> Dish:
    """The dish after the change. `today` by the shop's clock: a new limit holds from today on."""
    dish = _locked(code)
    for name in changes.model_fields_set:
        setattr(dish, name, getattr(changes, name))
    if dish.was_fen is not None and dish.was_fen <= dish.price_fen:
        dish.was_fen = None
    dish.save()
    if "daily_limit" in changes.model_fields_set and dish.daily_limit is not None:
        change_limit(dish.pk, dish.daily_limit, today)
    renew_revision()
    return dish


def change_photo(code: str, picture: str) -> Dish:
    """`picture`: the address of a stored picture."""
    dish = _locked(code)
    dish.picture = picture
    dish.save(update_fields=["picture"])
    renew_revision()
    return dish


def find_dish(code: str) -> Dish:
    """Raises Refusal 404."""
    dish = Dish.objects.select_related("category").filter(code=code).first()
    if dish is None:
        raise Refusal("dish_unknown", 404)
    return dish


def _locked(code: str) -> Dish:
    lock_catalog()
    return find_dish(code)
