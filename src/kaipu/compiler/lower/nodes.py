"""Puts the blocks in use where a template says `<kaipu-nodes nodes="{{nodes}}" .../>`: a loop over the nodes, and a
branch for each block.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kaipu.compiler.parse.expression import Binary, Member, Name, String
from kaipu.compiler.parse.source import Report
from kaipu.compiler.parse.tree import (
    Attribute,
    Branch,
    Document,
    Element,
    For,
    If,
    Node,
    TemplateDefinition,
    walk,
)
from kaipu.definition.diagnostics import Diagnostic

TAG: Final = "kaipu-nodes"
_ITEM: Final = "item"


def block_tag(block: str) -> str:
    """The tag, and the prefix of its style classes, of a block: `goods_list` is `kp-goods-list`."""
    return f"kp-{block.replace('_', '-')}"


@lru_cache(maxsize=256)
def place_blocks(document: Document, blocks: tuple[str, ...]) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document with each `<kaipu-nodes>` replaced; the document itself if it has none."""
    if not any(isinstance(node, Element) and node.tag == TAG for node in walk(document.children)):
        return document, ()
    report = Report(document.source)
    return Document(_all(document.children, blocks, report), document.source), report.found()


def _all(nodes: tuple[Node, ...], blocks: tuple[str, ...], report: Report) -> tuple[Node, ...]:
    return tuple(one for node in nodes for one in _one(node, blocks, report))


def _one(node: Node, blocks: tuple[str, ...], report: Report) -> tuple[Node, ...]:
    match node:
        case Element(tag) if tag == TAG:
            return _placed(node, blocks, report)
        case Element(tag, attributes, events, children):
            return (Element(tag, attributes, events, _all(children, blocks, report), node.at),)
        case If(branches, otherwise):
            lowered = tuple(Branch(one.condition, _all(one.children, blocks, report), one.at) for one in branches)
            return (If(lowered, None if otherwise is None else _all(otherwise, blocks, report), node.at),)
        case For(items, children, item, index, key):
            return (For(items, _all(children, blocks, report), item, index, key, node.at),)
        case TemplateDefinition(name, children):
            return (TemplateDefinition(name, _all(children, blocks, report), node.at),)
        case _:
            return (node,)


def _placed(element: Element, blocks: tuple[str, ...], report: Report) -> tuple[Node, ...]:
    nodes = element.attribute("nodes")
    given = tuple(one for one in element.attributes if one.name != "nodes")
    plain = all(one.kind == "plain" and one.value is not None for one in given)
    if nodes is None or not nodes.value or not plain or element.events or element.children:
        report.error("nodes_attribute", element.at)
        return ()
    if not blocks:
        return ()
    branches = tuple(_branch(block, given, element.at) for block in blocks)
    return (For(nodes.value, (If(branches, None, element.at),), _ITEM, "index", "id", element.at),)


def _branch(block: str, given: tuple[Attribute, ...], at: int) -> Branch:
    item = Name(_ITEM, at)
    condition = Binary("===", Member(item, "block", at), String(block, at), at)
    props = Attribute("props", (Member(item, "props", at),), at=at)
    # Tells whoever looks at a block on the screen which node it draws.
    node = Attribute("node", (Member(item, "id", at),), "data", at)
    return Branch((condition,), (Element(block_tag(block), (node, props, *given), at=at),), at)
