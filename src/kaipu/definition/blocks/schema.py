"""Checks a value against a schema of the subset, and says at which pointer what is wrong, in both languages.
The schema has passed `check_schema`; the value is JSON within the limits, so that recursion is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, cast

from kaipu.definition.blocks.named_types import NAMED_TYPES
from kaipu.definition.diagnostics import Diagnostic
from kaipu.definition.parsing import called
from kaipu.definition.texts import error
from kaipu.definition.tree import JsonObject, JsonValue, join_pointer, same_json

Check = Callable[[JsonValue, JsonObject, str], Iterator[Diagnostic]]


def check_value(value: JsonValue, schema: JsonObject, where: str = "") -> Iterator[Diagnostic]:
    reference = schema.get("$ref")
    if reference is not None:
        named = NAMED_TYPES[str(reference)]
        problems = list(named.check(value, where))
        yield from problems
        if not problems and isinstance(value, str):
            yield from _check_string(value, schema, where)
        return
    kind = str(schema["type"])
    if not _IS[kind](value):
        yield error(f"expected_{kind}", where, field=called(where))
        return
    if "enum" in schema and not any(same_json(value, allowed) for allowed in _list(schema, "enum")):
        yield error("not_one_of", where, field=called(where), expected=_spell(_list(schema, "enum")))
        return
    yield from _CHECKS[kind](value, schema, where)


def _is_number(value: JsonValue) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_IS: Final[Mapping[str, Callable[[JsonValue], bool]]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": _is_number,
    "boolean": lambda value: isinstance(value, bool),
}


def _check_object(value: JsonValue, schema: JsonObject, where: str) -> Iterator[Diagnostic]:
    members, properties = cast("JsonObject", value), cast("dict[str, JsonObject]", schema["properties"])
    for name in _list(schema, "required"):
        if name not in members:
            yield error("field_missing", where + join_pointer(str(name)), field=str(name))
    for name, member in members.items():
        place = where + join_pointer(name)
        if name in properties:
            yield from check_value(member, properties[name], place)
        else:
            yield error("field_unknown", place, field=name)


def _check_array(value: JsonValue, schema: JsonObject, where: str) -> Iterator[Diagnostic]:
    items = cast("list[JsonValue]", value)
    yield from _check_length(len(items), schema, ("minItems", "maxItems"), where)
    if schema.get("uniqueItems") and any(same_json(a, b) for n, a in enumerate(items) for b in items[:n]):
        yield error("item_repeated", where, field=called(where))
    for number, item in enumerate(items[: cast("int", schema["maxItems"])]):
        yield from check_value(item, cast("JsonObject", schema["items"]), where + join_pointer(number))


def _check_string(value: JsonValue, schema: JsonObject, where: str) -> Iterator[Diagnostic]:
    text = cast("str", value)
    yield from _check_length(len(text), schema, ("minLength", "maxLength"), where)
    if "pattern" in schema and not re.search(str(schema["pattern"]), text):
        yield error("wrong_form", where, field=called(where))


def _check_number(value: JsonValue, schema: JsonObject, where: str) -> Iterator[Diagnostic]:
    number = cast("float", value)
    least, most = schema.get("minimum"), schema.get("maximum")
    if isinstance(least, int | float) and number < least:
        yield error("too_small", where, field=called(where), limit=least)
    if isinstance(most, int | float) and number > most:
        yield error("too_great", where, field=called(where), limit=most)


def _check_nothing(value: JsonValue, schema: JsonObject, where: str) -> Iterator[Diagnostic]:
    return iter(())


_CHECKS: Final[Mapping[str, Check]] = {
    "object": _check_object,
    "array": _check_array,
    "string": _check_string,
    "integer": _check_number,
    "number": _check_number,
    "boolean": _check_nothing,
}


def _check_length(length: int, schema: JsonObject, keywords: tuple[str, str], where: str) -> Iterator[Diagnostic]:
    least, most = schema.get(keywords[0]), schema.get(keywords[1])
    if isinstance(least, int) and length < least:
        yield error("too_short", where, field=called(where), limit=least)
    if isinstance(most, int) and length > most:
        yield error("too_long", where, field=called(where), limit=most)


def _list(schema: JsonObject, keyword: str) -> list[JsonValue]:
    return cast("list[JsonValue]", schema.get(keyword, []))


def _spell(values: list[JsonValue]) -> str:
    return ", ".join(str(value) for value in values)
