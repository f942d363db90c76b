"""The tree of an expression between `{{` and `}}`. Immutable; equality ignores positions.

Always holds: an expression has at most `MOST_NODES` nodes, so that walking it by recursion is safe.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

MOST_NODES = 150


def _at() -> int:
    """Offset in the source text; of no meaning to equality."""
    return field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class String:
    """Without a backslash, and without both kinds of quotes: there is no way to write those in every dialect."""

    value: str
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Number:
    text: str
    """Digits, and perhaps a point and digits."""
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Constant:
    name: str
    """true, false, null or undefined."""
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Name:
    name: str
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Member:
    object: Expression
    name: str
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Index:
    object: Expression
    index: Expression
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Call:
    callee: Expression
    arguments: tuple[Expression, ...]
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Unary:
    operator: str
    """! or -"""
    operand: Expression
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Binary:
    operator: str
    left: Expression
    right: Expression
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Conditional:
    condition: Expression
    yes: Expression
    no: Expression
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Array:
    items: tuple[Expression, ...]
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Property:
    key: str
    value: Expression
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Spread:
    value: Expression
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Object:
    entries: tuple[Property | Spread, ...]
    at: int = _at()


Expression: TypeAlias = (
    String | Number | Constant | Name | Member | Index | Call | Unary | Binary | Conditional | Array | Object
)


def children(node: Expression) -> tuple[Expression, ...]:
    """The expressions directly inside, in the order of the text."""
    match node:
        case Member(inner):
            return (inner,)
        case Index(inner, index):
            return (inner, index)
        case Call(callee, arguments):
            return (callee, *arguments)
        case Unary(_, operand):
            return (operand,)
        case Binary(_, left, right):
            return (left, right)
        case Conditional(condition, yes, no):
            return (condition, yes, no)
        case Array(items):
            return items
        case Object(entries):
            return tuple(entry.value for entry in entries)
        case _:
            return ()


def walk(node: Expression) -> Iterator[Expression]:
    """The expression and everything inside it."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(children(current)))
