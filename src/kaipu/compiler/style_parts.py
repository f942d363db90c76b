"""The styles that a unit's style imports: they lie in the unit's own folder, and are packed beside its own."""

from __future__ import annotations

from typing import Final

from kaipu.compiler.parse.style import Sheet
from kaipu.compiler.part_files import Files, Finder

STYLE: Final = ".wxss"


def styles_of(unit_id: str, main: Sheet, files: Files) -> dict[str, Sheet]:
    """By source id; what is not there is told and left out."""
    found: dict[str, Sheet] = {}
    _follow(main, (main.source.file,), Finder(unit_id, main.source.file, files), found)
    return found


def _follow(sheet: Sheet, way: tuple[str, ...], finder: Finder, found: dict[str, Sheet]) -> None:
    """`way` are the files that lead here."""
    for one in sheet.imports:
        place = sheet.source.position(one.at)
        inner = finder.find(one.path, sheet.source.file, place, STYLE)
        if inner in way:
            finder.tell("import_circle", place, file=one.path)
        elif inner and inner not in found:
            found[inner] = finder.files.style(inner)
            _follow(found[inner], (*way, inner), finder, found)
