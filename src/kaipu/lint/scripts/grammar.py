"""Mistakes that every engine refuses, though the tolerant parser takes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from kaipu.compiler.parse.script import text_of
from kaipu.compiler.parse.script_break import is_torn
from kaipu.lint.scripts.read import Code

_FUNCTIONS: Final = frozenset(
    {"function_declaration", "function_expression", "arrow_function", "method_definition", "generator_function"}
    | {"generator_function_declaration", "class_static_block"}
)
_LOOPS: Final = frozenset({"for_statement", "for_in_statement", "while_statement", "do_statement", "switch_statement"})
_WIDE_SIGNS: Final = re.compile(
    "[\u201c\u201d\u2018\u2019\uff0c\uff1b\uff1a\uff08\uff09\u3002\u3001\uff5b\uff5d\u300a\u300b]"
)
"""Signs of Chinese text, which the parser takes for letters."""
_PATTERN: Final = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_FLAGS: Final = frozenset("dgimsuvy")


def check_syntax(code: Code) -> None:
    for node in code.all("const"):
        if node.parent is not None and node.parent.parent is not None and node.parent.parent.type != "for_in_statement":
            code.notes.error("const_without_value", code.at(node), name=text_of(node))
    for node in code.all("await"):
        outer = _function_around(node)
        if outer is None or not any(child.type == "async" for child in outer.children):
            code.notes.error("await_outside", code.at(node))
    for node in _refused(code):
        code.notes.known("script_syntax", code.at(node))
    _wide_signs(code)
    _twice(code)
    _fixed(code)


def _refused(code: Code) -> Iterator[Node]:
    yield from (*code.all("comma"), *code.all("nameless"), *code.all("untaken"), *code.all("alien"))
    yield from (one for one in code.all("string") if is_torn(one))
    yield from (one for one in code.all("leave") if one.child_by_field_name("label") is None and not _in_loop(one))
    yield from (one for one in code.all("return") if _function_around(one) is None)
    for node in code.all("yield"):
        outer = _function_around(node)
        if outer is None or not any(child.type == "*" for child in outer.children):
            yield node
    for node in code.all("arrow"):
        if node.prev_sibling is not None and node.prev_sibling.end_point.row < node.start_point.row:
            yield node
    yield from (one for one in code.all("import") if one.parent is not None and one.parent.type != "program")
    yield from (one for one in code.all("regex") if not _is_pattern(one))


def _is_pattern(regex: Node) -> bool:
    """Whether its groups pair, its repetitions have something to repeat, and its flags are flags."""
    pattern, flags = regex.child_by_field_name("pattern"), regex.child_by_field_name("flags")
    given = text_of(flags) if flags is not None else ""
    if len(set(given)) != len(given) or not set(given) <= _FLAGS:
        return False
    depth, before = 0, "("
    for part in _PATTERN.findall(text_of(pattern) if pattern is not None else ""):
        depth += (part == "(") - (part == ")")
        if depth < 0 or (part in "*+" and before in ("(", "|", "*+")):
            return False
        before = part if part not in "*+" else "*+"
    return depth == 0


def _wide_signs(code: Code) -> None:
    """Signs that a Chinese keyboard writes, where code stands."""
    text = code.notes.source.text
    for found in _WIDE_SIGNS.finditer(text):
        byte = len(text[: found.start()].encode("utf-8", "surrogatepass"))
        node = code.script.root.descendant_for_byte_range(byte, byte + 1)
        if node is not None and node.type.endswith("identifier"):
            code.notes.known("script_syntax", found.start())
            return


def _fixed(code: Code) -> None:
    """A const that is set again, where its name means nothing else in the file."""
    once = Counter(text_of(node) for node in code.all("declares"))
    fixed = {text_of(node) for node in code.all("fixed")}
    for node in code.all("set"):
        name = text_of(node)
        if name in fixed and once[name] == 1:
            code.notes.error("const_set", code.at(node), name=name)


def _twice(code: Code) -> None:
    """One block cannot declare a name twice by let or const."""
    seen: set[tuple[int, str]] = set()
    for node in code.all("let"):
        declaration = node.parent.parent if node.parent is not None else None
        block = declaration.parent if declaration is not None else None
        if block is None or block.type in ("switch_case", "switch_default", "for_statement", "for_in_statement"):
            continue
        key = (block.id, text_of(node))
        if key in seen:
            code.notes.error("name_twice", code.at(node), name=text_of(node))
        seen.add(key)


def _around(node: Node) -> Iterator[Node]:
    outer = node.parent
    while outer is not None:
        yield outer
        outer = outer.parent


def _function_around(node: Node) -> Node | None:
    return next((outer for outer in _around(node) if outer.type in _FUNCTIONS), None)


def _in_loop(node: Node) -> bool:
    for outer in _around(node):
        if outer.type in _LOOPS:
            return True
        if outer.type in _FUNCTIONS:
            return False
    return False
