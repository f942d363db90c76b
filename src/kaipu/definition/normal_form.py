"""The normal form of a document: every node's props complete and every rich text clean. An edit appends the steps
that lead there to its own patch, so that what is recorded is what was done, and what is shown is what will be
published.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from kaipu.definition.blocks import BlockManifest, BlockRegistry
from kaipu.definition.operations.patch import Step, swap
from kaipu.definition.references import named_values
from kaipu.definition.rich_text import clean_rich_text
from kaipu.definition.tree import JsonObject, JsonValue, join_pointer, same_json, split_pointer


def normalizing_steps(document: JsonValue, registry: BlockRegistry) -> list[Step]:
    """No steps for a document in normal form. Passes over what is malformed: `validate` is there to say so."""
    nodes = document.get("nodes") if isinstance(document, dict) else None
    parts = nodes.items() if isinstance(nodes, dict) else ()
    return [step for name, node in parts if isinstance(node, dict) for step in _steps(name, node, registry)]


def _steps(name: str, node: JsonObject, registry: BlockRegistry) -> Iterator[Step]:
    manifest, props = registry.get(str(node.get("block"))), node.get("props")
    if manifest is None or not isinstance(props, dict):
        return
    for prop, value in _normal(props, manifest).items():
        if prop not in props or not same_json(props[prop], value):
            yield Step("add", join_pointer("nodes", name, "props", prop), value)


def _normal(props: JsonObject, manifest: BlockManifest) -> JsonObject:
    result: JsonValue = manifest.merged(props)
    for found in named_values(result, manifest.props):
        if found.type == "rich_text" and isinstance(found.value, str):
            result = swap(result, split_pointer(found.where), clean_rich_text(found.value))
    return cast("JsonObject", result)
