"""What is wrong with a tag and its attributes, seen by itself: spelling, repetition, values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kaipu.lint.markup.nodes import Attr, Element
from kaipu.lint.markup.speech import Speech
from kaipu.lint.notes import Notes, nearest

_HANDLER: Final = re.compile(r"[A-Za-z_$][\w$]*")
_ONE_FIELD: Final = re.compile(r"\{\{\s*[\w$]+\s*\}\}")
_FIELD_PATH: Final = re.compile(r"\{\{[\s\w$.\[\]]+\}\}")
_CAPITAL: Final = re.compile(r"data-.*[A-Z]")


@dataclass(frozen=True)
class AttributeCheck:
    notes: Notes
    speech: Speech

    def run(self, element: Element) -> None:
        seen: set[str] = set()
        for attr in element.attrs:
            if self.notes.full:
                return
            if attr.name in seen:
                self.notes.known("attribute_twice", attr.at, name=attr.name)
            seen.add(attr.name)
            self._attribute(element, attr)

    def _attribute(self, element: Element, attr: Attr) -> None:
        name = attr.name
        event = self.speech.event(name)
        if name in self.speech.directives:
            return
        if name.startswith(self.speech.rules.prefix) and not self.speech.is_everywhere(name):
            near = nearest(name, self.speech.directives)
            self.notes.error(
                "directive_misspelt", attr.at, name=name, near=near or self.speech.rules.dialect.directives.when
            )
        elif foreign := self.speech.foreign_prefix(name):
            self.notes.error("directive_foreign", attr.at, name=name, prefix=foreign, own=self.speech.rules.prefix)
        elif event is not None:
            self._event(element, attr, event)
        elif self.speech.is_foreign_event(name) and element.tag in self.speech.tags:
            self.notes.error("event_foreign", attr.at, name=name)
        elif self.speech.is_foreign_form(name):
            self.notes.error("attribute_foreign", attr.at, name=name)
        else:
            self._plain(element, attr)

    def _event(self, element: Element, attr: Attr, event: str) -> None:
        if self.speech.is_event_of_the_web(event) and element.tag in self.speech.tags:
            self.notes.error("event_unknown", attr.at, name=event)
        elif near := self.speech.misspelt_event(element.tag, event):
            self.notes.error("event_misspelt", attr.at, name=event, near=near)
        handler = attr.literal
        if handler is not None and not handler.strip() and not attr.name.startswith(("catch", "capture-catch")):
            self.notes.error("handler_empty", attr.at, name=attr.name)
        elif handler and not _HANDLER.fullmatch(handler.strip()):
            self.notes.error("handler_form", attr.start, handler=handler)

    def _plain(self, element: Element, attr: Attr) -> None:
        """An attribute without a meaning to the dialect itself."""
        if attr.name.startswith("model:"):
            self._both_ways(attr)
        elif _CAPITAL.match(attr.name):
            self.notes.warning("data_case", attr.at, name=attr.name)
        own = self.speech.tags.get(element.tag)
        known = own is not None and element.tag not in self.speech.special_tags
        known = known and element.get(f"change:{attr.name}") is None
        if known and own is not None and attr.name not in own and not self.speech.is_everywhere(attr.name):
            near = nearest(attr.name, own)
            code = "attribute_misspelt" if near else "attribute_not_known"
            self.notes.warning(code, attr.at, tag=element.tag, name=attr.name, near=near)
        if known and attr.literal == "false" and own is not None and attr.name in own:
            self.notes.warning("false_is_text", attr.start, name=attr.name)
        words = self.speech.rules.more.choices.get(f"{element.tag} {attr.name}")
        value = attr.literal
        if words and value and value not in words:
            near = nearest(value, words)
            make = self.notes.error if near else self.notes.warning
            make("attribute_value", attr.start, name=attr.name, value=value, near=near or words[0])

    def _both_ways(self, attr: Attr) -> None:
        value = (attr.value or "").strip()
        if _ONE_FIELD.fullmatch(value):
            return
        make = self.notes.warning if _FIELD_PATH.fullmatch(value) else self.notes.error
        make("model_form", attr.start, name=attr.name)


def check_form(notes: Notes, speech: Speech, element: Element) -> None:
    """What the special tags need."""
    needs = {"import": ("src",), "include": ("src",)}
    module = speech.rules.dialect.module
    if element.tag in speech.module_tags:
        needs = {element.tag: (module.name,)}
        if element.get(module.path) is None and element.code is None and module.inline:
            notes.known("attribute_needed", element.at, tag=element.tag, name=module.path)
    for name in needs.get(element.tag, ()):
        if not element.text(name).strip():
            notes.known("attribute_needed", element.at, tag=element.tag, name=name)
    if element.tag == "template" and not (element.get("is") or element.get("name")):
        notes.known("attribute_needed", element.at, tag="template", name="is")
    elif element.tag == "template" and not (element.text("is") + element.text("name")).strip():
        notes.known("attribute_needed", element.at, tag="template", name="is" if element.get("is") else "name")
    data = element.get("data")
    if element.tag == "template" and data is not None and data.literal and speech.rules.dialect.data[0] == "{{":
        notes.error("data_braces", data.start)
    if element.tag == "template" and element.get("is") and element.get("name"):
        notes.error("template_both", element.at)
