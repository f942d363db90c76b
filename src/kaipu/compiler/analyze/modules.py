"""Script modules of templates. On some platforms an interpreter of ECMAScript 5, with less, runs them: no let, no
arrow, no try, no new, no regular expression between slashes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from tree_sitter import Query

from kaipu.compiler.analyze.exports import exports_of
from kaipu.compiler.analyze.shapes import UNKNOWN, Shape
from kaipu.compiler.analyze.vocabulary import MODULE_GLOBALS
from kaipu.compiler.parse.script import Script, captures, query, text_of
from kaipu.compiler.parse.source import Report
from kaipu.compiler.parse.tree import Document, ScriptModule, walk
from kaipu.compiler.part_files import part_id
from kaipu.compiler.parts import has_parts, inline_script
from kaipu.definition.diagnostics import Diagnostic

_QUERY: Final = """
(lexical_declaration kind: _ @let)
(arrow_function "=>" @arrow)
(template_string) @template
(spread_element) @spread
(rest_pattern) @spread
(class_declaration) @class
(class) @class
(object_pattern) @destructuring
(array_pattern) @destructuring
(shorthand_property_identifier) @shorthand
(method_definition) @method
(computed_property_name) @computed
(for_in_statement) @for_in
(try_statement) @try
(throw_statement) @throw
(new_expression) @new
(regex) @regex
(labeled_statement) @label
(with_statement) @with
(await_expression) @async
(yield_expression) @generator
(generator_function_declaration) @generator
(generator_function) @generator
(optional_chain) @chain
(import_statement) @module
(export_statement) @module
(binary_expression operator: "**" @power)
(binary_expression operator: "??" @nullish)
(binary_expression operator: "in" @in)
(binary_expression operator: "instanceof" @instanceof)
(function_declaration "async" @async)
(function_expression "async" @async)
(formal_parameters (assignment_pattern) @default)
((number) @digits (#match? @digits "^0[bBoO]"))
"""
_SPOKEN: Final = {
    "let": "let, const",
    "arrow": "=>",
    "template": "`...`",
    "spread": "...",
    "class": "class",
    "destructuring": "{ a } = b",
    "shorthand": "{ a }",
    "method": "{ a() {} }",
    "computed": "{ [a]: b }",
    "for_in": "for in, for of",
    "try": "try",
    "throw": "throw",
    "new": "new",
    "regex": "/.../",
    "label": "label:",
    "with": "with",
    "async": "async, await",
    "generator": "function*",
    "chain": "?.",
    "module": "import, export",
    "power": "**",
    "nullish": "??",
    "in": "in",
    "instanceof": "instanceof",
    "default": "(a = 1)",
    "digits": "0b, 0o",
}
_EXPORTS: Final = "module.exports"


@lru_cache(maxsize=256)
def check_module(script: Script) -> tuple[Diagnostic, ...]:
    """What not every platform's modules have."""
    report = Report(script.source)
    if not script.root.has_error:
        for name, at in newer_than_es5(script):
            report.error("module_too_new", at, name=name)
        for name, at in script.globals:
            if name not in MODULE_GLOBALS:
                report.error("module_global", at, name=name)
        for node in captures(_names(), script.root).get("module", ()):
            if node.parent is None or text_of(node.parent) != _EXPORTS:
                report.error("module_form", script.offset(node), name="module")
    return report.found()


def newer_than_es5(script: Script) -> Iterator[tuple[str, int]]:
    """What is written, and where."""
    for name, nodes in captures(_query(), script.root).items():
        for node in nodes:
            yield _SPOKEN[name], script.offset(node)


def modules_in(document: Document, files: Mapping[str, Script], report: Report) -> dict[str, Shape]:
    """A template's modules by name, and what they export. `files`: the unit's, by source id."""
    found: dict[str, Shape] = {}
    for node in walk(document.children) if has_parts(document) else ():
        if not isinstance(node, ScriptModule):
            continue
        if node.name in found:
            report.error("module_twice", node.at, name=node.name)
        if node.path is None:
            script: Script | None = inline_script(node, document.source)[0]
            report.diagnostics.extend(check_module(inline_script(node, document.source)[0]))
        else:
            script = files.get(part_id(node.path, document.source.file))
        found[node.name] = exports_of(script) if script else UNKNOWN
    return found


@cache
def _query() -> Query:
    return query(_QUERY)


@cache
def _names() -> Query:
    return query('((identifier) @module (#eq? @module "module"))')
