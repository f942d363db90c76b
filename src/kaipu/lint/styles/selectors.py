"""Selectors: whether they can be read, and whether they may stand in a component's sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kaipu.compiler.parse.style_rules import Token, offset_of
from kaipu.lint.notes import Notes, nearest
from kaipu.lint.styles.vocabulary import vocabulary

_SIGNS: Final = frozenset({".", ":", ">", "+", "~", ",", "*", "&", "|", "/"})
_JOINS: Final = frozenset({">", "+", "~", ","})


@dataclass(frozen=True)
class SelectorCheck:
    notes: Notes
    component: bool
    universal: bool
    """Whether `*` may be used at all."""

    def run(self, prelude: Sequence[Token], at: int) -> None:
        tokens = [token for token in prelude if token.type != "comment"]
        seen = [token for token in tokens if token.type != "whitespace"]
        if self.notes.full:
            return
        if not seen:
            self.notes.error("selector_missing", at)
            return
        for end in (seen[0], seen[-1]):
            if end.serialize() in _JOINS and (end is seen[-1] or end.serialize() == ","):
                self.notes.error("selector_malformed", offset_of(self.notes.source, end), found=end.serialize())
                return
        for first, second in pairwise(seen):
            if first.serialize() in _JOINS and second.serialize() in _JOINS:
                self.notes.error("selector_malformed", offset_of(self.notes.source, second), found=second.serialize())
                return
        before = ""
        for token in tokens:
            self._token(token, before)
            before = token.serialize() if token.type != "whitespace" else " "

    def _token(self, token: Token, before: str) -> None:
        at, text = offset_of(self.notes.source, token), token.serialize()
        name_needed = before in (".", ":")
        if name_needed and token.type not in ("ident", "function") and text != ":":
            self.notes.error("selector_malformed", at, found=text)
        elif token.type == "ident":
            self._name(at, text, before)
        elif token.type == "function" and before == ":":
            self._pseudo(at, str(getattr(token, "lower_name", "")))
            self._inside(token, at)
        elif token.type in ("hash", "[] block"):
            self._not_in_component(at, text)
        elif token.type == "literal" and text == "*":
            self._universal(at)
        elif token.type in ("number", "dimension", "string", "url", "at-keyword") or (
            token.type == "literal" and text not in _SIGNS
        ):
            self.notes.error("selector_malformed", at, found=text)

    def _inside(self, function: Token, at: int) -> None:
        """`:not(view)`, `:nth-child()`."""
        given = [one for one in getattr(function, "arguments", []) if one.type not in ("whitespace", "comment")]
        if not given:
            self.notes.error("selector_malformed", at, found=function.serialize())
        before = ""
        for token in given if getattr(function, "lower_name", "") in ("not", "is", "where") else ():
            self._token(token, before)
            before = token.serialize()

    def _name(self, at: int, text: str, before: str) -> None:
        if before == ":":
            self._pseudo(at, text.lower())
        elif before != ".":
            self._not_in_component(at, text)

    def _pseudo(self, at: int, name: str) -> None:
        if name.startswith("-") or name in vocabulary().pseudos:
            return
        near = nearest(name, vocabulary().pseudos)
        make = self.notes.error if near else self.notes.warning
        make("pseudo_unknown", at, name=name, near=near or "active")

    def _universal(self, at: int) -> None:
        if not self.universal:
            self.notes.error("selector_universal", at)
        else:
            self._not_in_component(at, "*")

    def _not_in_component(self, at: int, text: str) -> None:
        if self.component:
            self.notes.error("selector_in_component", at, selector=text)
