"""Prints a script with its modules' paths as they are in the package; and a script that templates call, in the form
that a platform's modules have.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from functools import cache
from typing import Final, TypeAlias

from tree_sitter import Node, Query

from kaipu.compiler.dialect import Dialect
from kaipu.compiler.parse.script import Require, Script, captures, query, text_of
from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.parse.tree import ScriptModule
from kaipu.compiler.parts import MODULE

_Change: TypeAlias = tuple[int, int, str]
"""From byte, to byte, what stands there instead."""
_NAMES: Final = """
(identifier) @name
((member_expression object: (identifier) @object) @exports (#eq? @object "module"))
"""


def print_script(script: Script, resolve: Callable[[Require], str]) -> bytes:
    """Each required path's literal is printed anew; everything else stays as it was written."""
    return _changed(script, ((one.start, one.end, f"'{resolve(one)}'") for one in script.requires))


def print_module(script: Script, dialect: Dialect) -> bytes:
    """With `require` and `module.exports`, or with `import` and `export` where only those are known."""
    if dialect.module.imports:
        return _as_import(script, dialect.endings.module)
    return print_script(script, lambda one: with_ending(one.path, MODULE, dialect.endings.module)).strip() + b"\n"


def inline_name(node: ScriptModule, source: SourceText) -> str:
    """Of the file for code that cannot stand in its template: beside it, without an ending."""
    return f"{posixpath.splitext(posixpath.basename(source.file))[0]}.{node.name}"


def with_ending(path: str, ending: str, new: str) -> str:
    """A path relative to the file that names it."""
    plain = path if path.startswith((".", "/")) else f"./{path}"
    return plain.removesuffix(ending) + new if plain.endswith(ending) else plain


def _as_import(script: Script, ending: str) -> bytes:
    """Each required file is imported once, at the top; what `module.exports` came to is exported at the end."""
    found = captures(_names(), script.root)
    taken = {text_of(node) for node in found.get("name", ())}
    paths = dict.fromkeys(one.path for one in script.requires)
    names = {path: _free(f"required{number}", taken) for number, path in enumerate(paths, 1)}
    exported = _free("exported", taken)
    calls = (_call(script, one) for one in script.requires)
    changes = [
        (call.start_byte, call.end_byte, names[one.path]) for call, one in zip(calls, script.requires, strict=True)
    ]
    changes += [(node.start_byte, node.end_byte, exported) for node in found.get("exports", ())]
    imports = [f"import {name} from '{with_ending(path, MODULE, ending)}';" for path, name in names.items()]
    head = "\n".join([*imports, f"var {exported} = {{}};", ""]).encode()
    return head + _changed(script, changes).strip() + f"\nexport default {exported};\n".encode()


@cache
def _names() -> Query:
    return query(_NAMES)


def _call(script: Script, require: Require) -> Node:
    """`require('./a.wxs')`, of which only the path's place is known."""
    node = script.root.descendant_for_byte_range(require.start, require.end)
    while node is not None and node.type != "call_expression":
        node = node.parent
    assert node is not None  # noqa: S101 - it was found in a call
    return node


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    return name


def _changed(script: Script, changes: Iterable[_Change]) -> bytes:
    parts: list[bytes] = []
    done = 0
    for start, end, new in sorted(changes):
        parts += [script.raw[done:start], new.encode()]
        done = end
    return b"".join([*parts, script.raw[done:]])
