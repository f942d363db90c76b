"""The JSON Schema (draft 2020-12) of a definition, with the props of every block that is installed. For
documentation, editors and other programs; Kaipu itself validates with `validation`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

from kaipu.definition.blocks import BlockManifest, BlockRegistry
from kaipu.definition.blocks.named_types import NAMED_TYPES
from kaipu.definition.document import Definition
from kaipu.definition.tree import JsonObject, JsonValue

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def definition_schema(registry: BlockRegistry) -> JsonObject:
    schema = cast("JsonObject", Definition.model_json_schema(by_alias=True))
    parts = cast("dict[str, JsonObject]", schema["$defs"])
    node = parts.pop("Node")
    for named in NAMED_TYPES.values():
        parts.update(_hoisted(named.name, named.json_schema()))
    for manifest in registry:
        parts[f"node_{manifest.id}"] = _node_schema(node, manifest)
    parts["Node"] = {"oneOf": [{"$ref": f"#/$defs/node_{manifest.id}"} for manifest in registry]}
    return {"$schema": DIALECT, **schema}


def _hoisted(name: str, schema: JsonObject) -> dict[str, JsonObject]:
    """pydantic nests definitions; ours stand side by side."""
    inner = cast("dict[str, JsonObject]", schema.get("$defs", {}))
    return {name: {key: value for key, value in schema.items() if key != "$defs"}, **inner}


def _node_schema(node: JsonObject, manifest: BlockManifest) -> JsonObject:
    properties: JsonObject = {
        **cast("JsonObject", node["properties"]),
        "block": {"const": manifest.id},
        "version": {"const": manifest.version},
        "props": _with_references(manifest.props),
    }
    return {**node, "title": manifest.name.en, "description": manifest.summary.en, "properties": properties}


def _with_references(schema: Mapping[str, JsonValue]) -> JsonObject:
    """A block writes `$ref: image`; JSON Schema wants a pointer."""
    return {key: _with_reference(key, value) for key, value in schema.items()}


def _with_reference(key: str, value: JsonValue) -> JsonValue:
    if key == "$ref":
        return f"#/$defs/{value}"
    if key in ("default", "enum") or key.startswith("x-"):
        return value
    if key == "properties" and isinstance(value, dict):
        return {name: _with_references(cast("JsonObject", part)) for name, part in value.items()}
    return _with_references(value) if key == "items" and isinstance(value, dict) else value
