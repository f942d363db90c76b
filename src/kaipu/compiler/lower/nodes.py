"""Puts the blocks in use where a template says `<kaipu-nodes nodes="{{nodes}}" .../>`: a loop over the nodes, and a
branch for each block.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

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
    replaced,
    walk,
)
from kaipu.definition.diagnostics import Diagnostic

TAG: Final = "kaipu-nodes"
_ITEM: Final = "item"


def block_tag(block: str) -> str:
    """The tag, and the prefix of its style classes, of a block: `goods_list` is `kp-goods-list`."""
    return f"kp-{block.replace('_', '-')}"


class Placed(NamedTuple):
    blocks: tuple[str, ...]
    rest: str


@lru_cache(maxsize=256)
def place_blocks(
    document: Document, blocks: tuple[str, ...], rest: str = ""
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document with each `<kaipu-nodes>` replaced; the document itself if it has none. `rest` is the tag that
    draws nodes of all other blocks, if there is one: it is told the block as well.
    """
    if not any(isinstance(node, Element) and node.tag == TAG for node in walk(document.children)):
        return document, ()
    report = Report(document.source)
    placed = Placed(blocks, rest)
    nodes = replaced(document.children, lambda node: _one(node, placed, report))
    return Document(nodes, document.source), report.found()


def _one(node: Node, placed: Placed, report: Report) -> tuple[Node, ...] | None:
    return _placed(node, placed, report) if isinstance(node, Element) and node.tag == TAG else None


def _placed(element: Element, placed: Placed, report: Report) -> tuple[Node, ...]:
    nodes = element.attribute("nodes")
    given = tuple(one for one in element.attributes if one.name != "nodes")
    plain = all(one.kind == "plain" and one.value is not None for one in given)
    if nodes is None or not nodes.value or not plain or element.events or element.children:
        report.error("nodes_attribute", element.at)
        return ()
    if not placed.blocks:
        return ()
    branches = tuple(_branch(block, given, element.at) for block in placed.blocks)
    choice = If(branches, _otherwise(placed.rest, given, element.at), element.at)
    return (For(nodes.value, (choice,), _ITEM, "index", "id", element.at),)


def _branch(block: str, given: tuple[Attribute, ...], at: int) -> Branch:
    condition = Binary("===", Member(Name(_ITEM, at), "block", at), String(block, at), at)
    return Branch((condition,), (Element(block_tag(block), (*_of_node(at), *given), at=at),), at)


def _otherwise(tag: str, given: tuple[Attribute, ...], at: int) -> tuple[Node, ...] | None:
    block = Attribute("block", (Member(Name(_ITEM, at), "block", at),), at=at)
    return (Element(tag, (block, *_of_node(at), *given), at=at),) if tag else None


def _of_node(at: int) -> tuple[Attribute, ...]:
    item = Name(_ITEM, at)
    # Tells whoever looks at a block on the screen which node it draws.
    node = Attribute("node", (Member(item, "id", at),), "data", at)
    return node, Attribute("props", (Member(item, "props", at),), at=at)
