"""What in a script is newer than the oldest engine, runs text as code, or is no plain statement. Works on the nodes
that the script's one query found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from kaipu.compiler.parse.source import Report

_TOO_NEW: Final = {
    "optional_chain": "?.",
    "field_definition": "class fields",
    "private_property_identifier": "#private",
    "import_statement": "import",
    "export_statement": "export",
    "import": "import()",
    "class_static_block": "static {}",
    "jsx_element": "<>",
    "jsx_self_closing_element": "<>",
    "catch_clause": "catch {}",
    "meta_property": "import.meta",
    "await_expression": "await",
    "regex_pattern": "(?<=",
}
_NEW_OPERATORS: Final = frozenset({"??", "??=", "||=", "&&="})
_NEW_NUMBER: Final = re.compile(r".*n|.*_.*")
_NEW_PATTERN: Final = re.compile(r"\(\?<[=!]")
_FUNCTIONS: Final = frozenset(
    {"arrow_function", "function_expression", "function_declaration", "method_definition"}
    | {"generator_function", "generator_function_declaration"}
)
_FORBIDDEN_CALLS: Final = frozenset({"eval", "Function"})


def find_faults(report: Report, raw: bytes, found: dict[str, list[Node]]) -> None:
    for node in _too_new(found):
        name = _TOO_NEW.get(node.type) or text_of(node)
        report.error("script_too_new", offset_of(raw, node.start_byte), name=name)
    for node in found.get("old", ()):
        report.error("script_form", offset_of(raw, node.start_byte), found=text_of(node).split()[0])
    for node in (*found.get("callee", ()), *found.get("constructor", ())):
        if text_of(node) in _FORBIDDEN_CALLS:
            report.error("script_evaluates", offset_of(raw, node.start_byte), name=text_of(node))


def text_of(node: Node) -> str:
    return (node.text or b"").decode("utf-8", "replace")


def offset_of(raw: bytes, byte: int) -> int:
    return len(raw[:byte].decode("utf-8", "replace"))


def _too_new(found: dict[str, list[Node]]) -> Iterator[Node]:
    yield from found.get("new", ())
    yield from (node for node in found.get("operator", ()) if node.type in _NEW_OPERATORS)
    yield from (node for node in found.get("meta", ()) if text_of(node).startswith("import"))
    yield from (node for node in found.get("await", ()) if not _in_function(node))
    yield from (node for node in found.get("number", ()) if _NEW_NUMBER.fullmatch(text_of(node)))
    yield from (node for node in found.get("pattern", ()) if _NEW_PATTERN.search(text_of(node)))


def _in_function(node: Node) -> bool:
    outer = node.parent
    while outer is not None and outer.type not in _FUNCTIONS:
        outer = outer.parent
    return outer is not None
