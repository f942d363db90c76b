"""Prints a template's tree in a platform's dialect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kaipu.compiler.dialect import Dialect, Directives
from kaipu.compiler.parse.expression import Binary, Conditional, Number, Object, String, Unary
from kaipu.compiler.parse.source import Report
from kaipu.compiler.parse.tree import (
    Document,
    Element,
    For,
    If,
    Import,
    Include,
    Included,
    Node,
    ScriptModule,
    Slot,
    TemplateDefinition,
    TemplateUse,
    Text,
    Value,
)
from kaipu.compiler.parts import MODULE, TEMPLATE, inline_script
from kaipu.compiler.printing.markup import Code, Markup, Tag, lay_out
from kaipu.compiler.printing.script import inline_name, print_module, with_ending
from kaipu.compiler.printing.spelling import Spelled, Spelling
from kaipu.compiler.printing.values import as_expression, print_attribute, print_bare, print_data, print_text
from kaipu.definition.diagnostics import Diagnostic

_SOURCE = Dialect()


def print_template(
    document: Document, dialect: Dialect = _SOURCE, custom: Mapping[str, str] | None = None, *, compact: bool = False
) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text, and what the dialect has no words for. `custom` are the tags the unit declares."""
    reports: list[Report] = []
    printer = _Printer(
        dialect, custom or {}, compact, reports, _spelling(document, dialect, custom or {}, compact, reports)
    )
    text = lay_out(printer.nodes(document.children), compact=compact)
    return text, tuple(problem for report in reports for problem in report.found())


def _spelling(
    document: Document, dialect: Dialect, custom: Mapping[str, str], compact: bool, reports: list[Report]
) -> Spelling:
    reports.append(Report(document.source))
    return Spelling(dialect, custom, reports[-1], compact)


@dataclass(frozen=True)
class _Printer:
    dialect: Dialect
    custom: Mapping[str, str]
    compact: bool
    reports: list[Report]
    spelling: Spelling

    def nodes(self, nodes: tuple[Node, ...]) -> tuple[Markup, ...]:
        return tuple(markup for node in nodes for markup in self._node(node))

    def _node(self, node: Node) -> tuple[Markup, ...]:
        match node:
            case Text(value):
                return (print_text(value, compact=self.compact),)
            case Element():
                return (self._element(node, ()),)
            case If():
                return self._if(node)
            case For():
                return (self._carrier(node.children, self._loop(node)),)
            case Slot(name):
                return (Tag("slot", () if name is None else (("name", self.spelling.value(name)),)),)
            case Included(document):
                return self._included(document)
            case _:
                return (self._rare(node),)

    def _included(self, document: Document) -> tuple[Markup, ...]:
        spelling = _spelling(document, self.dialect, self.custom, self.compact, self.reports)
        return replace(self, spelling=spelling).nodes(document.children)

    def _rare(self, node: TemplateDefinition | TemplateUse | Import | Include | ScriptModule) -> Markup:
        match node:
            case TemplateDefinition(name, children):
                return Tag("template", (("name", f'"{name}"'),), self.nodes(children))
            case TemplateUse(name, data):
                return Tag("template", (("is", self.spelling.value(name)), *self._data(data)))
            case Import(path):
                return Tag("import", (("src", f'"{with_ending(path, TEMPLATE, self.dialect.endings.template)}"'),))
            case Include(path):
                return Tag("include", (("src", f'"{with_ending(path, TEMPLATE, self.dialect.endings.template)}"'),))
            case ScriptModule():
                return self._module(node)

    def _data(self, data: Object | None) -> tuple[Spelled, ...]:
        return () if data is None else (("data", print_data(data, self.dialect.data, compact=self.compact)),)

    def _module(self, node: ScriptModule) -> Markup:
        words = self.dialect.module
        name = (words.name, f'"{node.name}"')
        source = self.spelling.report.source
        if node.path is None and words.inline:
            code = print_module(inline_script(node, source)[0], self.dialect)
            return Tag(words.tag, (name,), (Code(f"\n{code.decode()}"),))
        path = node.path or f"./{inline_name(node, source)}{MODULE}"
        return Tag(words.tag, (name, (words.path, f'"{with_ending(path, MODULE, self.dialect.endings.module)}"')))

    def _if(self, node: If) -> tuple[Markup, ...]:
        words = self.dialect.directives
        branches = [
            self._carrier(
                branch.children, ((words.otherwise_when if place else words.when, self._value(branch.condition)),)
            )
            for place, branch in enumerate(node.branches)
        ]
        if node.otherwise is not None:
            branches.append(self._carrier(node.otherwise, ((words.otherwise, None),)))
        return tuple(branches)

    def _loop(self, node: For) -> tuple[Spelled, ...]:
        words = self.dialect.directives
        if words.loop:
            self._loopable(node)
            return ((words.each, print_bare(node.items, compact=self.compact, form=_one_value(node, words))),)
        named = ((words.item, node.item, "item"), (words.index, node.index, "index"), (words.key, node.key, None))
        parts = [(word, f'"{name}"') for word, name, default in named if name is not None and name != default]
        return ((words.each, self._value(node.items)), *parts)

    def _loopable(self, node: For) -> None:
        why = self.dialect.unsupported.get("loop_over_text")
        if why and isinstance(as_expression(node.items), String | Number):
            self.spelling.report.error("feature_unsupported", node.at, name=_SOURCE.directives.each, why=why)

    def _carrier(self, children: tuple[Node, ...], directives: tuple[Spelled, ...]) -> Markup:
        """A single element carries its directives itself."""
        if len(children) == 1 and isinstance(children[0], Element):
            return self._element(children[0], directives)
        return Tag("block", directives, self.nodes(children))

    def _element(self, node: Element, directives: tuple[Spelled, ...]) -> Markup:
        return Tag(node.tag, (*directives, *self.spelling.element(node)), self.nodes(node.children))

    def _value(self, value: Value) -> str:
        """Of a condition or a list."""
        print_value = print_bare if self.dialect.directives.bare else print_attribute
        return print_value(value, compact=self.compact)


def _one_value(node: For, words: Directives) -> str:
    """The whole loop but its list, for which `{}` stands."""
    key = node.item if node.key == "*this" else f"{node.item}.{node.key}"
    tracked = words.tracked.format(key=key) if node.key else ""
    # What stands behind the list must not be taken for a part of it.
    items = "({})" if isinstance(as_expression(node.items), Unary | Binary | Conditional) else "{}"
    return words.loop.format(item=node.item, index=node.index, items=items) + tracked
