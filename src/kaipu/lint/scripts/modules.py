"""Script modules of templates, as a platform's package may hold them."""

from __future__ import annotations

from typing import Final

from kaipu.compiler.analyze.modules import newer_than_es5
from kaipu.compiler.parse.script import parse_script
from kaipu.compiler.parse.source import SourceText
from kaipu.definition.diagnostics import Position
from kaipu.lint.notes import Notes

_NOT_THERE: Final = frozenset({"getApp", "getCurrentPages", "Promise", "Symbol", "Map", "Set", "document", "window"})


def check_module(notes: Notes, text: str, at: int, *, es5: bool, globe: str) -> list[tuple[str, int]]:
    """Of the code that stands at `at` in the file; what it requires, and where."""
    own = Notes(SourceText(text, notes.source.file))
    script, problems = parse_script(own.source)
    own.take(one for one in problems if one.code in ("script_syntax", "script_bracket", "script_evaluates"))
    required: list[tuple[str, int]] = []
    if not script.root.has_error:
        for name, place in newer_than_es5(script) if es5 else ():
            own.known("module_too_new", place, name=name)
        for name, place in script.globals:
            if es5 and (name in _NOT_THERE or name == globe):
                own.known("module_global", place, name=name)
        required = [(one.path, at + one.at) for one in script.requires]
    _move(notes, own, at)
    return required


def _move(notes: Notes, own: Notes, at: int) -> None:
    """What was found in a piece of a file, to its place in the file."""
    for one in own.found:
        if isinstance(one.where, Position):
            place = notes.source.position(at + own.source.offset(one.where.line, one.where.column))
            notes.take([type(one)(one.code, one.severity, place, one.params, one.messages)])
