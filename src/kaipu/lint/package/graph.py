"""Files that name files: who is missing, who climbs out, who goes round in a circle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from kaipu.lint.notes import Notes
from kaipu.lint.package.parts import check_reach
from kaipu.lint.package.project import Project

Links = Mapping[str, list[tuple[str, int]]]
_MOST: Final = 100_000


@dataclass
class Graph:
    """Of one kind: imports of sheets, includes of templates."""

    edges: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    def add(self, from_file: str, to_file: str, at: int) -> None:
        self.edges.setdefault(from_file, []).append((to_file, at))

    def circles(self) -> list[tuple[str, int, str]]:
        """File, place and target of each edge that closes a circle."""
        done: set[str] = set()
        found: list[tuple[str, int, str]] = []
        for start in sorted(self.edges):
            self._walk(start, done, found)
        return found

    def _walk(self, start: str, done: set[str], found: list[tuple[str, int, str]]) -> None:
        path: list[tuple[str, int]] = [(start, 0)]
        on_path = {start}
        while path:
            name, number = path.pop()
            edges = self.edges.get(name, [])
            if name in done or number >= len(edges):
                done.add(name)
                on_path.discard(name)
                continue
            path.append((name, number + 1))
            target, at = edges[number]
            if target in on_path:
                found.append((name, at, target))
            elif target not in done:
                path.append((target, 0))
                on_path.add(target)


def linked(
    project: Project, notes: Notes, address: str, at: int, endings: tuple[str, ...] = ("",), *, only: str = ""
) -> str | None:
    """The file that an address names, tried with each ending; None, told, if there is none. `only`: the one ending that
    such a file may have.
    """
    endings = ("", only) if only else endings
    path = project.resolve(notes.source.file, address)
    if path is None:
        notes.error("path_climbs", at, path=address)
        return None
    for ending in endings:
        if path + ending in project.folder and (path + ending).endswith(only):
            check_reach(project, notes, path + ending, at)
            return path + ending
    for ending in endings:
        other = project.folder.other_case(path + ending)
        if other:
            notes.error("path_case", at, path=address, other=other)
            return None
    notes.error("file_not_found", at, path=address)
    return None
