"""Parses a script far enough to know what it requires, what it calls with which object, and which names it uses but
does not declare.

Scripts are CommonJS of 2018: what is newer, or a module of another kind, is reported. Knows nothing of blocks or pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

from kaipu.compiler.parse.script_break import breaks
from kaipu.compiler.parse.script_faults import find_faults, offset_of, text_of
from kaipu.compiler.parse.source import Report, SourceText
from kaipu.definition.diagnostics import Diagnostic

__all__ = ["Require", "Script", "captures", "offset_of", "parse_script", "query", "syntax_tree", "text_of"]

# Names that are declared, whatever the scope: enough to find a global that is not there on every platform.
_QUERY: Final = """
(call_expression function: (identifier) @callee arguments: (arguments) @arguments) @call
(new_expression constructor: (identifier) @constructor)
(identifier) @name
(shorthand_property_identifier) @name
(shorthand_property_identifier_pattern) @declared
(variable_declarator name: (identifier) @declared)
(formal_parameters (identifier) @declared)
(assignment_pattern left: (identifier) @declared)
(rest_pattern (identifier) @declared)
(pair_pattern value: (identifier) @declared)
(array_pattern (identifier) @declared)
(function_declaration name: (identifier) @declared)
(function_expression name: (identifier) @declared)
(generator_function_declaration name: (identifier) @declared)
(class_declaration name: (identifier) @declared)
(catch_clause parameter: (identifier) @declared)
(arrow_function parameter: (identifier) @declared)
(for_in_statement left: (identifier) @declared)
(optional_chain) @new
(field_definition) @new
(private_property_identifier) @new
(import_statement) @new
(export_statement) @new
(import) @new
(class_static_block) @new
(jsx_element) @new
(jsx_self_closing_element) @new
(with_statement) @old
(decorator) @old
(html_comment) @old
(hash_bang_line) @old
(catch_clause !parameter) @new
(meta_property) @meta
(await_expression) @await
(number) @number
(regex_pattern) @pattern
(binary_expression operator: "??" @operator)
(augmented_assignment_expression operator: _ @operator)
"""

_LONE_LET: Final = re.compile(rb"(?<![\w$.])let\n(?=\s*[\w$\[{])")
_BARE_END: Final = re.compile(rb"(\b(?:let|var)\s+(?:[^;\n]*,\s*)?[\w$]+[ \t]*)\n(?=\s*[(\[`])")
"""A declaration without a value ends with its line, which the parser misses if a bracket begins the next."""


@dataclass(frozen=True, slots=True)
class Require:
    """`require('kaipu/cart')`: the literal with its quotes stands at bytes `start` to `end`."""

    path: str
    start: int
    end: int
    at: int


@dataclass(frozen=True, eq=False)
class Script:
    source: SourceText
    raw: bytes
    root: Node
    requires: tuple[Require, ...]
    globals: tuple[tuple[str, int], ...]
    """Names that are used but declared nowhere in the script, each once, and where."""

    def offset(self, node: Node) -> int:
        """tree-sitter counts bytes, positions count characters."""
        return offset_of(self.raw, node.start_byte)


def parse_script(source: SourceText) -> tuple[Script, tuple[Diagnostic, ...]]:
    raw = source.text.encode("utf-8", "surrogatepass")
    root = syntax_tree(raw)
    report = Report(source)
    if root.has_error:
        # Whatever else it holds is told once it can be read; queries over a broken tree can take very long.
        for code, byte, sign in breaks(root):
            report.error(code, offset_of(raw, byte), sign=sign)
        return Script(source, raw, root, (), ()), report.found()
    found = captures(_query(), root)
    find_faults(report, raw, found)
    requires = tuple(_requires(report, raw, found))
    return Script(source, raw, root, requires, tuple(_globals(raw, found))), report.found()


def syntax_tree(raw: bytes) -> Node:
    root = _parser().parse(_one_line_let(raw)).root_node
    if root.has_error and _BARE_END.search(raw):
        ended = _parser().parse(_BARE_END.sub(rb"\1;", _one_line_let(raw))).root_node
        return root if ended.has_error else ended
    return root


def _one_line_let(raw: bytes) -> bytes:
    """The parser takes a `let` at the end of a line for a name; every byte keeps its place."""
    return _LONE_LET.sub(b"let ", raw) if b"let\n" in raw else raw


def query(text: str) -> Query:
    """Of tree-sitter's query language, over scripts."""
    return Query(_language(), text)


def captures(wanted: Query, root: Node) -> dict[str, list[Node]]:
    """By the names in the query, in the text's order: the binding's own is another in each process."""
    found = QueryCursor(wanted).captures(root)
    return {name: sorted(nodes, key=lambda node: (node.start_byte, node.end_byte)) for name, nodes in found.items()}


@cache
def _parser() -> Parser:
    return Parser(_language())


@cache
def _language() -> Language:
    return Language(tree_sitter_javascript.language())


@cache
def _query() -> Query:
    return query(_QUERY)


def _requires(report: Report, raw: bytes, found: dict[str, list[Node]]) -> Iterator[Require]:
    for call in found.get("call", ()):
        callee, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
        if callee is None or arguments is None or text_of(callee) != "require":
            continue
        given = arguments.named_children
        path = _plain_string(given[0]) if len(given) == 1 else None
        if path is None:
            report.error("require_not_literal", offset_of(raw, call.start_byte))
        else:
            yield Require(path, given[0].start_byte, given[0].end_byte, offset_of(raw, given[0].start_byte))
    declared = {text_of(node) for node in found.get("declared", ())}
    for name in found.get("name", ()) if "require" not in declared else ():
        if text_of(name) == "require" and not _is_called(name):
            report.error("require_not_literal", offset_of(raw, name.start_byte))


def _is_called(name: Node) -> bool:
    """A `require` under another name would bring in what nobody sees."""
    call = name.parent
    return call is not None and call.type == "call_expression" and call.child_by_field_name("function") == name


def _plain_string(node: Node) -> str | None:
    parts = node.named_children
    if node.type != "string" or len(parts) != 1 or parts[0].type != "string_fragment":
        return None
    return text_of(parts[0])


def _globals(raw: bytes, found: dict[str, list[Node]]) -> Iterator[tuple[str, int]]:
    seen = {text_of(node) for node in found.get("declared", ())}
    for node in found.get("name", ()):
        name = text_of(node)
        if name not in seen:
            seen.add(name)
            yield name, offset_of(raw, node.start_byte)
