"""The way back from a package's scripts to the files they were written in. Kept beside the package, never inside: a
phone has no use for them, and nobody else should read the sources there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Final

from kaipu.compiler.package.assemble import required_path
from kaipu.compiler.package.mappings import Lines, Segment, decode, encode
from kaipu.compiler.parse.script import Script
from kaipu.compiler.project import Files, Module, Project

ENDING: Final = ".maps"
"""Of the folder, after the platform's name."""


def make_maps(project: Project, read: Callable[[str], bytes | None], smaller: Mapping[str, str]) -> Files:
    """Path in the maps' folder -> map. `read` gives a source by its id; `smaller` has, by source id, the mappings of
    the scripts that were minified.
    """
    modules = (*project.modules, *(unit.module for unit in project.units))
    return {f"{module.path}.map": _map(module, read, smaller.get(module.script.source.file)) for module in modules}


def _map(module: Module, read: Callable[[str], bytes | None], mappings: str | None) -> bytes:
    file = module.script.source.file
    lines = decode(mappings) if mappings is not None else _as_written(module.script)
    made = {
        "version": 3,
        "file": module.path,
        "sources": [file],
        "sourcesContent": [(read(file) or b"").decode("utf-8-sig", "replace")],
        "names": [],
        "mappings": encode(_moved(lines, module)),
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def _as_written(script: Script) -> Lines:
    """Each line is the source's line, and so is what follows a required path, which may be printed otherwise."""
    lines = [[Segment(0, number, 0)] for number in range(script.source.text.count("\n") + 1)]
    for line, start, end in (_place(script, one.start, one.end) for one in script.requires):
        lines[line] += [Segment(start, line, start), Segment(end, line, end)]
    return [sorted(set(segments), key=lambda one: one.column) for segments in lines]


def _moved(lines: Lines, module: Module) -> Lines:
    """What follows a required path stands further right, or left, by as much as the path got longer."""
    moved = list(lines)
    for require in sorted(module.script.requires, key=lambda one: -one.start):
        line, start, end = _place(module.script, require.start, require.end)
        grown = _units(f"'{required_path(module, require)}'") - (end - start)
        if line < len(moved):
            moved[line] = [_shifted(one, start, end, grown) for one in moved[line]]
    return moved


def _shifted(segment: Segment, start: int, end: int, grown: int) -> Segment:
    if segment.column <= start:
        return segment
    column = segment.column + grown if segment.column >= end else start
    return Segment(column, segment.source_line, segment.source_column)


def _place(script: Script, start_byte: int, end_byte: int) -> tuple[int, int, int]:
    """Line, and columns in UTF-16 units, of a literal, which never breaks over lines."""
    before = script.raw[:start_byte]
    line_start = before.rfind(b"\n") + 1
    start = _units(before[line_start:].decode("utf-8", "replace"))
    return before.count(b"\n"), start, start + _units(script.raw[start_byte:end_byte].decode("utf-8", "replace"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
