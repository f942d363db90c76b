"""Where a unit's further files are: in the unit's own folder, named from the file that names them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Protocol

from kaipu.compiler.parse.script import Script
from kaipu.compiler.parse.style import Sheet
from kaipu.compiler.parse.tree import Document
from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Diagnostic, Parameter, Position


class Files(Protocol):
    """What of a library is asked for here."""

    problems: list[Diagnostic]

    def exists(self, source_id: str) -> bool: ...
    def template(self, source_id: str) -> Document: ...
    def style(self, source_id: str) -> Sheet: ...
    def view_module(self, source_id: str) -> Script: ...


def part_id(path: str, from_id: str) -> str:
    """The id of what `path` names in a file."""
    return posixpath.normpath(f"{posixpath.dirname(from_id)}/{path}")


@dataclass(frozen=True, slots=True)
class Finder:
    """`main` is the id of the unit's own file of the kind that is looked for."""

    unit_id: str
    main: str
    files: Files

    def find(self, path: str, from_id: str, place: Position, ending: str) -> str | None:
        """None, and told, if there is no such file."""
        source_id = part_id(path, from_id)
        if path.startswith("/") or not source_id.startswith(f"{self.unit_id}/"):
            self.tell("part_outside", place, path=path)
        elif source_id != self.main and source_id == self._taken(ending):
            self.tell("part_name_taken", place, path=path)
        elif not source_id.endswith(ending) or not self.files.exists(source_id):
            self.tell("part_missing", place, path=path)
        else:
            return source_id
        return None

    def tell(self, code: str, place: Position, **words: Parameter) -> None:
        self.files.problems.append(messages().error(code, place, **words))

    def _taken(self, ending: str) -> str:
        """What would have the place of the unit's own file in a package."""
        return f"{self.unit_id}/{posixpath.basename(self.unit_id)}{ending}"
