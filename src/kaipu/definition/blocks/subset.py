"""The part of JSON Schema (draft 2020-12) that a block's props may use, and the check that a schema stays within it.
Small on purpose: whatever is allowed here has a widget in the inspector and a message in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from kaipu.definition.blocks.named_types import NAMED_TYPES
from kaipu.definition.diagnostics import Diagnostic
from kaipu.definition.texts import error
from kaipu.definition.tree import JsonObject, JsonValue, join_pointer

TYPES: Final = ("object", "array", "string", "integer", "number", "boolean")

_WHOLE: Final = int
# keyword -> the Python type its value must have
_KEYWORDS: Final[Mapping[str, type | tuple[type, ...]]] = {
    "$ref": str,
    "type": str,
    "enum": list,
    "default": object,
    "minimum": (int, float),
    "maximum": (int, float),
    "minLength": _WHOLE,
    "maxLength": _WHOLE,
    "pattern": str,
    "minItems": _WHOLE,
    "maxItems": _WHOLE,
    "uniqueItems": bool,
    "items": dict,
    "properties": dict,
    "required": list,
    "additionalProperties": bool,
}


def check_schema(schema: JsonObject, where: str) -> Iterator[Diagnostic]:
    """Everything in a schema that is outside the subset or cannot be meant."""
    for keyword, value in schema.items():
        if not keyword.startswith("x-"):
            yield from _check_keyword(keyword, value, where + join_pointer(keyword))
    yield from _check_kind(schema, where)
    for name, part in children(schema):
        yield from check_schema(part, where + name)
    properties = schema.get("properties")
    for name, value in properties.items() if isinstance(properties, dict) else ():
        if not isinstance(value, dict):
            yield error("schema_type", where + join_pointer("properties", name))


def children(schema: JsonObject) -> Iterator[tuple[str, JsonObject]]:
    """The schemas inside a schema, with the pointer from it to them."""
    properties, items = schema.get("properties"), schema.get("items")
    if isinstance(properties, dict):
        for name, part in properties.items():
            if isinstance(part, dict):
                yield join_pointer("properties", name), part
    if isinstance(items, dict):
        yield "/items", items


def _check_keyword(keyword: str, value: JsonValue, where: str) -> Iterator[Diagnostic]:
    wanted = _KEYWORDS.get(keyword)
    if wanted is None or not isinstance(value, wanted) or (keyword == "pattern" and not _compiles(str(value))):
        yield error("schema_keyword", where, keyword=keyword)


def _check_kind(schema: JsonObject, where: str) -> Iterator[Diagnostic]:
    """A schema names either a type or one of the named types; an object closes itself."""
    reference, kind = schema.get("$ref"), schema.get("type")
    if reference is not None and reference not in NAMED_TYPES:
        yield error("schema_reference", where, name=str(reference))
    if (reference is None) == (kind is None) or (kind is not None and kind not in TYPES):
        yield error("schema_type", where)
    if kind == "object" and (
        not isinstance(schema.get("properties"), dict) or schema.get("additionalProperties") is not False
    ):
        yield error("schema_open_object", where)
    if kind == "array" and not (isinstance(schema.get("items"), dict) and "maxItems" in schema):
        yield error("schema_open_array", where)


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
