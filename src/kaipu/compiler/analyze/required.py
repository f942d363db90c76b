"""What a script takes from the modules that it requires, held against what they export."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Final

from tree_sitter import Node, Query

from kaipu.compiler.analyze.shapes import UNKNOWN, Shape
from kaipu.compiler.parse.script import Require, Script, captures, query, text_of
from kaipu.compiler.parse.source import Report

_QUERY: Final = """
(member_expression object: (identifier) @owner)
(formal_parameters (_) @declared)
(arrow_function parameter: (identifier) @declared)
(catch_clause parameter: (_) @declared)
(function_declaration name: (_) @declared)
(variable_declarator name: (_) @declared)
"""


def check_required(script: Script, exports: Mapping[str, Shape], report: Report) -> None:
    """`exports`: path as it is required -> what is there."""
    for require in script.requires:
        known = exports.get(require.path, UNKNOWN)
        for name in _taken(script, require) if known.complete else ():
            if text_of(name) not in known.members:
                there = ", ".join(_nearest_first(text_of(name), known))
                at = script.offset(name)
                report.error("export_missing", at, name=text_of(name), path=require.path, there=there)


def _taken(script: Script, require: Require) -> Iterator[Node]:
    """The names that are taken of one required module, where that is plain to see."""
    path = script.root.descendant_for_byte_range(require.start, require.end)
    call = path.parent.parent if path is not None and path.parent is not None else None
    user = call.parent if call is not None else None
    if user is None:
        return
    if user.type == "member_expression":
        yield from _property(user)
    name = user.child_by_field_name("name") if user.type == "variable_declarator" else None
    if name is not None and name.type == "object_pattern":
        yield from _picked(name)
    elif name is not None and name.type == "identifier":
        yield from _members(script, name)


def _picked(pattern: Node) -> Iterator[Node]:
    for child in pattern.named_children:
        if child.type == "shorthand_property_identifier_pattern":
            yield child
        elif child.type in ("pair_pattern", "object_assignment_pattern"):
            key = child.child_by_field_name("key") or child.child_by_field_name("left")
            if key is not None and key.type.endswith(("identifier", "pattern")):
                yield key


def _members(script: Script, name: Node) -> Iterator[Node]:
    """Nothing if another thing in the script has the same name."""
    found = captures(_query(), script.root)
    word = re.compile(rf"\b{re.escape(text_of(name))}\b")
    if any(one != name and word.search(text_of(one)) for one in found.get("declared", ())):
        return
    for owner in found.get("owner", ()):
        if text_of(owner) == text_of(name) and owner.parent is not None:
            yield from _property(owner.parent)


def _property(member: Node) -> Iterator[Node]:
    found = member.child_by_field_name("property")
    if found is not None:
        yield found


def _nearest_first(name: str, known: Shape) -> list[str]:
    near = get_close_matches(name, list(known.members), 3)
    return [*near, *sorted(known.members.keys() - set(near))]


@cache
def _query() -> Query:
    return query(_QUERY)
