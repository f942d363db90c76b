"""What a case's `shop.json` may say: the shop that a block is drawn in, its clock and its language. All is optional."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from kaipu.definition.catalog import Catalog, Code, ShopInformation
from kaipu.definition.diagnostics import Diagnostic, Refused
from kaipu.definition.document import Part
from kaipu.definition.parsing import parse_model
from kaipu.definition.tree import JsonValue


def _moment(text: str) -> str:
    try:
        if datetime.fromisoformat(text).tzinfo is not None:
            return text
    except ValueError:
        pass
    raise PydanticCustomError("not_a_moment", "no moment")


class _Line(Part):
    dish: Code
    name: str = ""
    choices: list[str]
    quantity: Annotated[int, Field(ge=1, le=99)]


class CaseShop(Part):
    language: Literal["zh", "en"] = "zh"
    now: Annotated[str, AfterValidator(_moment)] = ""
    shop: ShopInformation | None = None
    catalog: Catalog | None = None
    cart: list[_Line] = Field(default_factory=list)
    table: Annotated[str, StringConstraints(min_length=1, max_length=12)] = ""


def check_case_shop(value: JsonValue) -> list[Diagnostic]:
    """Everything wrong with it, at pointers into the value."""
    try:
        parse_model(CaseShop, value)
    except Refused as refused:
        return list(refused.diagnostics)
    return []
