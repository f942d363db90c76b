"""A shop to look at one block in: a trade whose first page shows nothing but the block, once for each of its cases."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from kaipu.definition import BlockManifest, Definition, Diagnostic, JsonObject, Refused, parse_definition
from kaipu.definition.blocks import check_value
from kaipu.definition.tree import DOCUMENT_LIMITS, json_places, load_json, read_file


def show_block(block: BlockManifest, trade: Definition) -> Definition:
    """The cases in the order of their names, at most as many as a page may have. Refused, with places in their files,
    if their props are not what the block takes.
    """
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
    cases: list[JsonObject] = []
    problems: list[Diagnostic] = []
    for file in files:
        try:
            cases.append(_case(file, block))
        except Refused as refused:
            problems += refused.diagnostics
    if problems:
        raise Refused(problems)
    return cases or [block.defaults]


def _case(file: Path, block: BlockManifest) -> JsonObject:
    raw = read_file(file, DOCUMENT_LIMITS.size_bytes)
    with json_places(raw, str(file)):
        props = load_json(raw, file=str(file))
        problems = list(check_value(props, block.props))
        if problems:
            raise Refused(problems)
    return cast("JsonObject", props)


def _node(block: BlockManifest, props: JsonObject) -> JsonObject:
    return {"block": block.id, "version": block.version, "hidden": False, "props": props}
