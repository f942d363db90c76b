"""The named types a props schema refers to by `$ref`: image, link, rich_text, color, dish, category. Each knows its
JSON Schema and its check. Whether a page or dish that is named exists is for `validation` to say, which sees the
whole document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, cast

from pydantic import StringConstraints, TypeAdapter, ValidationError

from kaipu.definition.catalog import Code
from kaipu.definition.diagnostics import Diagnostic
from kaipu.definition.document import HexColor
from kaipu.definition.link import LINK, PictureText
from kaipu.definition.parsing import diagnostics_of
from kaipu.definition.rich_text import LONGEST_RICH_TEXT, is_clean
from kaipu.definition.texts import error
from kaipu.definition.tree import JsonObject, JsonValue

Check = Callable[[JsonValue, str], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class NamedType:
    name: str
    adapter: TypeAdapter[Any]
    empty: bool
    """The empty string is allowed and means that nothing was chosen."""
    more: Check | None = None

    def check(self, value: JsonValue, where: str) -> Iterator[Diagnostic]:
        if self.empty and value == "":
            return
        try:
            self.adapter.validate_python(value)
        except ValidationError as problem:
            yield from _without_tags(diagnostics_of(problem, where), where, value)
            return
        if self.more:
            yield from self.more(value, where)

    def json_schema(self) -> JsonObject:
        schema = cast("JsonObject", self.adapter.json_schema())
        return {"anyOf": [{"const": ""}, schema]} if self.empty else schema


def _without_tags(problems: list[Diagnostic], where: str, value: JsonValue) -> Iterator[Diagnostic]:
    """In a choice between shapes pydantic puts the shape's tag into the place; the document has no such step."""
    tag = value.get("kind") if isinstance(value, dict) else None
    for problem in problems:
        place = str(problem.where).removeprefix(where)
        kept = place.removeprefix(f"/{tag}") if tag and place.count("/") > 1 else place
        yield error(problem.code, where + kept, **problem.params)


def _check_clean(value: JsonValue, where: str) -> Iterator[Diagnostic]:
    if not is_clean(str(value)):
        yield error("rich_text_unclean", where)


_RICH_TEXT = TypeAdapter[Any](Annotated[str, StringConstraints(strict=True, max_length=LONGEST_RICH_TEXT)])

NAMED_TYPES: Final[Mapping[str, NamedType]] = {
    named.name: named
    for named in (
        NamedType("image", TypeAdapter(PictureText), empty=True),
        NamedType("link", LINK, empty=False),
        NamedType("rich_text", _RICH_TEXT, empty=False, more=_check_clean),
        NamedType("color", TypeAdapter(HexColor), empty=True),
        NamedType("dish", TypeAdapter(Code), empty=True),
        NamedType("category", TypeAdapter(Code), empty=True),
    )
}
