"""A shop to look at one block in: a trade whose first page shows nothing but the block, once for each of its cases."""

from __future__ import annotations

from typing import cast

from kaipu.definition import BlockManifest, Definition, JsonObject, parse_definition
from kaipu.definition.tree import load_json


def show_block(block: BlockManifest, trade: Definition) -> Definition:
    """The cases in the order of their names, at most as many as a page may have. Refused if a case is not JSON."""
    document = trade.document()
    pages, nodes = cast("dict[str, JsonObject]", document["pages"]), cast("dict[str, JsonObject]", document["nodes"])
    page = pages[trade.entry_page]
    for name in cast("list[str]", page["nodes"]):
        del nodes[name]
    shown = {f"n_case_{number}": _node(block, props) for number, props in enumerate(_cases(block), 1)}
    nodes |= {name: {"id": name, **node} for name, node in shown.items()}
    page["nodes"] = list(shown)
    return parse_definition(document)


def _cases(block: BlockManifest) -> list[JsonObject]:
    files = sorted(block.folder.glob("cases/*/props.json"))[: block.max_per_page]
    return [cast("JsonObject", load_json(file.read_bytes(), file=str(file))) for file in files] or [block.defaults]


def _node(block: BlockManifest, props: JsonObject) -> JsonObject:
    return {"block": block.id, "version": block.version, "hidden": False, "props": props}
