"""What the inspector shows of a prop: its name in both languages, the names of its choices, how it is filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

from kaipu.definition.blocks.subset import children
from kaipu.definition.diagnostics import LANGUAGES, Diagnostic
from kaipu.definition.texts import error
from kaipu.definition.tree import JsonObject, JsonValue, join_pointer

_NOTES: Final = ("x-label", "x-labels", "x-widget")
_SEVERAL_LINES: Final = "textarea"


def check_labels(schema: JsonObject, where: str) -> Iterator[Diagnostic]:
    """The schema has passed `check_schema`."""
    for keyword in schema:
        if keyword.startswith("x-") and keyword not in _NOTES:
            place = where + join_pointer(keyword)
            yield error("not_one_of", place, field=keyword, expected=", ".join(_NOTES))
    yield from _widget(schema, where)
    yield from _choices(schema, where)
    for pointer, part in children(schema):
        if pointer != "/items":
            yield from _label(part, where + pointer)
        yield from check_labels(part, where + pointer)


def _label(part: JsonObject, where: str) -> Iterator[Diagnostic]:
    if not _is_bilingual(part.get("x-label")):
        place = where + "/x-label" if "x-label" in part else where
        yield error("prop_unlabelled", place, prop=where.rpartition("/")[2])


def _choices(schema: JsonObject, where: str) -> Iterator[Diagnostic]:
    """A number speaks for itself."""
    given = schema.get("x-labels")
    named = given if isinstance(given, dict) else {}
    choices = cast("list[JsonValue]", schema.get("enum", []))
    place = where + "/x-labels" if "x-labels" in schema else where
    for choice in choices:
        if isinstance(choice, str) and not _is_bilingual(named.get(choice)):
            yield error("choice_unlabelled", place, choice=choice)
    known = {str(choice) for choice in choices}
    for name in named.keys() - known:
        yield error("not_one_of", place + join_pointer(name), field=name, expected=", ".join(sorted(known)) or "-")


def _widget(schema: JsonObject, where: str) -> Iterator[Diagnostic]:
    """What a prop is says how it is filled in; only a text may have one line or several."""
    fitting = _SEVERAL_LINES if schema.get("type") == "string" and "enum" not in schema else "-"
    if schema.get("x-widget", fitting) != fitting:
        yield error("not_one_of", where + "/x-widget", field="x-widget", expected=fitting)


def _is_bilingual(label: JsonValue) -> bool:
    if not isinstance(label, dict) or set(label) != set(LANGUAGES):
        return False
    return all(isinstance(text, str) and text.strip() for text in label.values())
