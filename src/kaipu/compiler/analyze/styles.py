"""Checks a component's style: platforms keep a component's styles apart by its classes, so nothing but classes may be
selected, and a block's begin with its own name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import tinycss2

from kaipu.compiler.parse.source import Report
from kaipu.compiler.parse.style import Rule, Sheet, Token

_GROUPS: Final = frozenset({"media", "supports"})
_COMBINATORS: Final = frozenset({">", "+", "~", ","})


def check_style(sheet: Sheet, prefix: str, report: Report) -> None:
    """`prefix` is what each class begins with; empty if any class will do."""
    _rules(sheet, sheet.rules, prefix, report)


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
