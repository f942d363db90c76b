"""Checks a template against its unit: tags, names, words, handlers, and what can be tapped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kaipu.compiler.analyze.unit import Surface
from kaipu.compiler.analyze.vocabulary import TAGS, TAPPABLE
from kaipu.compiler.parse.expression import Expression, Member, Name, walk
from kaipu.compiler.parse.source import Report
from kaipu.compiler.parse.tree import (
    Document,
    Element,
    For,
    If,
    Node,
    Slot,
    Text,
    Value,
    constant,
    expressions,
    inside,
)
from kaipu.compiler.parse.tree import walk as walk_nodes


@dataclass(frozen=True)
class TemplateCheck:
    """`custom` are the tags that the unit may use besides the built-in ones."""

    surface: Surface
    custom: frozenset[str]
    report: Report

    def run(self, document: Document) -> None:
        self._nodes(document.children, frozenset())

    def _nodes(self, nodes: tuple[Node, ...], scope: frozenset[str]) -> None:
        for node in nodes:
            self._node(node, scope)

    def _node(self, node: Node, scope: frozenset[str]) -> None:
        match node:
            case Text(value):
                self._value(value, scope)
            case Element():
                self._element(node, scope)
            case If(branches, _):
                for branch in branches:
                    self._value(branch.condition, scope)
                self._nodes(inside(node), scope)
            case For(items, children, item, index):
                self._value(items, scope)
                self._nodes(children, scope | {item, index})
            case Slot(name):
                self._value(name, scope)
            case _:
                self.report.error("tag_not_allowed", node.at, tag=_TAG_OF[type(node).__name__])

    def _element(self, element: Element, scope: frozenset[str]) -> None:
        if element.tag not in TAGS and element.tag not in self.custom:
            self.report.error("tag_not_allowed", element.at, tag=element.tag)
        for attribute in element.attributes:
            self._value(attribute.value, scope)
        for event in element.events:
            self._value(event.handler, scope)
            handler = constant(event.handler)
            methods = self.surface.methods
            if handler is not None and handler not in methods.members and methods.complete:
                self.report.error("handler_missing", event.at, name=handler)
        if any(event.name == "tap" for event in element.events):
            self._tappable(element)
        self._nodes(element.children, scope)

    def _tappable(self, element: Element) -> None:
        if element.tag not in TAPPABLE and not element.attribute("role"):
            self.report.error("tap_without_role", element.at, tag=element.tag)
        spoken = any(isinstance(node, Text) for node in walk_nodes(element.children))
        if not spoken and not element.attribute("aria-label"):
            self.report.error("tap_without_name", element.at, tag=element.tag)

    def _value(self, value: Value | None, scope: frozenset[str]) -> None:
        for expression in expressions(value):
            for node in walk(expression):
                self._expression(node, scope)

    def _expression(self, node: Expression, scope: frozenset[str]) -> None:
        names = self.surface.names
        match node:
            case Name(name) if name not in scope and name not in names.members and names.complete:
                self.report.error("name_unknown", node.at, name=name)
            case Member(Name("words"), key) if "words" not in scope:
                self._known(self.surface.words.members, key, self.surface.words.complete, "word_missing", node.at)
            case Member(Name("view"), key) if "view" not in scope:
                self._known(self.surface.view.members, key, self.surface.view.complete, "view_missing", node.at)
            case _:
                pass

    def _known(self, members: Mapping[str, object], key: str, complete: bool, code: str, at: int) -> None:
        if complete and key not in members:
            self.report.error(code, at, name=key)


_TAG_OF = {
    "TemplateDefinition": "template",
    "TemplateUse": "template",
    "Import": "import",
    "Include": "include",
    "ScriptModule": "wxs",
}
