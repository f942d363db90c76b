"""A whole style sheet. What the compiler finds in any sheet is found here as well; packages may use more at-rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final, cast

import tinycss2

from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.parse.style import parse_style
from kaipu.compiler.parse.style_rules import Rule, Token, offset_of
from kaipu.definition.diagnostics import Diagnostic, Position
from kaipu.lint.notes import Notes, nearest
from kaipu.lint.styles.selectors import SelectorCheck
from kaipu.lint.styles.values import Declaration, check_declaration
from kaipu.lint.styles.vocabulary import vocabulary

_STEP: Final = re.compile(r"from|to|\d+(?:\.\d+)?%")
_STRICTER: Final = frozenset({"style_at_rule", "style_import", "style_sibling"})
"""What the compiler refuses in blocks, though some platform takes it."""
_LINE_COMMENT: Final = re.compile(r"(?m)^[ \t]*(//)")


@dataclass
class SheetCheck:
    """`imports` and `addresses` are what the sheet names, with their places, for those who know which files there
    are.
    """

    notes: Notes
    component: bool = False
    universal: bool = True
    imports: list[tuple[str, int]] = field(default_factory=list)
    addresses: list[tuple[str, int]] = field(default_factory=list)

    def run(self) -> None:
        if self._line_comment():
            return
        sheet, problems = parse_style(self.notes.source)
        self.notes.take(map(self._exact, (one for one in problems if one.code not in _STRICTER)))
        self._rules(sheet.rules)

    def _exact(self, problem: Diagnostic) -> Diagnostic:
        """A brace too many at the end is told behind it."""
        where, source = problem.where, self.notes.source
        if isinstance(where, Position) and where.column > 1:
            at = source.offset(where.line, where.column)
            if problem.code == "style_syntax" and at == len(source.text.rstrip()) and source.text[at - 1] in ")]}":
                return replace(problem, where=source.position(at - 1))
        return problem

    def _line_comment(self) -> bool:
        """`//` is no comment here: it takes the next rule with it."""
        text = re.sub(r"/\*.*?(?:\*/|$)", lambda found: " " * len(found[0]), self.notes.source.text, flags=re.DOTALL)
        found = _LINE_COMMENT.search(text)
        if found:
            self.notes.error("style_line_comment", found.start(1))
        return found is not None

    def _rules(self, rules: Iterable[Rule]) -> None:
        began = False
        for rule in rules:
            if rule.type == "qualified-rule":
                check = SelectorCheck(self.notes, self.component, self.universal)
                check.run(rule.prelude, offset_of(self.notes.source, rule))
                self._declarations(rule)
            elif rule.type == "at-rule":
                self._at_rule(rule, began)
            began = began or rule.type == "qualified-rule"

    def _at_rule(self, rule: Rule, began: bool) -> None:
        name, at = rule.lower_at_keyword, offset_of(self.notes.source, rule)
        if name not in vocabulary().at_rules:
            self.notes.error("at_rule_unknown", at, name=name, near=nearest(name, vocabulary().at_rules) or "media")
        elif name == "import":
            self._import(rule, at, began)
        elif rule.content is None:
            if name not in ("charset", "namespace", "layer"):
                self.notes.error("at_rule_empty", at, name=name)
        elif name.endswith("keyframes"):
            self._keyframes(rule, at)
        elif name in ("media", "supports", "layer", "container"):
            if name in ("media", "supports") and not _words(rule.prelude):
                self.notes.error("at_rule_empty", at, name=name)
            self._rules(tinycss2.parse_rule_list(rule.content))
        elif name == "font-face":
            self._declarations(rule)

    def _import(self, rule: Rule, at: int, began: bool) -> None:
        words = _words(rule.prelude)
        if not words or words[0].type not in ("string", "url"):
            self.notes.known("style_import", at)
            return
        if began:
            self.notes.warning("import_late", at)
        self.imports.append((str(getattr(words[0], "value")), at))  # noqa: B009 - untyped in tinycss2

    def _keyframes(self, rule: Rule, at: int) -> None:
        if not _words(rule.prelude):
            self.notes.error("at_rule_empty", at, name=rule.lower_at_keyword)
        for step in tinycss2.parse_rule_list(rule.content, skip_whitespace=True, skip_comments=True):
            if step.type != "qualified-rule":
                continue
            for token in _words(step.prelude):
                if token.serialize() != "," and not _STEP.fullmatch(token.serialize().lower()):
                    place = offset_of(self.notes.source, token)
                    self.notes.error("keyframe_malformed", place, found=token.serialize())
                    break
            self._declarations(step)

    def _declarations(self, rule: Rule) -> None:
        parsed = tinycss2.parse_blocks_contents(rule.content or (), skip_comments=True, skip_whitespace=True)
        for part in parsed:
            if part.type == "declaration":
                check_declaration(self.notes, cast("Declaration", part))
                self._addresses(part.value)

    def _addresses(self, value: Iterable[Token]) -> None:
        for token in value:
            inner = getattr(token, "arguments", None)
            if token.type == "url":
                self.addresses.append((str(getattr(token, "value", "")), offset_of(self.notes.source, token)))
            elif isinstance(inner, list) and getattr(token, "lower_name", "") == "url":
                text = next((str(getattr(one, "value", "")) for one in inner if one.type == "string"), "")
                self.addresses.append((text, offset_of(self.notes.source, token)))
            elif isinstance(inner, list):
                self._addresses(inner)


def check_inline(notes: Notes, text: str, at: int) -> None:
    """A `style` attribute without expressions."""
    own = Notes(SourceText(text, ""))
    for part in tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True):
        if part.type == "declaration":
            check_declaration(own, cast("Declaration", part))
    for one in own.found:
        line, column = (one.where.line, one.where.column) if not isinstance(one.where, str) else (1, 1)
        place = notes.source.position(at + own.source.offset(line, column))
        notes.take([type(one)(one.code, one.severity, place, one.params, one.messages)])


def _words(tokens: Iterable[Token]) -> list[Token]:
    return [token for token in tokens if token.type not in ("whitespace", "comment")]
