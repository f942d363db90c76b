"""Fills in what props leave out: first the block's own defaults, then the schema's at every depth. What is there
already is kept, and nothing is changed in place. Says which of the schema's defaults could not be filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from kaipu.definition.blocks.schema import check_value
from kaipu.definition.blocks.subset import children
from kaipu.definition.diagnostics import Diagnostic
from kaipu.definition.tree import JsonObject, JsonValue


def filled(props: JsonObject, defaults: JsonObject, schema: JsonObject) -> JsonObject:
    return cast("JsonObject", _fill({**defaults, **props}, schema))


def check_defaults(schema: JsonObject, where: str) -> Iterator[Diagnostic]:
    """Each default is a value that its own schema takes."""
    if "default" in schema:
        yield from check_value(schema["default"], schema, f"{where}/default")
    for pointer, part in children(schema):
        yield from check_defaults(part, where + pointer)


def _fill(value: JsonValue, schema: JsonObject) -> JsonValue:
    properties, items = schema.get("properties"), schema.get("items")
    if isinstance(value, dict) and isinstance(properties, dict):
        parts = cast("dict[str, JsonObject]", properties)
        missing = {name: part["default"] for name, part in parts.items() if name not in value and "default" in part}
        whole = {**value, **missing}
        return {name: _fill(member, parts[name]) if name in parts else member for name, member in whole.items()}
    if isinstance(value, list) and isinstance(items, dict):
        return [_fill(item, items) for item in value]
    return value
