"""Script modules of templates, as a platform's package may hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from kaipu.compiler.analyze.exports import exports_of
from kaipu.compiler.analyze.modules import newer_than_es5
from kaipu.compiler.analyze.shapes import UNKNOWN, Shape
from kaipu.compiler.analyze.vocabulary import MODULE_GLOBALS
from kaipu.compiler.parse.script import parse_script
from kaipu.compiler.parse.source import SourceText
from kaipu.definition.diagnostics import Position
from kaipu.lint.notes import Notes

_TOLERATED: Final = frozenset({"{ a }", "(a = 1)"})
"""No ES5, but compilers take them, and component libraries that many use write them."""
_MORE: Final = frozenset({"console", "arguments", "exports", "Array", "String", "Boolean"})
"""Names that blocks do without, though some platform's modules have them."""


@dataclass(frozen=True, slots=True)
class ModuleCode:
    requires: list[tuple[str, int]] = field(default_factory=list)
    """Path and place in the file."""
    exports: Shape = UNKNOWN


def check_module(notes: Notes, text: str, at: int, *, es5: bool) -> ModuleCode:
    """Of the code that stands at `at` in the file."""
    own = Notes(SourceText(text, notes.source.file))
    script, problems = parse_script(own.source)
    own.take(one for one in problems if one.code in ("script_syntax", "script_bracket", "script_evaluates"))
    code = ModuleCode()
    if not script.root.has_error:
        for name, place in newer_than_es5(script) if es5 else ():
            (own.doubted if name in _TOLERATED else own.known)("module_too_new", place, name=name)
        for name, place in script.globals if es5 and not own.found else ():
            if name not in MODULE_GLOBALS and name not in _MORE and not _is_set(name, text):
                own.known("module_global", place, name=name)
        code = ModuleCode([(one.path, at + one.at) for one in script.requires], exports_of(script))
    _move(notes, own, at)
    return code


def _is_set(name: str, text: str) -> bool:
    return re.search(rf"(?<![\w$.]){re.escape(name)}\s*=(?!=)", text) is not None


def _move(notes: Notes, own: Notes, at: int) -> None:
    """What was found in a piece of a file, to its place in the file."""
    for one in own.found:
        if isinstance(one.where, Position):
            place = notes.source.position(at + own.source.offset(one.where.line, one.where.column))
            notes.take([type(one)(one.code, one.severity, place, one.params, one.messages)])
