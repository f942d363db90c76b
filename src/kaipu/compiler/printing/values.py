"""Prints values: text with expressions between `{{ }}`, as it may stand between tags or in an attribute."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from kaipu.compiler.parse.expression import Object
from kaipu.compiler.parse.tree import Value
from kaipu.compiler.printing.expression import print_entries, print_expression

# What would be read as something else if it stood there as it is: it goes into braces as a string.
_IN_TEXT: Final = re.compile(r"(?:<|\{(?=[{<&]|$)|&(?=#?\w+;))+")
_IN_ATTRIBUTE: Final = re.compile(r"(?:\{(?=[{&]|$)|&(?=#?\w+;))+")


def print_text(value: Value, *, compact: bool) -> str:
    """Between tags, where white space alone would be dropped."""
    if len(value) == 1 and isinstance(value[0], str) and not value[0].strip():
        return f"{{{{'{value[0]}'}}}}"
    return _print(value, _IN_TEXT, "'", compact)


def print_attribute(value: Value, *, compact: bool) -> str:
    """With the quotes around it."""
    return _quoted(lambda quote: _print(value, _IN_ATTRIBUTE, quote, compact))


def print_data(data: Object, *, compact: bool) -> str:
    """A template's data, with the quotes around it."""
    return _quoted(lambda quote: braces(print_entries(data, quote, compact=compact)))


def braces(text: str) -> str:
    """Three braces in a row confuse some compilers."""
    before = " " if text.startswith("{") else ""
    after = " " if text.endswith("}") else ""
    return "{{" + before + text + after + "}}"


def _quoted(print_with: Callable[[str], str]) -> str:
    """No dialect has an escape for quotes, so one kind must be free."""
    for outer, inner in (('"', "'"), ("'", '"')):
        text = print_with(inner)
        if outer not in text:
            return outer + text + outer
    raise ValueError("a value with both kinds of quotes cannot be printed as an attribute")


def _print(value: Value, special: re.Pattern[str], quote: str, compact: bool) -> str:
    return "".join(
        special.sub(lambda found: f"{{{{{quote}{found[0]}{quote}}}}}", part)
        if isinstance(part, str)
        else braces(print_expression(part, quote, compact=compact))
        for part in value
    )
