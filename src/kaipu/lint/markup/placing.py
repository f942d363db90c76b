"""Which tags stand inside which, and names that are there once: ids, slots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kaipu.lint.markup.nodes import Element
from kaipu.lint.markup.speech import Speech
from kaipu.lint.notes import Notes


@dataclass(frozen=True)
class PlacingCheck:
    notes: Notes
    speech: Speech

    def run(self, root: Element) -> None:
        """The whole of a template."""
        self._ids(root)
        for element, parent in _nested(root):
            only = self.speech.rules.more.children.get(parent.tag)
            plain = element.tag in self.speech.tags and element.tag not in self.speech.special_tags
            if only and plain and element.tag not in only:
                self.notes.error("child_misplaced", element.at, parent=parent.tag, child=only[0])
            elif parent.tag == "text" and plain and element.tag not in ("text", "span"):
                self.notes.warning("text_nesting", element.at, tag=element.tag)

    def _ids(self, root: Element) -> None:
        """Those that are there at the same time: outside of conditions, loops and templates."""
        words = self.speech.rules.dialect.directives
        seen: set[str] = set()
        waiting = [root]
        while waiting:
            element = waiting.pop(0)
            if element.tag == "template" or any(
                element.get(name) for name in (words.when, words.otherwise_when, words.otherwise, words.each)
            ):
                continue
            given = element.get("id")
            if given is not None and given.literal:
                if given.literal in seen:
                    self.notes.warning("id_twice", given.start, name=given.literal)
                seen.add(given.literal)
            waiting += [child for child in element.children if isinstance(child, Element)]


def _nested(root: Element) -> Iterator[tuple[Element, Element]]:
    """Each element and the one that it really stands in, past blocks that only wrap."""
    waiting = [(root, root)]
    while waiting:
        element, holder = waiting.pop()
        for child in element.children:
            if isinstance(child, Element):
                if child.tag != "block":
                    yield child, holder
                waiting.append((child, holder if child.tag == "block" else child))


def slots(root: Element) -> Iterator[Element]:
    return (element for element, _ in _nested(root) if element.tag == "slot")
