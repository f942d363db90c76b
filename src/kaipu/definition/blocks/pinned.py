"""Whether a release can still be drawn: the blocks it was made of may have been uninstalled, or gone back a version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from kaipu.definition.blocks.registry import BlockRegistry
from kaipu.definition.diagnostics import Diagnostic
from kaipu.definition.texts import error
from kaipu.definition.tree import JsonObject, join_pointer


def lost_blocks(document: JsonObject, registry: BlockRegistry) -> list[Diagnostic]:
    """An error for each node of a release whose block is not there, or only in an older version."""
    nodes = cast("dict[str, JsonObject]", document["nodes"])
    return [problem for name, node in nodes.items() for problem in _lost(name, node, registry)]


def _lost(name: str, node: JsonObject, registry: BlockRegistry) -> Iterator[Diagnostic]:
    block, version = str(node["block"]), int(str(node["version"]))
    manifest = registry.get(block)
    if manifest is None:
        yield error("block_unknown", join_pointer("nodes", name, "block"), block=block)
    elif version > manifest.version:
        place = join_pointer("nodes", name, "version")
        yield error("block_newer", place, block=block, found=version, known=manifest.version)
