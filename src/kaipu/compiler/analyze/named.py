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


_NOTHING: Final = Scope(own=frozenset(), whole=False, open=True)


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
    _definitions: dict[str, dict[str, Key]] = field(default_factory=dict)
    """By file and name."""
    _uses: dict[Key, list[_Use]] = field(default_factory=dict)
    """Of each named template."""
    _inside: dict[Key, list[tuple[_Use, Key]]] = field(default_factory=dict)
    """What each uses itself."""
    _any: set[Key] = field(default_factory=set)
    """Those that a use may mean of which not all is plain to see."""
    _scopes: dict[Key, Scope] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for file, document in self.documents.items():
            self._definitions[file] = {}
            for node in walk(document.children):
                if isinstance(node, TemplateDefinition):
                    self._define(file, node, document)
        for file, document in self.documents.items():
            reach = self._reach(file)
            for use in _uses_in(document.children, None, file, document.source, frozenset()):
                self._add(use, reach)
        for key in reversed(self._order()):
            self._scopes[key] = self._given(key)

    def problems(self) -> tuple[Diagnostic, ...]:
        return tuple(problem for report in self.reports.values() for problem in report.found())

    def scope_of(self, file: str, name: str) -> Scope:
        """Inside a named template: the names that its uses give it."""
        return self._scopes[file, name]

    def _define(self, file: str, node: TemplateDefinition, document: Document) -> None:
        if node.name in self._definitions[file]:
            self._report(document.source).error("template_twice", node.at, name=node.name)
        self._definitions[file][node.name] = (file, node.name)

    def _reach(self, file: str) -> dict[str, Key]:
        imports = (node for node in walk(self.documents[file].children) if isinstance(node, Import))
        files = dict.fromkeys([*(part_id(node.path, file) for node in imports), file])
        return {name: key for one in files for name, key in self._definitions.get(one, {}).items()}

    def _add(self, use: _Use, reach: Mapping[str, Key]) -> None:
        names = _names(use.node)
        if names is None:
            self._any.update(reach.values())
        for name in names or ():
            if name not in reach:
                self._report(use.source).error("template_unknown", use.node.at, name=name)
                continue
            self._uses.setdefault(reach[name], []).append(use)
            if use.owner:
                self._inside.setdefault(use.owner, []).append((use, reach[name]))

    def _given(self, key: Key) -> Scope:
        uses = self._uses.get(key, [])
        names, own, more = set[str](), UNIT_OWN, not uses or key in self._any
        for use in uses:
            entries = use.node.data.entries if use.node.data else ()
            given = {one.key: one.value for one in entries if isinstance(one, Property)}
            outer = self._scopes.get(use.owner, _NOTHING) if use.owner else Scope()
            names |= given.keys()
            more = more or len(given) < len(entries)
            own &= {name for name in outer.own - use.hidden if given.get(name) == Name(name)}
        return Scope(frozenset(names), own, whole=False, open=more)

    def _order(self) -> list[Key]:
        """All named templates, each behind what it uses. Whoever comes to use itself is told."""
        order: list[Key] = []
        entered, left = set[Key](), set[Key]()
        for start in (key for names in self._definitions.values() for key in names.values()):
            waiting = [] if start in entered else [(start, iter(self._inside.get(start, ())))]
            entered.add(start)
            while waiting:
                key, rest = waiting[-1]
                use, target = next(rest, (None, key))
                if use is None:
                    left.add(key)
                    order.append(key)
                    waiting.pop()
                elif target not in entered:
                    entered.add(target)
                    waiting.append((target, iter(self._inside.get(target, ()))))
                elif target not in left:
                    self._report(use.source).error("template_circle", use.node.at, name=target[1])
        return order

    def _report(self, source: SourceText) -> Report:
        return self.reports.setdefault(source.file, Report(source))


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
