"""The shape of object literals in a script: which keys they have, as far as can be seen without running it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from tree_sitter import Node, Query

from kaipu.compiler.parse.script import Script, captures, query, text_of

_FUNCTIONS: Final = frozenset({"arrow_function", "function_expression", "function_declaration", "method_definition"})
_PLAIN_KEYS: Final = frozenset({"property_identifier", "shorthand_property_identifier", "string", "number"})


@dataclass(frozen=True, slots=True)
class Shape:
    """`complete` is false if there may be more keys than can be seen."""

    members: Mapping[str, Node] = field(default_factory=dict)
    complete: bool = True

    def __or__(self, other: Shape) -> Shape:
        return Shape({**self.members, **other.members}, self.complete and other.complete)

    def inside(self, key: str) -> Shape:
        """Of the object under a key; empty if there is none."""
        return shape_of(self.members[key]) if key in self.members else Shape()


UNKNOWN: Final = Shape(complete=False)


def definition_of(script: Script) -> tuple[str, Shape] | None:
    """The script's one call of a shell's module by its own name, `block({...})` of `kaipu/block`: its name, and the
    object.
    """
    makers = {path.rpartition("/")[2] for path in (require.path for require in script.requires)}
    for node in _all(script.root):
        callee, given = _call(node)
        if callee is not None and callee.type == "identifier" and given and given[0].type == "object":
            name = text_of(callee)
            if name in makers:
                return name, shape_of(given[0])
    return None


def calls_with_data(script: Script) -> Iterator[Shape]:
    """Every object with `data` that a call anywhere in the script is given, such as `platform.page({ data, ... })`."""
    for node in _all(script.root):
        _, given = _call(node)
        if given and given[0].type == "object":
            shape = shape_of(given[0])
            if "data" in shape.members:
                yield shape


def tables(script: Script) -> Iterator[Shape]:
    """Every object with `zh` and `en`."""
    for node in _all(script.root):
        if node.type == "object":
            shape = shape_of(node)
            if {"zh", "en"} <= shape.members.keys():
                yield shape


def shape_of(node: Node | None) -> Shape:
    """Of an object literal, or of several put together by Object.assign."""
    if node is None:
        return UNKNOWN
    if node.type == "parenthesized_expression":
        return shape_of(_last_code(node.named_children))
    if node.type == "object":
        return _literal(node)
    callee, given = _call(node)
    if callee is not None and text_of(callee) == "Object.assign":
        whole = Shape()
        for part in given:
            whole |= shape_of(part)
        return whole
    return UNKNOWN


def returned(node: Node) -> Shape:
    """What a function returns, if all its returns are plain to see."""
    whole = Shape()
    for one in each_returned(node):
        whole |= one
    return whole


def each_returned(node: Node) -> tuple[Shape, ...]:
    """Of every return of a function; at least one."""
    body = node.child_by_field_name("body")
    if body is None:
        return (UNKNOWN,)
    if body.type != "statement_block":
        return (shape_of(body),)
    return tuple(shape_of(_last_code(one.named_children)) for one in _returns(body)) or (UNKNOWN,)


def strings(node: Node | None) -> tuple[str, ...]:
    """The literal strings in an array."""
    return tuple(text_of(child)[1:-1] for child in (node.named_children if node else ()) if child.type == "string")


def repeated(script: Script) -> Iterator[tuple[str, Node]]:
    """Keys that one object literal has twice, at the second: it is the only one that counts."""
    for literal in captures(_objects(), script.root).get("object", ()) if not script.root.has_error else ():
        seen: set[str] = set()
        for child in literal.named_children:
            key = key_of(child)
            if key.type not in _PLAIN_KEYS or _is_accessor(child):
                continue
            name = text_of(key).strip("'\"")
            if name in seen:
                yield name, key
            seen.add(name)


def key_of(node: Node) -> Node:
    """Of a member of an object literal, or of its value; the node itself if it has none."""
    parent = node.parent
    member = parent if parent is not None and parent.type == "pair" else node
    return member.child_by_field_name("key") or member.child_by_field_name("name") or node


def _is_accessor(member: Node) -> bool:
    return any(child.type in ("get", "set") for child in member.children)


@cache
def _objects() -> Query:
    return query("(object) @object")


def _literal(node: Node) -> Shape:
    members: dict[str, Node] = {}
    complete = True
    for child in node.named_children:
        if child.type == "shorthand_property_identifier":
            members[text_of(child)] = child
        elif child.type in ("pair", "method_definition"):
            key = child.child_by_field_name("key" if child.type == "pair" else "name")
            value = child.child_by_field_name("value") if child.type == "pair" else child
            if key is None or value is None or key.type == "computed_property_name":
                complete = False
            else:
                members[text_of(key).strip("'\"")] = value
        elif child.type != "comment":
            complete = False
    return Shape(members, complete)


def _call(node: Node | None) -> tuple[Node | None, list[Node]]:
    if node is None or node.type != "call_expression":
        return None, []
    arguments = node.child_by_field_name("arguments")
    given = [child for child in arguments.named_children if child.type != "comment"] if arguments else []
    return node.child_by_field_name("function"), given


def _last_code(nodes: Iterable[Node]) -> Node | None:
    found = [node for node in nodes if node.type != "comment"]
    return found[-1] if found else None


def _returns(body: Node) -> Iterator[Node]:
    waiting = list(body.named_children)
    while waiting:
        node = waiting.pop()
        if node.type == "return_statement":
            yield node
        elif node.type not in _FUNCTIONS:
            waiting.extend(node.named_children)


def _all(root: Node) -> Iterator[Node]:
    """Level by level, so that what stands at the top comes first."""
    waiting = deque([root])
    while waiting:
        node = waiting.popleft()
        yield node
        waiting.extend(node.named_children)
