"""Reads a trade's goods.yaml: a catalogue written so that a person can keep it, with options stated once and used by
name. What comes out is the catalogue every shop has; the daily limits go beside it, because they are stock and not
goods.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from kaipu.definition import Catalog, JsonObject, load_yaml, parse_catalog
from kaipu.definition.catalog import Code, Label
from kaipu.definition.document import Part
from kaipu.definition.parsing import parse_model


class _SharedOption(Part):
    """An option of the table at the top of the file; its key there is its code."""

    name: Label
    kind: str
    max: int | None = None
    choices: list[JsonObject]


class _Use(Part):
    """A shared option under another code and name: the second bowl's spice in a meal for two."""

    use: Code
    code: Code
    name: Label


class _Dish(Part, extra="allow"):
    code: Code
    daily_limit: Annotated[int, Field(ge=1, le=100_000)] | None = None
    options: list[Code | JsonObject] = Field(default_factory=list)


class _Sheet(Part):
    options: dict[Code, _SharedOption] = Field(default_factory=dict)
    categories: list[JsonObject]
    dishes: list[_Dish]


def read_goods(file: Path) -> tuple[Catalog, dict[str, int]]:
    """The catalogue, and how many of a dish are made a day, by its code."""
    sheet = parse_model(_Sheet, load_yaml(file))
    pictures = file.parent / "pictures"
    catalog = parse_catalog(
        {"categories": sheet.categories, "dishes": [_dish(dish, sheet, pictures) for dish in sheet.dishes]},
        file=file.name,
    )
    return catalog, {dish.code: dish.daily_limit for dish in sheet.dishes if dish.daily_limit is not None}


def _dish(dish: _Dish, sheet: _Sheet, pictures: Path) -> JsonObject:
    picture = f"{dish.code}.webp"
    return {
        "picture": f"picture:{picture}" if (pictures / picture).is_file() else "",
        **dish.model_dump(exclude={"daily_limit", "options"}),
        "options": [_option(option, sheet) for option in dish.options],
    }


def _option(option: str | JsonObject, sheet: _Sheet) -> JsonObject:
    if isinstance(option, str):
        return {**sheet.options[option].model_dump(), "code": option}
    if "use" not in option:
        return option
    shared = parse_model(_Use, option)
    return {**sheet.options[shared.use].model_dump(), "code": shared.code, "name": shared.name}
