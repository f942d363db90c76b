"""A script with everything the checks look at, found by one query. Nothing is found in a script that cannot be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from tree_sitter import Node, Query

from kaipu.compiler.parse.script import Script, captures, parse_script, query, text_of
from kaipu.definition.diagnostics import Diagnostic, Position
from kaipu.lint.notes import Notes

_QUERY: Final = """
(call_expression) @call
(new_expression) @new
(member_expression) @member
(unary_expression operator: "typeof" argument: (identifier) @asked)
(lexical_declaration (variable_declarator name: (identifier) @let))
(lexical_declaration kind: "const" (variable_declarator name: (_) @const !value))
(await_expression) @await
(arguments "," . "," @comma)
(arguments . "," @comma)
(object "," . "," @comma)
(import_statement) @module
(export_statement) @module
(import_statement source: (string) @from)
(assignment_expression left: (identifier) @set)
(assignment_expression left: (member_expression) @set_member)
(break_statement) @leave
(continue_statement) @leave
(string) @string
(expression_statement . (function_expression !name) @nameless)
(variable_declarator value: (identifier) @alias)
(assignment_expression right: (identifier) @alias)
(augmented_assignment_expression left: (identifier) @set)
(update_expression argument: (identifier) @set)
(lexical_declaration kind: "const" (variable_declarator name: (identifier) @fixed))
(variable_declarator name: (identifier) @declares)
(variable_declarator name: (_ (_) @declares))
(formal_parameters (_) @declares)
(arrow_function parameter: (identifier) @declares)
(catch_clause parameter: (identifier) @declares)
(for_in_statement left: (identifier) @declares)
(function_declaration name: (identifier) @declares)
(class_declaration name: (identifier) @declares)
(shorthand_property_identifier_pattern) @declares
(pair_pattern value: (identifier) @declares)
(namespace_import (identifier) @imported)
(import_clause (identifier) @imported)
(import_specifier name: (identifier) @imported)
(import_specifier alias: (identifier) @imported)
(export_specifier alias: (identifier) @imported)
(export_statement (export_clause (export_specifier name: (identifier) @imported)) source: (_))
(class name: (identifier) @declares)
(generator_function name: (identifier) @declares)
(generator_function_declaration name: (identifier) @declares)
(function_expression name: (identifier) @declares)
(assignment_pattern left: (identifier) @declares)
(array_pattern (identifier) @declares)
(rest_pattern (identifier) @declares)
(subscript_expression) @subscript
(yield_expression) @yield
(return_statement) @return
(arrow_function "=>" @arrow)
(import_statement) @import
(regex) @regex
(try_statement !handler !finalizer) @untaken
[(jsx_element) (jsx_self_closing_element) (decorator) (html_comment) (with_statement)] @alien
"""
_LAST_WAY: Final = re.compile(
    r"""Function\(\s*(?:"return this"|'return this'|["']r["'],\s*["']regeneratorRuntime = r["'])\s*\)"""
)
_BEHIND: Final = re.compile(r"(?:\|\||\?|:|try\s*\{|=)\s*(?:return\s+)?(?:new\s+)?\(?$")
_OLDER: Final = frozenset({"script_too_new", "require_not_literal", "require_alias", "script_form"})


@dataclass(frozen=True, eq=False)
class Code:
    notes: Notes
    script: Script
    found: dict[str, list[Node]]
    broken: bool

    def at(self, node: Node) -> int:
        return self.script.offset(node)

    def all(self, name: str) -> list[Node]:
        return self.found.get(name, [])


def read_script(notes: Notes) -> Code:
    """What the compiler finds in any script is told, but for syntax that only blocks have to do without."""
    script, problems = parse_script(notes.source)
    notes.take(problem for problem in problems if problem.code not in _OLDER and not _is_usual(notes, problem))
    broken = script.root.has_error
    found = {} if broken else captures(_query(), script.root)
    return Code(notes, script, found, broken)


def _is_usual(notes: Notes, problem: Diagnostic) -> bool:
    """A way to the global object that bundlers write behind all others; where it would not work it is not reached."""
    if problem.code != "script_evaluates" or not isinstance(problem.where, Position):
        return False
    at = notes.source.offset(problem.where.line, problem.where.column)
    before = notes.source.text[max(0, at - 40) : at]
    return _LAST_WAY.match(notes.source.text, at) is not None and _BEHIND.search(before) is not None


@cache
def _query() -> Query:
    return query(_QUERY)


def callee_of(call: Node) -> str:
    """`Page`, `wx.request`; "" if it is neither a name nor a member of one."""
    callee = call.child_by_field_name("function") or call.child_by_field_name("constructor")
    if callee is None or callee.type not in ("identifier", "member_expression"):
        return ""
    if callee.type == "member_expression" and any(child.type not in _PLAIN for child in callee.children):
        return ""
    return text_of(callee)


_PLAIN: Final = frozenset({"identifier", "property_identifier", "this", "."})


def arguments_of(call: Node) -> list[Node]:
    given = call.child_by_field_name("arguments")
    return [one for one in given.named_children if one.type != "comment"] if given is not None else []


def string_of(node: Node | None) -> str | None:
    """The text of a string without escapes or parts."""
    if node is None or node.type not in ("string", "template_string"):
        return None
    parts = node.named_children
    if not parts:
        return ""
    return text_of(parts[0]) if len(parts) == 1 and parts[0].type == "string_fragment" else None
