"""Script modules of templates. On some platforms an interpreter of ECMAScript 5, with less, runs them: no let, no
arrow, no try, no new, no regular expression between slashes.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from tree_sitter import Node, Query

from kaipu.compiler.parse.script import captures, parse_script, query
from kaipu.compiler.parse.source import SourceText
from kaipu.definition.diagnostics import Position
from kaipu.lint.notes import Notes

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
}
_NOT_THERE: Final = frozenset({"getApp", "getCurrentPages", "Promise", "Symbol", "Map", "Set", "document", "window"})


def check_module(notes: Notes, text: str, at: int, *, es5: bool, globe: str) -> list[tuple[str, int]]:
    """Of the code that stands at `at` in the file; what it requires, and where."""
    own = Notes(SourceText(text, notes.source.file))
    script, problems = parse_script(own.source)
    own.take(one for one in problems if one.code in ("script_syntax", "script_bracket", "script_evaluates"))
    required: list[tuple[str, int]] = []
    if not script.root.has_error:
        found = captures(_query(), script.root)
        if es5:
            _newer(own, script.raw, found)
        for name, place in script.globals:
            if es5 and (name in _NOT_THERE or name == globe):
                own.error("module_global", place, name=name)
        required = [(one.path, at + one.at) for one in script.requires]
    _move(notes, own, at)
    return required


def _newer(own: Notes, raw: bytes, found: dict[str, list[Node]]) -> None:
    for name, nodes in found.items():
        for node in nodes:
            offset = len(raw[: node.start_byte].decode("utf-8", "replace"))
            own.error("module_too_new", offset, name=_SPOKEN[name])


def _move(notes: Notes, own: Notes, at: int) -> None:
    """What was found in a piece of a file, to its place in the file."""
    for one in own.found:
        if isinstance(one.where, Position):
            place = notes.source.position(at + own.source.offset(one.where.line, one.where.column))
            notes.take([type(one)(one.code, one.severity, place, one.params, one.messages)])


@cache
def _query() -> Query:
    return query(_QUERY)
