"""A release: a definition made immutable. Its body is RFC 8785 canonical JSON, its name the SHA-256 of the body, and
every node's props are complete, so that what a shopper sees never changes because a block's defaults did.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import rfc8785

from kaipu.definition.blocks import BlockRegistry
from kaipu.definition.diagnostics import Refused
from kaipu.definition.document import Definition
from kaipu.definition.tree import JsonObject, JsonValue
from kaipu.definition.validation import validate


@dataclass(frozen=True, slots=True)
class Release:
    sha256: str
    body: bytes
    """The canonical JSON of the complete definition."""
    blocks: Mapping[str, int]
    """The blocks in use and the version each is pinned to."""


def make_release(definition: Definition, registry: BlockRegistry) -> Release:
    """The release of a definition; the same bytes for the same blocks. Refused if the definition is not valid."""
    errors = [problem for problem in validate(definition, registry) if problem.severity == "error"]
    if errors:
        raise Refused(errors)
    body = canonical_json(complete(definition, registry))
    blocks = {node.block: node.version for node in definition.nodes.values()}
    return Release(sha256_of(body), body, dict(sorted(blocks.items())))


def complete(definition: Definition, registry: BlockRegistry) -> JsonObject:
    """The definition with nothing left to defaults; the shape the shell and the compiler draw from."""
    document = definition.complete_document()
    for node in cast("dict[str, JsonObject]", document["nodes"]).values():
        manifest = registry.get(str(node["block"]))
        if manifest is not None:
            node["props"] = manifest.merged(cast("JsonObject", node["props"]))
    return document


def canonical_json(value: JsonValue) -> bytes:
    return rfc8785.dumps(value)


def sha256_of(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
