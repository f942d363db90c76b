"""What kind of value an expression comes to, where that is plain to see: from the literals and operators in a template
and in the script that makes what it shows. Where it is not plain, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypeAlias

from tree_sitter import Node

from kaipu.compiler.analyze.shapes import each_returned
from kaipu.compiler.parse.expression import (
    Array,
    Binary,
    Conditional,
    Constant,
    Expression,
    Member,
    Name,
    Number,
    Object,
    String,
    Unary,
)
from kaipu.compiler.parse.script import text_of

Kind: TypeAlias = Literal["string", "number", "boolean", "list", "object", "function", ""]
"""As JavaScript calls them, but for lists; "" if it is not plain."""

_COMPARISONS: Final = frozenset({"==", "!=", "===", "!==", "<", ">", "<=", ">=", "in", "instanceof"})
_SUMS: Final = frozenset({"-", "*", "/", "%"})
_CODE: Final[Mapping[str, Kind]] = {
    "string": "string",
    "template_string": "string",
    "number": "number",
    "true": "boolean",
    "false": "boolean",
    "array": "list",
    "object": "object",
    "arrow_function": "function",
    "function_expression": "function",
    "method_definition": "function",
}
_CALLED: Final[Mapping[str, Kind]] = {
    "map": "list",
    "filter": "list",
    "join": "string",
    "trim": "string",
    "toFixed": "string",
    "padStart": "string",
    "some": "boolean",
    "every": "boolean",
    "startsWith": "boolean",
}
_MEMBERS: Final[Mapping[Kind, frozenset[str]]] = {
    "string": frozenset({"length"}),
    "list": frozenset({"length"}),
    "number": frozenset(),
    "boolean": frozenset(),
}


def lacks(kind: Kind, member: str) -> bool:
    """Whether no value of the kind has the member in a template, where methods cannot be called."""
    return kind in _MEMBERS and member not in _MEMBERS[kind]


def kind_of(node: Expression, view: Mapping[str, Kind]) -> Kind:
    """`view`: the kinds of the members of the name `view`; empty where that is another's."""
    match node:
        case String():
            return "string"
        case Number():
            return "number"
        case Array():
            return "list"
        case Object():
            return "object"
        case Constant("true" | "false"):
            return "boolean"
        case Member(Name("view"), name):
            return view.get(name, "")
        case Member(inner, "length"):
            return "number" if kind_of(inner, view) in ("list", "string") else ""
        case Unary(operator):
            return _of_unary(operator)
        case Conditional(_, yes, no):
            return _same((kind_of(yes, view), kind_of(no, view)))
        case Binary(operator, left, right):
            return _of_binary(operator, kind_of(left, view), kind_of(right, view))
        case _:
            return ""


def kinds_returned(function: Node) -> dict[str, Kind]:
    """Of the members of the objects that a function of a script returns, if they are alike in all of them."""
    found: dict[str, list[Kind]] = {}
    for shape in each_returned(function):
        for name, value in shape.members.items():
            found.setdefault(name, []).append(_of_code(value))
    return {name: _same(kinds) for name, kinds in found.items()}


def _of_code(node: Node | None) -> Kind:
    if node is None:
        return ""
    if node.type in _CODE:
        return _CODE[node.type]
    if node.type == "parenthesized_expression":
        return _of_code(node.named_children[-1] if node.named_children else None)
    if node.type == "unary_expression":
        return _of_unary(_field(node, "operator"))
    if node.type == "ternary_expression":
        return _same(_of_code(node.child_by_field_name(name)) for name in ("consequence", "alternative"))
    if node.type == "binary_expression":
        left, right = (_of_code(node.child_by_field_name(name)) for name in ("left", "right"))
        return _of_binary(_field(node, "operator"), left, right)
    callee = node.child_by_field_name("function") if node.type == "call_expression" else None
    return _CALLED.get(_field(callee, "property"), "") if callee is not None else ""


def _field(node: Node, name: str) -> str:
    part = node.child_by_field_name(name)
    return text_of(part) if part is not None else ""


def _of_unary(operator: str) -> Kind:
    return "boolean" if operator == "!" else "number" if operator in ("-", "+") else ""


def _of_binary(operator: str, left: Kind, right: Kind) -> Kind:
    if operator in _COMPARISONS:
        return "boolean"
    if operator in _SUMS:
        return "number"
    if operator == "+":
        return "string" if "string" in (left, right) else _same((left, right)) if left == "number" else ""
    return _same((left, right))


def _same(kinds: Iterable[Kind]) -> Kind:
    found = set(kinds)
    return found.pop() if len(found) == 1 else ""
