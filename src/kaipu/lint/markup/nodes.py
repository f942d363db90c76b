"""A package's template as it is written: elements, their attributes and the texts with expressions between them. Unlike
the compiler's tree it keeps what no block may use, and it keeps every offset.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Attr:
    name: str
    at: int
    value: str | None
    """None if only the name stands there."""
    start: int
    """Where the value begins."""

    @property
    def literal(self) -> str | None:
        """The value if it is text without expressions."""
        return self.value if self.value is not None and "{{" not in self.value else None


@dataclass(slots=True)
class Element:
    tag: str
    at: int
    attrs: list[Attr] = field(default_factory=list)
    children: list[Element | Words] = field(default_factory=list)
    code: str | None = None
    """Of a script module written in the template."""
    code_at: int = 0

    def get(self, name: str) -> Attr | None:
        return next((attr for attr in self.attrs if attr.name == name), None)

    def text(self, name: str) -> str:
        attr = self.get(name)
        return attr.value or "" if attr else ""


@dataclass(frozen=True, slots=True)
class Words:
    """Text between tags."""

    text: str
    at: int


def elements(root: Element) -> Iterator[Element]:
    """All below the root, parents before children."""
    waiting: list[Element | Words] = list(reversed(root.children))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Element):
            yield node
            waiting.extend(reversed(node.children))


def words(root: Element) -> Iterator[Words]:
    for element in (root, *elements(root)):
        for child in element.children:
            if isinstance(child, Words):
                yield child
