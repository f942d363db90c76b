"""What a style sheet's rules are, and what of them would be lost on the way: printing knows style rules, a few at-rules
and declarations, so anything else is reported where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

import tinycss2

from kaipu.compiler.parse.source import Report, SourceText

GROUPS: Final = frozenset({"media", "supports", "keyframes", "-webkit-keyframes"})
"""At-rules that hold rules."""
_WITH_DECLARATIONS: Final = frozenset({"font-face"})
_UNSEEN: Final = frozenset({"whitespace", "comment"})
_INSIDE: Final = ("prelude", "content", "arguments", "value")


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


def offset_of(source: SourceText, token: Token) -> int:
    """tinycss2 counts lines after joining \\r\\n, and columns from one."""
    return source.offset(token.source_line, token.source_column)


def find_faults(report: Report, rules: Iterable[Rule], *, inside: bool = False) -> None:
    """`inside` of another rule, where nothing can be imported."""
    for rule in rules:
        if rule.type == "error":
            report.error("style_syntax", offset_of(report.source, rule), message=rule.message)
        elif rule.type == "at-rule":
            _at_rule(report, rule, inside)
        elif rule.type == "qualified-rule":
            _broken(report, rule.prelude)
            _siblings(report, rule.prelude)
            _declarations(report, rule.content or ())


def _at_rule(report: Report, rule: Rule, inside: bool) -> None:
    name = rule.lower_at_keyword
    _broken(report, rule.prelude)
    if rule.content is None and name == "import" and not inside:
        return
    if rule.content is not None and name in GROUPS:
        find_faults(report, tinycss2.parse_rule_list(rule.content), inside=True)
    elif rule.content is not None and name in _WITH_DECLARATIONS:
        _declarations(report, rule.content)
    else:
        report.error("style_at_rule", offset_of(report.source, rule), name=name)


def _siblings(report: Report, prelude: Iterable[Token]) -> None:
    """A vendor's own compiler does not read `~`."""
    for token in prelude:
        if token.type == "literal" and token.serialize() == "~":
            report.error("style_sibling", offset_of(report.source, token))


def _declarations(report: Report, content: Sequence[Token]) -> None:
    for part in _parts(content):
        at = offset_of(report.source, part[0])
        declaration = tinycss2.parse_one_declaration(part)
        own = declaration.type == "declaration" and declaration.name.startswith("--")
        if part[0].type == "at-keyword" or (not own and any(token.type == "{} block" for token in part)):
            report.error("style_nested", at)
        elif declaration.type != "declaration":
            report.error("style_declaration", at, found=part[0].serialize())
        else:
            _broken(report, declaration.value)


def _parts(content: Sequence[Token]) -> Iterator[list[Token]]:
    """What stands between semicolons."""
    part: list[Token] = []
    for token in content:
        if token.type == "literal" and token.serialize() == ";":
            if part:
                yield part
            part = []
        elif part or token.type not in _UNSEEN:
            part.append(token)
    if part:
        yield part


def _broken(report: Report, tokens: Iterable[Token]) -> None:
    """Strings without an end, brackets that nothing opened. Nesting was measured before."""
    for token in tokens:
        if token.type == "error":
            message = str(getattr(token, "message", ""))
            report.error("style_syntax", offset_of(report.source, token), message=message)
        for name in _INSIDE:
            inside = getattr(token, name, None)
            if isinstance(inside, list):
                _broken(report, inside)
