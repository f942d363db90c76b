"""What a CommonJS script exports, as far as it is plain to see: a script's module, and a template's."""

from __future__ import annotations

from functools import cache, lru_cache

from tree_sitter import Node, Query

from kaipu.compiler.analyze.shapes import UNKNOWN, Shape, shape_of
from kaipu.compiler.parse.script import Script, captures, query, text_of


@lru_cache(maxsize=512)
def exports_of(script: Script) -> Shape:
    """An object that `module.exports` is set to once, and single members. Not complete if the exports, or the module,
    are handed around.
    """
    if script.root.has_error:
        return UNKNOWN
    whole, members, complete = Shape(), dict[str, Node](), True
    for name in captures(_query(), script.root).get("name", ()):
        exports = _exports(name)
        outer = exports.parent if exports is not None else None
        key = outer.child_by_field_name("property") if outer and outer.type == "member_expression" else None
        if outer is not None and exports is not None and _is_set(exports):
            whole = shape_of(outer.child_by_field_name("right")) if not whole.members else UNKNOWN
        elif outer is None or key is None:
            complete = False
        elif _is_set(outer):
            members[text_of(key)] = key
    return Shape({**whole.members, **members}, whole.complete and complete)


def _exports(name: Node) -> Node | None:
    """`exports`, or the `module.exports` that a name begins; None if it is the module for another thing."""
    if text_of(name) == "exports":
        return name
    return name.parent if name.parent is not None and text_of(name.parent) == "module.exports" else None


def _is_set(member: Node) -> bool:
    outer = member.parent
    return outer is not None and outer.type == "assignment_expression" and outer.child_by_field_name("left") == member


@cache
def _query() -> Query:
    return query('((identifier) @name (#match? @name "^(module|exports)$"))')
