"""What a node's props refer to, and which of them hold rich text: found by walking the props along their schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, cast

from kaipu.definition.blocks.subset import children
from kaipu.definition.tree import JsonObject, JsonValue, join_pointer

Kind = Literal["page", "dish", "category", "image"]
_KINDS: Final[Mapping[str, Kind]] = {"page": "page", "dish": "dish", "category": "category", "image": "image"}


@dataclass(frozen=True, slots=True)
class Reference:
    kind: Kind
    name: str
    where: str


@dataclass(frozen=True, slots=True)
class NamedValue:
    """A value of one of the named types, at its pointer."""

    type: str
    value: JsonValue
    where: str


def named_values(value: JsonValue, schema: JsonObject, where: str = "") -> Iterator[NamedValue]:
    """All values of named types below; parts that do not fit the schema are passed over."""
    if "$ref" in schema:
        yield NamedValue(str(schema["$ref"]), value, where)
    elif isinstance(value, dict):
        for pointer, part in children(schema):
            name = pointer.removeprefix("/properties/").replace("~1", "/").replace("~0", "~")
            if name in value:
                yield from named_values(value[name], part, where + join_pointer(name))
    elif isinstance(value, list) and isinstance(schema.get("items"), dict):
        for number, item in enumerate(value):
            yield from named_values(item, cast("JsonObject", schema["items"]), where + join_pointer(number))


def references(props: JsonObject, schema: JsonObject, where: str = "") -> Iterator[Reference]:
    """The pages, goods and pictures named in valid props."""
    for found in named_values(props, schema, where):
        if found.type == "link":
            link = cast("JsonObject", found.value)
            kind = _KINDS.get(str(link["kind"]))
            name, place = link.get(str(kind)), f"{found.where}/{kind}"
        else:
            kind, name, place = _KINDS.get(found.type), found.value, found.where
        if kind and name:
            yield Reference(kind, str(name), place)
