"""Where a script that cannot be read breaks off. The parser recovers so freely that the node it calls broken may begin
far before the mistake; brackets are therefore paired first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

_CLOSES: Final = {")": "(", "]": "[", "}": "{"}
_ENDS_A_VALUE: Final = frozenset({"}", "]", ")", "number", "'", '"', "true", "false", "null", "identifier"})
_OPENS: Final = frozenset({"(", "[", "{", "${"})


def breaks(root: Node) -> Iterator[tuple[str, int, str]]:
    """Code, byte and what was found, of a tree with errors: never empty."""
    leaves = list(_leaves(root))
    torn = _torn_string(leaves) or _lost_comma(leaves)
    if torn is not None:
        yield "script_syntax", torn.start_byte, ""
        return
    broken = _first_error(root)
    unpaired = _unpaired(root, leaves)
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


def _unpaired(root: Node, leaves: list[Node]) -> tuple[int, Node | None] | None:
    """The byte where a bracket does not fit, and the one it should have closed; None if all of them pair."""
    waiting: list[Node] = []
    for leaf in leaves:
        if leaf.is_missing:
            continue
        if leaf.type in _OPENS:
            waiting.append(leaf)
        elif leaf.type in _CLOSES:
            if not waiting or waiting[-1].type.lstrip("$") != _CLOSES[leaf.type]:
                return leaf.start_byte, waiting[-1] if waiting else None
            waiting.pop()
    return (len((root.text or b"").rstrip()) + root.start_byte, waiting[-1]) if waiting else None


def _torn_string(leaves: list[Node]) -> Node | None:
    """The first quote that opens no whole string."""
    quotes = (leaf for leaf in leaves if leaf.type in ("'", '"') and not leaf.is_missing)
    return next((leaf for leaf in quotes if leaf.parent is not None and is_torn(leaf.parent)), None)


def is_torn(string: Node) -> bool:
    """Whether a string goes over the end of its line, which the parser takes and no engine does."""
    if string.type == "ERROR":
        return True
    if string.type != "string" or string.start_point.row == string.end_point.row:
        return False
    text = (string.text or b"").replace(b"\r\n", b"\n")
    return b"\n" in text.replace(b"\\\n", b"")


def _lost_comma(leaves: list[Node]) -> Node | None:
    """A member of an object on a line of its own, behind a value without a comma."""
    for number, leaf in enumerate(leaves[1:-1], 1):
        before = leaves[number - 1]
        key = leaf.type in ("identifier", "property_identifier") and before.end_point.row < leaf.start_point.row
        if not key or before.type not in _ENDS_A_VALUE:
            continue
        if leaves[number + 1].type == ":" or (leaves[number + 1].type == "(" and _has_body(leaves, number + 1)):
            return leaf
    return None


def _has_body(leaves: list[Node], opening: int) -> bool:
    """Whether a brace follows what is in these parentheses, as in a method."""
    depth = 0
    for number in range(opening, min(len(leaves) - 1, opening + 60)):
        depth += (leaves[number].type == "(") - (leaves[number].type == ")")
        if depth == 0:
            return leaves[number + 1].type == "{"
    return False


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
