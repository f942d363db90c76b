"""Prints an expression with as few brackets and spaces as its meaning needs."""

from __future__ import annotations

import re
from typing import Final

from kaipu.compiler.parse.expression import (
    Array,
    Binary,
    Call,
    Conditional,
    Constant,
    Expression,
    Index,
    Member,
    Name,
    Number,
    Object,
    Property,
    Spread,
    String,
    Unary,
)
from kaipu.compiler.parse.expression_parser import CONSTANTS, PRECEDENCE

_IDENTIFIER: Final = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)
_CONDITIONAL, _UNARY, _POSTFIX = 0, 7, 8


def print_expression(node: Expression, quote: str = "'", *, compact: bool = True) -> str:
    """`quote` is what literal strings stand in unless they hold it themselves."""
    return _Printer(quote, "" if compact else " ").text(node)


def print_entries(node: Object, quote: str = "'", *, compact: bool = True) -> str:
    """The inside of an object, for a template's data."""
    return _Printer(quote, "" if compact else " ").entries(node)


class _Printer:
    def __init__(self, quote: str, space: str) -> None:
        self._quote = quote
        self._space = space
        self._comma = "," + space

    def text(self, node: Expression) -> str:
        match node:
            case String(value):
                return self._string(value)
            case Number(text) | Constant(text) | Name(text):
                return text
            case Member(inner, name):
                return f"{self._within(inner, _POSTFIX)}.{name}"
            case Index(inner, index):
                return f"{self._within(inner, _POSTFIX)}[{self.text(index)}]"
            case Call(callee, arguments):
                return f"{self._within(callee, _POSTFIX)}({self._comma.join(map(self.text, arguments))})"
            case Unary(operator, operand):
                return self._unary(operator, operand)
            case Binary(operator, left, right):
                return self._binary(operator, left, right)
            case Conditional(condition, yes, no):
                gap = self._space
                return f"{self._within(condition, 1)}{gap}?{gap}{self.text(yes)}{gap}:{gap}{self.text(no)}"
            case Array(items):
                return f"[{self._comma.join(map(self.text, items))}]"
            case Object():
                entries = self.entries(node)
                # Two closing braces would end the whole expression.
                return "{" + entries + (" }" if entries.endswith("}") else "}")

    def entries(self, node: Object) -> str:
        return self._comma.join(map(self._entry, node.entries))

    def _entry(self, entry: Property | Spread) -> str:
        if isinstance(entry, Spread):
            return "..." + self.text(entry.value)
        plain = _IDENTIFIER.fullmatch(entry.key) is not None
        if plain and entry.key not in CONSTANTS and entry.value == Name(entry.key):
            return entry.key
        key = entry.key if plain else self._string(entry.key)
        return f"{key}:{self._space}{self.text(entry.value)}"

    def _binary(self, operator: str, left: Expression, right: Expression) -> str:
        level = PRECEDENCE[operator]
        after = self._space or _apart(operator, right)
        return f"{self._within(left, level)}{self._space}{operator}{after}{self._within(right, level + 1)}"

    def _unary(self, operator: str, operand: Expression) -> str:
        inner = self._within(operand, _UNARY)
        if operator == "-" and inner.startswith("!"):
            # Not every platform's compiler reads `-!a`.
            return f"-({inner})"
        # Two minus signs side by side would be another operator.
        return f"{operator} {inner}" if operator == "-" and inner.startswith("-") else operator + inner

    def _string(self, value: str) -> str:
        quote = self._quote
        if quote in value:
            quote = '"' if quote == "'" else "'"
        return quote + value + quote

    def _within(self, node: Expression, level: int) -> str:
        text = self.text(node)
        return f"({text})" if _level(node) < level else text


def _level(node: Expression) -> int:
    match node:
        case Conditional():
            return _CONDITIONAL
        case Binary(operator):
            return PRECEDENCE[operator]
        case Unary():
            return _UNARY
        case Number() | Object() | String() | Constant():
            # `1.a` and `{}.a` read as something else; brackets are always understood.
            return _UNARY
        case _:
            return _POSTFIX


def _apart(operator: str, right: Expression) -> str:
    """`a- -b`: the sign must not melt into the operator."""
    leftmost = right
    while isinstance(leftmost, Binary | Member | Index | Call | Conditional):
        leftmost = _first(leftmost)
    return " " if operator == "-" and isinstance(leftmost, Unary) and leftmost.operator == "-" else ""


def _first(node: Binary | Member | Index | Call | Conditional) -> Expression:
    match node:
        case Binary(_, left):
            return left
        case Member(inner) | Index(inner):
            return inner
        case Call(callee):
            return callee
        case Conditional(condition):
            return condition
