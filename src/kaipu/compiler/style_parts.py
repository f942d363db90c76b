"""The styles that a unit's style imports: they lie in the unit's own folder, and are packed beside its own."""

from __future__ import annotations

from typing import Final

from kaipu.compiler.parse.style import Sheet
from kaipu.compiler.part_files import Files, Finder

STYLE: Final = ".wxss"


def styles_of(unit_id: str, main: Sheet, files: Files) -> dict[str, Sheet]:
    """By source id; what is not there is told and left out."""
    finder = Finder(unit_id, main.source.file, files)
    found: dict[str, Sheet] = {}
    waiting: list[tuple[Sheet, tuple[str, ...]]] = [(main, (main.source.file,))]
    while waiting:
        sheet, way = waiting.pop()
        if way[-1] in found:
            continue
        if len(way) > 1:
            found[way[-1]] = sheet
        for one in sheet.imports:
            place = sheet.source.position(one.at)
            inner = finder.find(one.path, sheet.source.file, place, STYLE)
            if inner in way:
                finder.tell("import_circle", place, file=one.path)
            elif inner and inner not in found:
                waiting.append((files.style(inner), (*way, inner)))
    return found
