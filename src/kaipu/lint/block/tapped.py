"""What can be tapped in a block's templates, against what its manifest says of it; and classes that nothing draws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import tinycss2

from kaipu.compiler.library import SourceUnit
from kaipu.compiler.lower.nodes import block_tag
from kaipu.compiler.parse.expression import String
from kaipu.compiler.parse.expression import walk as walk_expression
from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.parse.tree import Document, Element, documents, expressions, walk
from kaipu.definition.blocks import BlockManifest
from kaipu.definition.diagnostics import Diagnostic
from kaipu.definition.tree import yaml_place
from kaipu.lint.texts import messages

_CLASS: Final = re.compile(r"\.([\w-]+)")
_NAMED_BY_US: Final = frozenset({"input", "textarea", "switch"})
"""Tags without words inside, so that only an `aria-label` says what they are for."""


def check_tapped(unit: SourceUnit, manifest: BlockManifest) -> Iterator[Diagnostic]:
    tapped = [(source, one) for source, one in _elements(unit) if any(event.name == "tap" for event in one.events)]
    drawn = {name for _, one in tapped for name in _classes(one)}
    said: set[str] = set()
    for number, part in enumerate(manifest.tappable):
        name = (_CLASS.findall(part.selector) or [""])[-1]
        said.add(name)
        if name not in drawn:
            place = replace(
                yaml_place(manifest.folder / "block.yaml", f"/tappable/{number}/selector"), file="block.yaml"
            )
            yield messages().error("tappable_missing", place, selector=part.selector)
    for source, element in tapped:
        if not said & _classes(element):
            yield _at(source, element, "tap_not_declared")


def check_named(unit: SourceUnit) -> Iterator[Diagnostic]:
    for source, element in _elements(unit):
        if element.tag in _NAMED_BY_US and not element.attribute("aria-label"):
            yield _at(source, element, "control_without_name", tag=element.tag)


def check_drawn(unit: SourceUnit) -> Iterator[Diagnostic]:
    """Classes of the style that no template and no script has."""
    prefix = block_tag(unit.name)
    texts = [one.text for one in (*_sources(unit), unit.script.source)]
    drawn = {_stem(name) for text in texts for name in re.findall(rf"{prefix}[\w-]*", text)}
    for sheet in (unit.style, *unit.styles.values()):
        for rule in sheet.rules:
            if rule.type != "qualified-rule":
                continue
            for name in _CLASS.findall(tinycss2.serialize(rule.prelude)):
                if name.startswith(prefix) and _stem(name) not in drawn:
                    yield messages().warning("class_never_drawn", sheet.source.position(sheet.offset(rule)), name=name)


def _stem(name: str) -> str:
    return name.split("--")[0].rstrip("-")


def _documents(unit: SourceUnit) -> Iterator[Document]:
    for whole in (unit.template, *unit.parts.templates.values()):
        yield from documents(whole)


def _sources(unit: SourceUnit) -> Iterator[SourceText]:
    return (one.source for one in _documents(unit))


def _elements(unit: SourceUnit) -> Iterator[tuple[SourceText, Element]]:
    for document in _documents(unit):
        for node in walk(document.children):
            if isinstance(node, Element):
                yield document.source, node


def _classes(element: Element) -> set[str]:
    """Those that are written out, also as one of several in an expression."""
    given = element.attribute("class")
    parts = [part for part in (given.value or ()) if isinstance(part, str)] if given else []
    found = (node for one in expressions(given.value if given else None) for node in walk_expression(one))
    parts += [node.value for node in found if isinstance(node, String)]
    return {name for part in parts for name in part.split()}


def _at(source: SourceText, element: Element, code: str, **words: str) -> Diagnostic:
    return messages().warning(code, source.position(element.at), **words)
