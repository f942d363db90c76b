"""Where a script that cannot be read breaks off. The parser recovers so freely that the node it calls broken may begin
far before the mistake; brackets are therefore paired first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

_CLOSES: Final = {")": "(", "]": "[", "}": "{"}
_OPENS: Final = frozenset({"(", "[", "{", "${"})


def breaks(root: Node) -> Iterator[tuple[str, int, str]]:
    """Code, byte and what was found, of a tree with errors: never empty."""
    broken = _first_error(root)
    unpaired = _unpaired(root)
    if unpaired is None or _begins_before(broken, unpaired[0]):
        yield "script_syntax", broken.start_byte, ""
        return
    place, opening = unpaired
    if opening is not None:
        yield "script_bracket", opening.start_byte, opening.type
    yield "script_syntax", place, ""


def _begins_before(broken: Node, byte: int) -> bool:
    """Whether the broken node is a place of its own, not the wide span of a missing bracket."""
    one_line = broken.start_point.row == broken.end_point.row
    return one_line and not broken.is_missing and broken.end_byte < byte and broken.child_count < 3


def _unpaired(root: Node) -> tuple[int, Node | None] | None:
    """The byte where a bracket does not fit, and the one it should have closed; None if all of them pair."""
    waiting: list[Node] = []
    for leaf in _leaves(root):
        if leaf.is_missing:
            continue
        if leaf.type in _OPENS:
            waiting.append(leaf)
        elif leaf.type in _CLOSES:
            if not waiting or waiting[-1].type.lstrip("$") != _CLOSES[leaf.type]:
                return leaf.start_byte, waiting[-1] if waiting else None
            waiting.pop()
    return (len((root.text or b"").rstrip()) + root.start_byte, waiting[-1]) if waiting else None


def _leaves(root: Node) -> Iterator[Node]:
    cursor = root.walk()
    while True:
        node = cursor.node
        if node is not None and not cursor.goto_first_child():
            yield node
            while not cursor.goto_next_sibling():
                if not cursor.goto_parent():
                    return


def _first_error(root: Node) -> Node:
    """The broken node that comes first, as deep as it goes."""
    cursor = root.walk()
    while True:
        node = cursor.node
        assert node is not None  # noqa: S101 - the cursor stands on a node
        if node.is_missing or node.type == "ERROR" or not cursor.goto_first_child():
            return node
        while cursor.node is not None and not (cursor.node.has_error or cursor.node.is_missing):
            if not cursor.goto_next_sibling():
                return node
