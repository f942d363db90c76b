"""The named templates of a unit's files: which file can use which, who uses whom, and which names each is given. One
sees its own file's and those of the files that this imports, not what these import.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from kaipu.compiler.parse.expression import Conditional, Expression, Name, Property, String
from kaipu.compiler.parse.source import Report, SourceText
from kaipu.compiler.parse.tree import (
    Document,
    For,
    Import,
    Included,
    Node,
    TemplateDefinition,
    TemplateUse,
    constant,
    expressions,
    inside,
    walk,
)
from kaipu.compiler.part_files import part_id
from kaipu.definition.diagnostics import Diagnostic

Key: TypeAlias = tuple[str, str]
"""A named template: its file and its name."""
UNIT_OWN: Final = frozenset({"words", "view"})
"""What a unit's members are known of, beside its names."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which names mean something at a place."""

    names: frozenset[str] = frozenset()
    own: frozenset[str] = UNIT_OWN
    """Of `UNIT_OWN` those that still are the unit's."""
    whole: bool = True
    """Whether all of the unit's names are seen."""
    open: bool = False
    """Whether there may be more than can be seen."""

    def within(self, *names: str) -> Scope:
        return Scope(self.names.union(names), self.own.difference(names), self.whole, self.open)


@dataclass(frozen=True, slots=True)
class _Use:
    owner: Key | None
    """The named template that it stands in."""
    node: TemplateUse
    source: SourceText
    hidden: frozenset[str]
    """Names of loops around it."""
    file: str


@dataclass
class NamedTemplates:
    documents: Mapping[str, Document]
    """By file, what is included standing in it."""
    reports: dict[str, Report] = field(default_factory=dict)
    _definitions: dict[Key, TemplateDefinition] = field(default_factory=dict)
    _targets: list[tuple[_Use, frozenset[Key]]] = field(default_factory=list)
    _scopes: dict[Key, Scope] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for file, document in self.documents.items():
            for node in walk(document.children):
                if isinstance(node, TemplateDefinition):
                    self._define(file, node, document)
        uses = [use for file, one in self.documents.items() for use in _uses(one.children, file, one.source)]
        self._targets = [(use, self._targets_of(use)) for use in uses]
        self._find_circles()

    def problems(self) -> tuple[Diagnostic, ...]:
        return tuple(problem for report in self.reports.values() for problem in report.found())

    def scope_of(self, file: str, name: str) -> Scope:
        """Inside a named template: the names that its uses give it."""
        key = (file, name)
        if key not in self._scopes:
            self._scopes[key] = Scope(own=frozenset(), whole=False, open=True)
            self._scopes[key] = self._given(key)
        return self._scopes[key]

    def _define(self, file: str, node: TemplateDefinition, document: Document) -> None:
        if (file, node.name) in self._definitions:
            self._report(document.source).error("template_twice", node.at, name=node.name)
        self._definitions[file, node.name] = node

    def _targets_of(self, use: _Use) -> frozenset[Key]:
        reach = self._reach(use.file)
        names = _names(use.node)
        if names is None:
            return frozenset(reach.values()) - {use.owner}
        for name in names:
            if name not in reach:
                self._report(use.source).error("template_unknown", use.node.at, name=name)
        return frozenset(reach[name] for name in names if name in reach)

    def _reach(self, file: str) -> dict[str, Key]:
        imports = [node for node in walk(self.documents[file].children) if isinstance(node, Import)]
        files = [*(part_id(node.path, file) for node in imports), file]
        return {name: (where, name) for one in files for where, name in self._definitions if where == one}

    def _given(self, key: Key) -> Scope:
        uses = [use for use, targets in self._targets if key in targets]
        names, own, more = set[str](), UNIT_OWN, not uses
        for use in uses:
            entries = use.node.data.entries if use.node.data else ()
            given = {one.key: one.value for one in entries if isinstance(one, Property)}
            outer = self.scope_of(*use.owner) if use.owner else Scope()
            names |= given.keys()
            more = more or len(given) < len(entries)
            own &= {name for name in outer.own - use.hidden if given.get(name) == Name(name)}
        return Scope(frozenset(names), own, whole=False, open=more)

    def _find_circles(self) -> None:
        edges = [
            (use, target) for use, targets in self._targets if use.owner and _names(use.node) for target in targets
        ]
        for use, target in edges:
            if use.owner in _led_to(target, edges):
                self._report(use.source).error("template_circle", use.node.at, name=target[1])

    def _report(self, source: SourceText) -> Report:
        return self.reports.setdefault(source.file, Report(source))


def _uses(nodes: tuple[Node, ...], file: str, source: SourceText) -> Iterator[_Use]:
    return _uses_in(nodes, None, file, source, frozenset())


def _uses_in(
    nodes: tuple[Node, ...], owner: Key | None, file: str, source: SourceText, hidden: frozenset[str]
) -> Iterator[_Use]:
    for node in nodes:
        match node:
            case TemplateUse():
                yield _Use(owner, node, source, hidden, file)
            case Included(document):
                yield from _uses_in(document.children, owner, file, document.source, hidden)
            case TemplateDefinition(name, children):
                yield from _uses_in(children, (file, name), file, source, frozenset())
            case For(_, children, item, index):
                yield from _uses_in(children, owner, file, source, hidden | {item, index})
            case _:
                yield from _uses_in(inside(node), owner, file, source, hidden)


def _names(use: TemplateUse) -> tuple[str, ...] | None:
    """Those it can come to; None if that is not plain to see."""
    fixed = constant(use.name)
    found = expressions(use.name)
    if fixed is not None:
        return (fixed,)
    return _choices(found[0]) if len(use.name) == 1 else None


def _choices(node: Expression) -> tuple[str, ...] | None:
    match node:
        case String(text):
            return (text,)
        case Conditional(_, yes, no):
            one, other = _choices(yes), _choices(no)
            return None if one is None or other is None else (*one, *other)
        case _:
            return None


def _led_to(start: Key, edges: list[tuple[_Use, Key]]) -> set[Key]:
    """All templates that are drawn where one is, itself among them."""
    found, waiting = {start}, [start]
    while waiting:
        owner = waiting.pop()
        new = {target for use, target in edges if use.owner == owner} - found
        found |= new
        waiting += new
    return found
