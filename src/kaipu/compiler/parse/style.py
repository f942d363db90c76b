"""Parses a style sheet with tinycss2. Nesting is measured first, because printing it back is recursive.

A sheet's rules are tinycss2's nodes and must not be changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import tinycss2

from kaipu.compiler.parse.source import Report, SourceText
from kaipu.compiler.parse.style_rules import Rule, Token, find_faults, offset_of
from kaipu.definition.diagnostics import Diagnostic

__all__ = ["Rule", "Sheet", "StyleImport", "Token", "parse_style"]

DEEPEST: Final = 12
_BRACKET: Final = re.compile(r"/\*.*?(?:\*/|$)|\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?|[\[({})\]]", re.DOTALL)
_CLOSING: Final = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class StyleImport:
    path: str
    rule: Rule
    at: int


@dataclass(frozen=True, eq=False)
class Sheet:
    source: SourceText
    rules: tuple[Rule, ...]
    imports: tuple[StyleImport, ...]

    def offset(self, token: Token) -> int:
        return offset_of(self.source, token)


def parse_style(source: SourceText) -> tuple[Sheet, tuple[Diagnostic, ...]]:
    report = Report(source)
    if not _brackets(report):
        return Sheet(source, (), ()), report.found()
    rules: tuple[Rule, ...] = tuple(tinycss2.parse_stylesheet(source.text))
    find_faults(report, rules)
    imports = tuple(_imports(report, rules))
    return Sheet(source, rules, imports), report.found()


def _brackets(report: Report) -> bool:
    """Whether the sheet is flat enough to be read, and everything in it closed."""
    text = report.source.text
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] in _CLOSING:
            opened.append(match.start())
        elif match[0] in "])}":
            _close(report, opened, match[0])
        elif match[0].startswith("/*") and (len(match[0]) < 4 or not match[0].endswith("*/")):
            report.error("style_unclosed", match.start(), found="/*")
        if len(opened) > DEEPEST:
            report.error("style_too_deep", match.start(), limit=DEEPEST)
            return False
    for at in opened[-1:]:
        report.error("style_unclosed", at, found=text[at])
    return not report.diagnostics


def _close(report: Report, opened: list[int], sign: str) -> None:
    """What stands open inside of the bracket that is closed was forgotten."""
    text = report.source.text
    if all(_CLOSING[text[at]] != sign for at in opened):
        return
    while _CLOSING[text[opened[-1]]] != sign:
        at = opened.pop()
        report.error("style_unclosed", at, found=text[at])
    opened.pop()


def _imports(report: Report, rules: Iterable[Rule]) -> Iterator[StyleImport]:
    for rule in rules:
        if rule.type != "at-rule" or rule.lower_at_keyword != "import":
            continue
        at = offset_of(report.source, rule)
        path = _imported(rule)
        if path is None:
            report.error("style_import", at)
        else:
            yield StyleImport(path, rule, at)


def _imported(rule: Rule) -> str | None:
    """The address, as a string, as `url(...)`, or as a string in it."""
    words = [token for token in rule.prelude if token.type not in ("whitespace", "comment")]
    if len(words) == 1 and words[0].type == "function" and getattr(words[0], "lower_name", "") == "url":
        words = list(getattr(words[0], "arguments", ()))
    if len(words) != 1 or words[0].type not in ("string", "url"):
        return None
    return str(getattr(words[0], "value"))  # noqa: B009 - untyped in tinycss2
