"""What a shop sells and what it says about itself: the shapes shared by trades, the HTTP API and packages. Money is
in fen. Rules about them are functions in `choices` and `opening_hours`; these models only hold what is well-formed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Final, Literal, Self, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from kaipu.definition.document import Part

Code: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Phone: TypeAlias = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 -]{2,18}[0-9]$")]
ClockTime: TypeAlias = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")]
AmountFen: TypeAlias = Annotated[int, Field(ge=0, le=100_000_000)]
Label: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=60)]
Weekday: TypeAlias = Annotated[int, Field(ge=1, le=7)]
"""ISO: Monday is 1."""


def _known_timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError("unknown_timezone", "no such time zone", {"name": name}) from None
    return name


Timezone: TypeAlias = Annotated[str, AfterValidator(_known_timezone)]

PLACEHOLDER_PICTURE: Final = ""


def _refuse_repeats(codes: Iterable[str]) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise PydanticCustomError("repeated_code", "code comes twice", {"repeated": code})
        seen.add(code)


class Choice(Part):
    code: Code
    name: Label
    price_fen: AmountFen = 0
    sold_out: bool = False


class Option(Part):
    """`one`: exactly one choice, the first is the default. `many`: none, or up to `max`."""

    code: Code
    name: Label
    kind: Literal["one", "many"]
    max: Annotated[int, Field(ge=1, le=100)] | None = None
    choices: Annotated[list[Choice], Field(min_length=1, max_length=100)]

    @model_validator(mode="after")
    def _codes_are_unique(self) -> Self:
        _refuse_repeats(choice.code for choice in self.choices)
        return self


class Dish(Part):
    code: Code
    category: Code
    name: Label
    description: Annotated[str, StringConstraints(max_length=500)] = ""
    picture: Annotated[str, StringConstraints(max_length=500)] = PLACEHOLDER_PICTURE
    price_fen: AmountFen
    unit: Annotated[str, StringConstraints(max_length=12)] = ""
    was_fen: AmountFen | None = None
    sold_out: bool = False
    remaining: Annotated[int, Field(ge=0)] | None = None
    box_count: Annotated[int, Field(ge=0, le=20)] = 0
    tags: Annotated[list[Label], Field(max_length=10)] = Field(default_factory=list)
    options: Annotated[list[Option], Field(max_length=20)] = Field(default_factory=list)

    @model_validator(mode="after")
    def _codes_are_unique(self) -> Self:
        _refuse_repeats(option.code for option in self.options)
        return self


class Category(Part):
    code: Code
    name: Label


class Catalog(Part):
    revision: Annotated[str, StringConstraints(max_length=64)] = ""
    currency: Literal["CNY"] = "CNY"
    categories: Annotated[list[Category], Field(max_length=200)]
    dishes: Annotated[list[Dish], Field(max_length=5000)]

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        _refuse_repeats(category.code for category in self.categories)
        _refuse_repeats(dish.code for dish in self.dishes)
        known = {category.code for category in self.categories}
        for dish in self.dishes:
            if dish.category not in known:
                raise PydanticCustomError(
                    "unknown_category", "no such category", {"dish": dish.code, "category": dish.category}
                )
        return self

    def dish(self, code: str) -> Dish | None:
        return next((dish for dish in self.dishes if dish.code == code), None)


class Hours(Part):
    """Opening hours on some weekdays. Closing at or before opening means: on the next day."""

    days: Annotated[list[Weekday], Field(min_length=1, max_length=7)]
    opens: ClockTime
    closes: ClockTime


class ShopInformation(Part):
    name: Label
    branch: Annotated[str, StringConstraints(max_length=60)] = ""
    address: Annotated[str, StringConstraints(max_length=200)] = ""
    phones: Annotated[list[Phone], Field(max_length=5)] = Field(default_factory=list)
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    hours: Annotated[list[Hours], Field(max_length=30)] = Field(default_factory=list)
    timezone: Timezone = "Asia/Shanghai"
    opening: Literal["hours", "open", "closed"] = "hours"
    closed_note: Annotated[str, StringConstraints(max_length=200)] = ""
    tables: Annotated[list[Annotated[str, StringConstraints(min_length=1, max_length=12)]], Field(max_length=500)] = (
        Field(default_factory=list)
    )
    table_notes: dict[str, Annotated[str, StringConstraints(max_length=60)]] = Field(default_factory=dict)
    order_kinds: Annotated[list[Code], Field(max_length=20)] = Field(default_factory=list)
    packing_fee_fen: AmountFen = 0
    notices: Annotated[list[Annotated[str, StringConstraints(max_length=200)]], Field(max_length=20)] = Field(
        default_factory=list
    )

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)
