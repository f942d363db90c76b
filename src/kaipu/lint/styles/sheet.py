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
_PIECES: Final = re.compile(
    r"""/\*.*?(?:\*/|\Z)|url\(\s*[^'")\s][^)]*\)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?P<torn>["'])|(?P<html><!--)""",
    re.DOTALL,
)
"""Comments, addresses, strings; what is left of them is none of these."""
_FEATURES: Final = frozenset(
    """width height min-width max-width min-height max-height orientation aspect-ratio resolution hover pointer
    prefers-color-scheme prefers-reduced-motion device-width min-device-width max-device-width device-height
    min-device-height max-device-height color scan grid monochrome display-mode any-hover any-pointer min-resolution
    max-resolution min-aspect-ratio max-aspect-ratio -webkit-min-device-pixel-ratio -webkit-device-pixel-ratio
    prefers-contrast""".split()  # noqa: SIM905 - a list would take twenty lines
)
_STRICTER: Final = frozenset({"style_at_rule", "style_import", "style_sibling"})
"""What the compiler refuses in blocks, though some platform takes it."""
_EXPRESSION: Final = re.compile(r"\{\{.*?\}\}", re.DOTALL)
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
        if self._line_comment() or self._torn_string():
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

    def _torn_string(self) -> bool:
        """A string without its second quote, or a comment of HTML: what follows cannot be read."""
        for found in _PIECES.finditer(self.notes.source.text):
            if found["torn"] is not None:
                self.notes.error("string_unclosed", found.start())
                return True
            if found["html"] is not None:
                self.notes.error("selector_malformed", found.start(), found="<!--")
                return True
        return False

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
        elif name == "import" and rule.content is not None:
            self.notes.known("style_import", at)
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
            if name == "media":
                self._media(rule)
            self._rules(tinycss2.parse_rule_list(rule.content))
        elif name == "font-face":
            self._declarations(rule)

    def _media(self, rule: Rule) -> None:
        for token in _words(rule.prelude):
            inner = _words(getattr(token, "content", None) or []) if token.type == "() block" else []
            name = inner[0].serialize().lower() if inner and inner[0].type == "ident" else ""
            near = nearest(name, _FEATURES, 0.8) if name and name not in _FEATURES else ""
            if near:
                self.notes.error("media_feature", offset_of(self.notes.source, inner[0]), name=name, near=near)
            elif token.serialize() == ":":
                self.notes.error("value_sign", offset_of(self.notes.source, token), sign=":", name="@media")

    def _import(self, rule: Rule, at: int, began: bool) -> None:
        words = _words(rule.prelude)
        if not words or words[0].type not in ("string", "url"):
            self.notes.known("style_import", at)
            return
        if began:
            self.notes.warning("import_late", at)
        address = str(getattr(words[0], "value"))  # noqa: B009 - untyped in tinycss2
        self.imports.append((address, offset_of(self.notes.source, words[0])))

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
    """A `style` attribute. Expressions stand for anything, so only what stands between them is looked at."""
    plain = _EXPRESSION.sub(lambda found: "\x01" * len(found[0]), text)
    own = Notes(SourceText(plain, ""))
    for part in tinycss2.parse_blocks_contents(plain, skip_comments=True, skip_whitespace=True):
        if part.type == "declaration" and "\x01" not in part.serialize():
            check_declaration(own, cast("Declaration", part))
        elif part.type == "error" and "\x01" not in plain:
            own.known("style_syntax", own.source.offset(part.source_line, part.source_column), message=part.message)
    for one in own.found:
        line, column = (one.where.line, one.where.column) if not isinstance(one.where, str) else (1, 1)
        place = notes.source.position(at + own.source.offset(line, column))
        notes.take([type(one)(one.code, one.severity, place, one.params, one.messages)])


def _words(tokens: Iterable[Token]) -> list[Token]:
    return [token for token in tokens if token.type not in ("whitespace", "comment")]
