"""Brings an old document up to the newest schema and its nodes to the newest version of their blocks. Total: every
old document has a way up. The identity on a document that is new already. Unknown or newer blocks are left as they
are.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kaipu.definition.blocks import BlockManifest, BlockRegistry
from kaipu.definition.blocks.migration import Migration, read_migrations
from kaipu.definition.document import SCHEMA
from kaipu.definition.parsing import check_schema_number
from kaipu.definition.tree import JsonObject, JsonValue

SCHEMA_MIGRATIONS: Final = read_migrations(Path(__file__).parent)


def migrate(
    document: JsonObject,
    registry: BlockRegistry,
    *,
    schema: int = SCHEMA,
    schema_migrations: Sequence[Migration] = SCHEMA_MIGRATIONS,
) -> JsonObject:
    """A new document of the newest version; the given one is not changed. Refused if its schema is unknown or newer."""
    number = check_schema_number(document)
    result = copy.deepcopy(document)
    for migration in schema_migrations:
        if number <= migration.from_version < schema:
            migration.apply(result)
    result["schema"] = schema
    nodes = result.get("nodes")
    for node in nodes.values() if isinstance(nodes, dict) else []:
        _migrate_node(node, registry)
    return result


def _migrate_node(node: JsonValue, registry: BlockRegistry) -> None:
    if not isinstance(node, dict):
        return
    manifest, version, props = registry.get(str(node.get("block"))), node.get("version"), node.get("props")
    if manifest is None or not isinstance(version, int) or not isinstance(props, dict):
        return
    if version < manifest.version:
        migrate_props(props, version, manifest)
        node["version"] = manifest.version


def migrate_props(props: JsonObject, version: int, manifest: BlockManifest) -> None:
    """Changes the props of one node in place, from that version of the block to the newest."""
    for migration in manifest.migrations:
        if migration.from_version >= version:
            migration.apply(props)
