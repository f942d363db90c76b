"""Checks a template against its unit: tags, names, words, handlers, script modules, and what can be tapped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kaipu.compiler.analyze.kinds import Kind, kind_of, lacks
from kaipu.compiler.analyze.named import NamedTemplates, Scope
from kaipu.compiler.analyze.shapes import Shape
from kaipu.compiler.analyze.unit import Surface
from kaipu.compiler.analyze.vocabulary import TAGS, TAPPABLE, TRUTHS
from kaipu.compiler.lower.nodes import TAG
from kaipu.compiler.parse.expression import Call, Expression, Index, Member, Name, walk
from kaipu.compiler.parse.source import Report
from kaipu.compiler.parse.tree import (
    Document,
    Element,
    For,
    If,
    Included,
    Node,
    Slot,
    TemplateDefinition,
    TemplateUse,
    Text,
    Value,
    constant,
    documents,
    expressions,
    inside,
)
from kaipu.compiler.parse.tree import walk as walk_nodes


@dataclass(frozen=True)
class TemplateCheck:
    """`custom` are the tags that the unit may use besides the built-in ones."""

    surface: Surface
    custom: frozenset[str]
    named: NamedTemplates
    modules: Mapping[str, Shape]
    """The file's script modules and what they export."""
    file: str
    report: Report

    def run(self, document: Document) -> None:
        self._nodes(document.children, Scope())

    def _nodes(self, nodes: tuple[Node, ...], scope: Scope) -> None:
        for node in nodes:
            self._node(node, scope)

    def _node(self, node: Node, scope: Scope) -> None:
        match node:
            case Text(value):
                self._value(value, scope)
                self._shown(value, scope)
            case Slot(value):
                self._value(value, scope)
            case Element():
                self._element(node, scope)
            case If(branches, _):
                for branch in branches:
                    self._value(branch.condition, scope)
                    self._without_braces(branch.condition, "wx:if", branch.at)
                self._nodes(inside(node), scope)
            case For(items, children, item, index):
                self._value(items, scope)
                self._loop(node, scope)
                self._nodes(children, scope.within(item, index))
            case TemplateDefinition(name, children):
                self._nodes(children, self.named.scope_of(self.file, name))
            case TemplateUse(name, data):
                self._value(name, scope)
                self._value((data,) if data else None, scope)
            case Included(document):
                self._included(document, scope)
            case _:
                pass

    def _included(self, document: Document, scope: Scope) -> None:
        """Blocks are only put where the page's own file says."""
        report = Report(document.source)
        replace(self, report=report, custom=self.custom - {TAG})._nodes(document.children, scope)
        self.report.diagnostics.extend(report.diagnostics)

    def _element(self, element: Element, scope: Scope) -> None:
        if element.tag not in TAGS and element.tag not in self.custom:
            self.report.error("tag_not_allowed", element.at, tag=element.tag)
        for attribute in element.attributes:
            self._value(attribute.value, scope)
            if attribute.name in TRUTHS and attribute.kind == "plain" and constant(attribute.value) == "false":
                self.report.error("text_is_true", attribute.at, name=attribute.name)
        for event in element.events:
            self._value(event.handler, scope)
            handler = constant(event.handler)
            methods = self.surface.methods
            if handler is not None and handler not in methods.members and methods.complete:
                self.report.error("handler_missing", event.at, name=handler)
        if any(event.name == "tap" for event in element.events):
            self._tappable(element)
        self._nodes(element.children, scope)

    def _loop(self, node: For, scope: Scope) -> None:
        self._without_braces(node.items, "wx:for", node.at)
        for one in expressions(node.items):
            kind = self._kind(one, scope)
            if kind in ("boolean", "function"):
                self.report.error("loop_kind", one.at, kind=kind)

    def _without_braces(self, value: Value, directive: str, at: int) -> None:
        text = constant(value)
        if text is not None:
            self.report.error("braces_missing", at, directive=directive, text=text)

    def _shown(self, value: Value, scope: Scope) -> None:
        for one in expressions(value):
            kind = self._kind(one, scope)
            if kind in ("object", "function"):
                self.report.error("shown_kind", one.at, kind=kind)

    def _kind(self, node: Expression, scope: Scope) -> Kind:
        return kind_of(node, self.surface.kinds if "view" in scope.own else {})

    def _tappable(self, element: Element) -> None:
        if element.tag not in TAPPABLE and not element.attribute("role"):
            self.report.error("tap_without_role", element.at, tag=element.tag)
        spoken = _speaks(element.children)
        if not spoken and not element.attribute("aria-label"):
            self.report.error("tap_without_name", element.at, tag=element.tag)

    def _value(self, value: Value | None, scope: Scope) -> None:
        for expression in expressions(value):
            for node in walk(expression):
                self._expression(node, scope)

    def _expression(self, node: Expression, scope: Scope) -> None:
        match node:
            case Name(name):
                if not (name in scope.names or name in self.modules or scope.open or self._is_the_units(name, scope)):
                    self.report.error("name_unknown", node.at, name=name)
            case Member(Name("words"), key) if "words" in scope.own:
                self._known(self.surface.words.members, key, self.surface.words.complete, "word_missing", node.at)
            case Member(inner, key) if lacks(kind := self._kind(inner, scope), key):
                self.report.error("member_kind", node.at, name=key, kind=kind)
            case Member(Name("view"), key) if "view" in scope.own:
                self._known(self.surface.view.members, key, self.surface.view.complete, "view_missing", node.at)
            case Member(Name(name), key) if name in self.modules and name not in scope.names:
                exports = self.modules[name]
                if exports.complete and key not in exports.members:
                    self.report.error("module_member_missing", node.at, module=name, name=key)
            case Call(callee):
                if _root(callee) not in self.modules.keys() - scope.names:
                    self.report.error("call_outside_module", node.at)
            case _:
                pass

    def _is_the_units(self, name: str, scope: Scope) -> bool:
        names = self.surface.names
        return scope.whole and (name in names.members or not names.complete)

    def _known(self, members: Mapping[str, object], key: str, complete: bool, code: str, at: int) -> None:
        if complete and key not in members:
            self.report.error(code, at, name=key)


def _root(callee: Expression) -> str:
    """`m` of `m.format`."""
    while isinstance(callee, Member | Index):
        callee = callee.object
    return callee.name if isinstance(callee, Name) else ""


def _speaks(nodes: tuple[Node, ...]) -> bool:
    """Whether there is text inside; a named template is taken to have some."""
    inner = (node for node in walk_nodes(nodes))
    return any(
        isinstance(node, Text | TemplateUse)
        or (isinstance(node, Included) and any(_speaks(one.children) for one in documents(node.document)))
        for node in inner
    )
