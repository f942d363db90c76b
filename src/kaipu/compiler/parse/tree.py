"""The neutral tree of a template. Immutable; equality ignores positions, which are offsets into `Document.source`.

Normal form, which parsing makes and printing relies on: no two texts stand side by side; a text is neither empty nor
edged with line breaks; a value holds no literal string as an expression and no two strings side by side; a `<block>`
without a directive is its children.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from kaipu.compiler.parse.expression import Expression, Object
from kaipu.compiler.parse.source import SourceText

Value: TypeAlias = tuple[str | Expression, ...]
"""Text with expressions in it; empty for the empty string."""

Mode: TypeAlias = Literal["bind", "catch", "mut-bind"]
AttributeKind: TypeAlias = Literal["plain", "data", "mark", "model"]


def _at() -> int:
    return field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Text:
    value: Value
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Attribute:
    """`name` comes without its prefix: `data-dish` is the name `dish` of kind `data`."""

    name: str
    value: Value | None
    """None if only the name stands there, which means true."""
    kind: AttributeKind = "plain"
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Event:
    name: str
    handler: Value
    mode: Mode = "bind"
    capture: bool = False
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Element:
    tag: str
    attributes: tuple[Attribute, ...] = ()
    events: tuple[Event, ...] = ()
    children: tuple[Node, ...] = ()
    at: int = _at()

    def attribute(self, name: str) -> Attribute | None:
        return next((one for one in self.attributes if one.name == name and one.kind == "plain"), None)


@dataclass(frozen=True, slots=True)
class Branch:
    condition: Value
    children: tuple[Node, ...]
    at: int = _at()


@dataclass(frozen=True, slots=True)
class If:
    branches: tuple[Branch, ...]
    otherwise: tuple[Node, ...] | None = None
    at: int = _at()


@dataclass(frozen=True, slots=True)
class For:
    items: Value
    children: tuple[Node, ...]
    item: str = "item"
    index: str = "index"
    key: str | None = None
    """A property of the item, or `*this`."""
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Slot:
    name: Value | None = None
    at: int = _at()


@dataclass(frozen=True, slots=True)
class TemplateDefinition:
    name: str
    children: tuple[Node, ...]
    at: int = _at()


@dataclass(frozen=True, slots=True)
class TemplateUse:
    name: Value
    data: Object | None = None
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Import:
    """Brings in the named templates of another file."""

    path: str
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Include:
    """Stands for the other file's whole tree."""

    path: str
    at: int = _at()


@dataclass(frozen=True, slots=True)
class ScriptModule:
    """A script that templates call: in a file of its own, or written here."""

    name: str
    path: str | None = None
    code: str | None = None
    at: int = _at()
    code_at: int = _at()


@dataclass(frozen=True, slots=True)
class Included:
    """Another file's tree in the place of an `Include`, without what including leaves out."""

    document: Document


Node: TypeAlias = (
    Text | Element | If | For | Slot | TemplateDefinition | TemplateUse | Import | Include | ScriptModule | Included
)


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    children: tuple[Node, ...]
    source: SourceText = field(repr=False)


def inside(node: Node) -> tuple[Node, ...]:
    """The nodes directly inside, in the order of the text."""
    match node:
        case Element() | For() | TemplateDefinition():
            return node.children
        case If(branches, otherwise):
            nested = [child for branch in branches for child in branch.children]
            return (*nested, *(otherwise or ()))
        case _:
            return ()


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """All nodes, parents before children."""
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(inside(node)))


def documents(document: Document) -> Iterator[Document]:
    """The document and what is included in it; places in each are in its own source."""
    yield document
    for node in walk(document.children):
        if isinstance(node, Included):
            yield from documents(node.document)


def replaced(nodes: tuple[Node, ...], change: Callable[[Node], tuple[Node, ...] | None]) -> tuple[Node, ...]:
    """The nodes with what `change` gives in the place of some; None keeps a node, and looks inside it."""
    return tuple(one for node in nodes for one in _replaced(node, change))


def _replaced(node: Node, change: Callable[[Node], tuple[Node, ...] | None]) -> tuple[Node, ...]:
    changed = change(node)
    if changed is not None:
        return changed
    match node:
        case Element() | For() | TemplateDefinition():
            return (replace(node, children=replaced(node.children, change)),)
        case If(branches, otherwise):
            kept = tuple(replace(one, children=replaced(one.children, change)) for one in branches)
            return (replace(node, branches=kept, otherwise=None if otherwise is None else replaced(otherwise, change)),)
        case _:
            return (node,)


def expressions(value: Value | None) -> tuple[Expression, ...]:
    return tuple(part for part in value or () if not isinstance(part, str))


def constant(value: Value | None) -> str | None:
    """The value's text if it holds no expression, else None."""
    if value is None or any(not isinstance(part, str) for part in value):
        return None
    return "".join(part for part in value if isinstance(part, str))
