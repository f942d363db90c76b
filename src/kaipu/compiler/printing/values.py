"""Prints values: text with expressions between `{{ }}`, as it may stand between tags or in an attribute."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial, reduce
from typing import Final

from kaipu.compiler.parse.expression import Binary, Expression, Index, Member, Name, Object, String
from kaipu.compiler.parse.tree import Value
from kaipu.compiler.printing.expression import print_entries, print_expression

# What would be read as something else if it stood there as it is: it goes into braces as a string.
_IN_TEXT: Final = re.compile(r"(?:<|[\u00a0\u2002\u2003]+|\{(?=[{<&\u00a0\u2002\u2003]|$)|&(?=#?\w+;))+\}*")
_IN_ATTRIBUTE: Final = re.compile(r"(?:\{(?=[{&]|$)|&(?=#?\w+;))+\}*")
_BRACES_FIRST: Final = re.compile(r"\}+")


def print_text(value: Value, *, compact: bool) -> str:
    """Between tags, where white space alone would be dropped."""
    if len(value) == 1 and isinstance(value[0], str) and not value[0].strip():
        return f"{{{{'{value[0]}'}}}}"
    return _print(value, _IN_TEXT, "'", compact)


def print_attribute(value: Value, *, compact: bool) -> str:
    """With the quotes around it."""
    return _quoted(lambda quote: _print(value, _IN_ATTRIBUTE, quote, compact))


def print_data(data: Object, around: tuple[str, str], *, compact: bool) -> str:
    """A template's data, with the quotes around it."""
    return _quoted(lambda quote: _between(around, print_entries(data, quote, compact=compact)))


def print_bare(value: Value, *, compact: bool, form: str = "{}") -> str:
    """Without braces, as one expression, with the quotes around it; `form` is what stands around the expression."""
    return _quoted(lambda quote: form.format(print_expression(as_expression(value), quote, compact=compact)))


def print_both_ways(value: Value, around: tuple[str, str], *, compact: bool) -> str:
    """With the quotes around it. Only what has a place can be written back to; anything else is printed as it is."""
    expression = as_expression(value)
    if not isinstance(expression, Name | Member | Index):
        return print_attribute(value, compact=compact)
    return _quoted(lambda quote: _between(around, print_expression(expression, quote, compact=compact)))


def as_expression(value: Value) -> Expression:
    """What text with expressions in it comes to."""
    parts = [String(part) if isinstance(part, str) else part for part in value]
    if len(parts) == 1:
        return parts[0]
    # Only text at the beginning makes all of it text.
    return reduce(partial(Binary, "+"), parts if parts and isinstance(parts[0], String) else [String(""), *parts])


def braces(text: str) -> str:
    return _between(("{{", "}}"), text)


def _between(around: tuple[str, str], text: str) -> str:
    """Three braces in a row confuse some compilers."""
    before = " " if text.startswith("{") else ""
    after = " " if text.endswith("}") else ""
    return around[0] + before + text + after + around[1]


def _quoted(print_with: Callable[[str], str]) -> str:
    """No dialect has an escape for quotes, so one kind must be free."""
    for outer, inner in (('"', "'"), ("'", '"')):
        text = print_with(inner)
        if outer not in text:
            return outer + text + outer
    raise ValueError("a value with both kinds of quotes cannot be printed as an attribute")


def _print(value: Value, special: re.Pattern[str], quote: str, compact: bool) -> str:
    def said(found: re.Match[str]) -> str:
        return f"{{{{{quote}{found[0]}{quote}}}}}"

    parts: list[str] = []
    for part in value:
        if isinstance(part, str):
            # Three braces in a row confuse some compilers at the end, too.
            first = _BRACES_FIRST.match(part) if parts else None
            rest = special.sub(said, part[first.end() :] if first else part)
            parts.append((said(first) if first else "") + rest)
        else:
            parts.append(braces(print_expression(part, quote, compact=compact)))
    return "".join(parts)
