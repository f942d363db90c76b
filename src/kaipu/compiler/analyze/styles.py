"""Checks a component's style: platforms keep a component's styles apart by its classes, so nothing but classes may be
selected, and a block's begin with its own name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import tinycss2

from kaipu.compiler.analyze.vocabulary import THEME
from kaipu.compiler.parse.source import Report
from kaipu.compiler.parse.style import Rule, Sheet, Token

_GROUPS: Final = frozenset({"media", "supports"})
_COMBINATORS: Final = frozenset({">", "+", "~", ","})
_OWN: Final = "--kp-"
_SET: Final = re.compile(r"(--[\w-]+)\s*:")
_NAMED: Final = re.compile(rf"{_OWN}[\w-]*")
_ADDRESS: Final = re.compile(r"u\W*r\W*l|\\", re.IGNORECASE)
"""Also with escapes in it."""
_ELSEWHERE: Final = re.compile(r"https?://|data:|//|#", re.IGNORECASE)


def check_style(sheet: Sheet, prefix: str, report: Report) -> None:
    """`prefix` is what each class begins with; empty if any class will do."""
    _rules(sheet, sheet.rules, prefix, report)


def check_values(sheet: Sheet, also_set: frozenset[str], report: Report) -> None:
    """What declarations name: files, which not every platform's style can bring in, and the theme's variables.
    `also_set`: variables that templates set.
    """
    text = sheet.source.text
    known = {*(f"{_OWN}{name}" for name in THEME), *set_in(text), *also_set}
    # Hardly any style has something to be told of, and looking at each of its pieces takes long.
    if known.issuperset(_NAMED.findall(text)) and not _ADDRESS.search(text):
        return
    for token in _values(sheet.rules):
        name, address = _variable(token), _address(token)
        if name.startswith(_OWN) and name not in known:
            there = " ".join(sorted(THEME))
            report.error("style_variable", sheet.offset(token), name=name, there=there)
        if address and not _ELSEWHERE.match(address):
            report.error("style_local_file", sheet.offset(token), path=address)


def set_in(text: str) -> frozenset[str]:
    """The variables that a style, or a template's style attribute, sets."""
    return frozenset(_SET.findall(text))


def _variable(token: Token) -> str:
    return _argument(token, "ident") if getattr(token, "lower_name", "") == "var" else ""


def _address(token: Token) -> str:
    if token.type == "url":
        return str(getattr(token, "value", ""))
    return _argument(token, "string") if getattr(token, "lower_name", "") == "url" else ""


def _argument(token: Token, kind: str) -> str:
    """The first of that kind that a function is given."""
    given: list[Token] = getattr(token, "arguments", [])
    return next((str(getattr(one, "value", "")) for one in given if one.type == kind), "")


def _values(tokens: Iterable[Token]) -> Iterator[Token]:
    """Every token, however deep; what a sheet imports is a sheet of its own."""
    waiting = list(tokens)
    while waiting:
        token = waiting.pop()
        if getattr(token, "lower_at_keyword", "") == "import":
            continue
        yield token
        for inner in ("content", "arguments"):
            waiting += getattr(token, inner, None) or ()


def _rules(sheet: Sheet, rules: Iterable[Rule], prefix: str, report: Report) -> None:
    for rule in rules:
        if rule.type == "qualified-rule":
            _selectors(sheet, rule, prefix, report)
        elif rule.type == "at-rule" and rule.lower_at_keyword in _GROUPS and rule.content is not None:
            _rules(sheet, tinycss2.parse_rule_list(rule.content), prefix, report)


def _selectors(sheet: Sheet, rule: Rule, prefix: str, report: Report) -> None:
    for is_class, token, name in _parts(rule.prelude):
        if not is_class:
            report.error("selector_not_class", sheet.offset(token), selector=name)
        elif prefix and name != prefix and not name.startswith((f"{prefix}__", f"{prefix}--")):
            report.error("selector_prefix", sheet.offset(token), selector=f".{name}", prefix=prefix)


def _parts(prelude: Iterable[Token]) -> Iterator[tuple[bool, Token, str]]:
    """Each simple selector but pseudo-classes: whether it is a class, where it stands, its name."""
    before = ""
    for token in prelude:
        text = token.serialize()
        if token.type == "ident" and not before.endswith(":"):
            yield before == ".", token, text
        elif token.type in ("hash", "[] block") or text == "*":
            yield False, token, text
        before = ":" if token.type == "function" else text if text in (".", ":") else ""
