"""Parses a style sheet with tinycss2. Nesting is measured first, because printing it back is recursive.

A sheet's rules are tinycss2's nodes and must not be changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import tinycss2

from kaipu.compiler.parse.source import Report, SourceText
from kaipu.definition.diagnostics import Diagnostic

DEEPEST: Final = 12
_BRACKET: Final = re.compile(r"/\*.*?(?:\*/|$)|\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?|[\[({})\]]", re.DOTALL)


class Token(Protocol):
    """What all of tinycss2's nodes have; it publishes no types."""

    type: str
    source_line: int
    source_column: int

    def serialize(self) -> str: ...


class Rule(Token, Protocol):
    """`content` is None for a rule without a block, such as @import."""

    prelude: Sequence[Token]
    content: Sequence[Token] | None
    at_keyword: str
    lower_at_keyword: str
    message: str


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
    deep = _too_deep(source.text)
    if deep is not None:
        report.error("style_too_deep", deep, limit=DEEPEST)
        return Sheet(source, (), ()), report.found()
    rules: tuple[Rule, ...] = tuple(tinycss2.parse_stylesheet(source.text))
    for rule in rules:
        if rule.type == "error":
            report.error("style_syntax", offset_of(source, rule), message=rule.message)
    imports = tuple(_imports(report, rules))
    return Sheet(source, rules, imports), report.found()


def offset_of(source: SourceText, token: Token) -> int:
    """tinycss2 counts lines after joining \\r\\n, and columns from one."""
    return source.offset(token.source_line, token.source_column)


def selectors_of(rule: Rule) -> Sequence[Token]:
    return rule.prelude


def declarations(rule: Rule) -> Iterable[Token]:
    parsed: list[Token] = tinycss2.parse_blocks_contents(rule.content or ())
    return parsed


def _too_deep(text: str) -> int | None:
    depth = 0
    for match in _BRACKET.finditer(text):
        if match[0] in "[({":
            depth += 1
        elif match[0] in "])}":
            depth -= 1
        if depth > DEEPEST:
            return match.start()
    return None


def _imports(report: Report, rules: Iterable[Rule]) -> Iterator[StyleImport]:
    for rule in rules:
        if rule.type != "at-rule" or rule.lower_at_keyword != "import":
            continue
        at = offset_of(report.source, rule)
        words = [token for token in rule.prelude if token.type not in ("whitespace", "comment")]
        if len(words) == 1 and words[0].type in ("string", "url"):
            yield StyleImport(str(getattr(words[0], "value")), rule, at)  # noqa: B009 - untyped in tinycss2
        else:
            report.error("style_import", at)
