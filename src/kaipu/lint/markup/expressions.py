"""Expressions in a package's templates. The compiler's parser reads nearly all of them; what it does not take,
because a block may not use it on every platform, is looked at once more as JavaScript before anything is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from kaipu.compiler.parse.expression import Call, Expression, Index, Member, Name, Object, walk
from kaipu.compiler.parse.expression_parser import ExpressionFault, ExpressionParser
from kaipu.compiler.parse.script import syntax_tree
from kaipu.lint.notes import Notes

_SOFT: Final = frozenset({"expression_too_long", "expression_too_deep"})
_NODES: Final = """program expression_statement parenthesized_expression identifier property_identifier
    member_expression subscript_expression call_expression arguments unary_expression binary_expression
    ternary_expression array object pair spread_element shorthand_property_identifier string string_fragment
    escape_sequence number true false null undefined this"""
_ALLOWED: Final = frozenset(_NODES.split())
_LONE_BRACE: Final = re.compile(r"(?<!\{)\{[^{}\n]*\}\}(?!\})")
_DOUBLE: Final = frozenset({"?.", "??", "++", "--"})
_STATEMENT: Final = re.compile(
    r"\b(new|function|if|for|return|await|async|var|let|const|void|delete|class)\s*\(?[^(){}]*\)?\s*$"
)
_NO_OPERATORS: Final = frozenset({"typeof", "void", "delete", "in", "instanceof", "**", "??"})


def check_value(notes: Notes, text: str, at: int, *, data: bool = False, anything: bool = False) -> list[Expression]:
    """Tells what is wrong with the `{{ }}` in a text that stands at `at`; the expressions that could be read. `data`:
    the value of a template's data, which is the inside of an object; `anything`: any expression of JavaScript will do.
    """
    found: list[Expression] = []
    for start, stop in _braces(notes, text, at):
        inner = notes.source.text[start:stop]
        if not inner.strip():
            notes.warning("expression_empty", start - 2)
            continue
        try:
            found.append(_parsed(notes.source.text, start, stop, data))
        except ExpressionFault as fault:
            if fault.code not in _SOFT and not _is_fine(inner, data or anything, anything):
                _tell(notes, fault, stop)
    lone = _LONE_BRACE.search(text) if not found else None
    if lone is not None and "{{" not in text:
        notes.error("brace_missing", at + lone.start())
    return found


def check_bare(notes: Notes, start: int, stop: int) -> None:
    """A condition that stands without braces, as some platform has it."""
    try:
        _parsed(notes.source.text, start, stop, data=False)
    except ExpressionFault as fault:
        if fault.code not in _SOFT and not _is_fine(notes.source.text[start:stop], data=False, anything=False):
            _tell(notes, fault, stop)


def _tell(notes: Notes, fault: ExpressionFault, stop: int) -> None:
    """At the word that is wrong, where the parser only stumbles over what follows it."""
    text = notes.source.text
    at = min(fault.at, stop)
    if fault.code == "expression_unfinished":
        notes.error("expression_incomplete", at)
        return
    if text[at - 1 : at + 1] in _DOUBLE:
        at -= 1
    word = _STATEMENT.search(text, 0, at)
    if word is not None:
        notes.known(fault.code, word.start(1), found=word[1])
    else:
        notes.known(fault.code, at, found=text[at : at + 2] if text[at : at + 2] in _DOUBLE else fault.found)


def calls(expression: Expression) -> Iterator[tuple[str, int, str]]:
    """What is called, by the first name of it, where that stands, and the member of that name."""
    for node in walk(expression):
        if isinstance(node, Call):
            callee: Expression = node.callee
            member = ""
            while isinstance(callee, Member | Index):
                member = callee.name if isinstance(callee, Member) else ""
                callee = callee.object
            yield (callee.name if isinstance(callee, Name) else ""), callee.at, member


def _braces(notes: Notes, text: str, at: int) -> Iterator[tuple[int, int]]:
    """Where the inside of each `{{ }}` begins and ends in the source."""
    here = 0
    while (opening := text.find("{{", here)) != -1:
        closing = _closing(text, opening + 2)
        if closing == -1:
            notes.known("expression_unfinished", at + opening, found="")
            return
        yield at + opening + 2, at + closing
        here = closing + 2


def _closing(text: str, here: int) -> int:
    """Of the `}}` that ends an expression, past strings and objects in it; -1 if there is none."""
    depth, quote = 0, ""
    for place in range(here, len(text)):
        sign = text[place]
        if quote:
            quote = "" if sign == quote and text[place - 1] != "\\" else quote
        elif sign in "'\"":
            quote = sign
        elif sign == "{":
            depth += 1
        elif sign == "}":
            if depth == 0 and text.startswith("}}", place):
                return place
            depth -= depth > 0
    return text.find("}}", here)


def _parsed(text: str, start: int, stop: int, data: bool) -> Expression:
    parser = ExpressionParser(text, start, stop)
    whole: Object | Expression = parser.object_body("") if data else parser.expression()
    if parser.tokens.ahead.at < stop and text[parser.tokens.ahead.at : stop].strip():
        parser.fail()
    return whole


def _is_fine(text: str, data: bool, anything: bool) -> bool:
    """Whether it is an expression after all: escapes in strings, bit operations, a leading plus."""
    whole = f"({text})"
    forms = [f"({{{text}}})"] if data else [whole]
    if data and (anything or text.lstrip().startswith("{")):
        forms.append(whole)
    trees = (syntax_tree(form.encode("utf-8", "replace")) for form in forms)
    return len(text) < 20_000 and any(not tree.has_error and (anything or _only_allowed(tree)) for tree in trees)


def _only_allowed(root: Node) -> bool:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.is_named and node.type not in _ALLOWED:
            return False
        operator = node.child_by_field_name("operator")
        if operator is not None and operator.type in _NO_OPERATORS:
            return False
        waiting += node.children
    return root.named_child_count == 1
