"""Conditions and loops: chains that hang in the air, loops without keys, values that are text by mistake."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kaipu.compiler.dialect import Directives
from kaipu.lint.markup.nodes import Attr, Element, Words
from kaipu.lint.markup.speech import Speech
from kaipu.lint.notes import Notes

_NAME: Final = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)


@dataclass(frozen=True)
class FlowCheck:
    notes: Notes
    speech: Speech

    def run(self, parent: Element) -> None:
        """The children of one element, in order."""
        open_chain = False
        for child in parent.children:
            if isinstance(child, Words):
                open_chain = False
            elif child.tag not in self.speech.module_tags:
                open_chain = self._element(child, open_chain)

    def _element(self, element: Element, open_chain: bool) -> bool:
        """Whether an else may follow."""
        words = self.speech.rules.dialect.directives
        when, elif_, other = (element.get(name) for name in (words.when, words.otherwise_when, words.otherwise))
        each = element.get(words.each) or element.get(f"{self.speech.rules.prefix}for-items")
        self._loop(element, each)
        for attr in (when, elif_):
            if attr is not None:
                self._condition(attr)
        given = [attr for attr in (when, elif_, other) if attr is not None]
        if len(given) > 1:
            self.notes.known("branching_twice", given[1].at)
        going_on = elif_ or other
        if going_on is not None and when is None and (not open_chain or each is not None):
            self.notes.error("else_without_if", going_on.at, name=going_on.name, when=words.when)
            return elif_ is not None
        return (when is not None or (elif_ is not None and open_chain)) and each is None

    def _condition(self, attr: Attr) -> None:
        if not (attr.value or "").strip():
            self.notes.known("directive_empty", attr.at, name=attr.name)
        elif attr.literal is not None and self.speech.rules.prefix.endswith(":"):
            self.notes.warning("condition_text", attr.start, name=attr.name, value=attr.literal)

    def _loop(self, element: Element, each: Attr | None) -> None:
        words = self.speech.rules.dialect.directives
        key = element.get(words.key)
        for name in (words.item, words.index):
            given = element.get(name)
            if given is not None and not _NAME.fullmatch((given.value or "").strip()):
                self.notes.error("loop_name", given.start, name=name, value=given.value or "")
        if each is None:
            for name in (words.item, words.index, words.key):
                alone = element.get(name)
                if alone is not None:
                    self.notes.warning("for_part_without_for", alone.at, name=name, each=words.each)
            return
        if not (each.value or "").strip():
            self.notes.known("directive_empty", each.at, name=each.name)
        elif each.literal is not None and self.speech.rules.prefix.endswith(":"):
            self.notes.warning("loop_text", each.start, name=each.name)
        elif each.value != (each.value or "").strip() and self.speech.rules.prefix.endswith(":"):
            self.notes.warning("loop_space", each.start, name=each.name)
        inner_has_key = any(isinstance(child, Element) and child.get(words.key) for child in element.children)
        if key is None and not inner_has_key and self.speech.rules.prefix.endswith(":"):
            self.notes.warning("loop_without_key", each.at, each=words.each, key=words.key)
        elif (
            key is not None and key.value and "{{" in key.value and self.speech.rules.dialect.directives == Directives()
        ):
            self.notes.warning("key_braces", key.start, key=words.key)
