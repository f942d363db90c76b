"""Subpackages: that each is a folder of its own, and that nothing reaches into one that need not be on the phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kaipu.lint.json_text import JsonText
from kaipu.lint.notes import Notes
from kaipu.lint.package.project import Project

_KEYS: Final = ("subpackages", "subPackages")
_MAIN: Final = frozenset({"__APP__"})


@dataclass(frozen=True)
class PartsCheck:
    project: Project

    def run(self) -> None:
        app = self.project.app
        if app is None:
            return
        notes = self.project.folder.notes(self.project.app_path)
        if all(isinstance(app.get(key), list) for key in _KEYS):
            notes.error("subpackages_twice", app.key_at("subPackages"))
        for key in _KEYS:
            self._list(notes, app, key)
        self._preloaded(notes, app)

    def _list(self, notes: Notes, app: JsonText, key: str) -> None:
        roots: dict[str, int] = {}
        names: set[str] = set()
        for number, part in enumerate(app.items(key)):
            if not isinstance(part, dict):
                continue
            root, name = part.get("root"), part.get("name")
            if isinstance(name, str) and name in names:
                notes.error("subpackage_twice", app.at(key, number, "name"), name=name)
            names.add(str(name))
            if not isinstance(part.get("pages"), list):
                notes.error("key_missing", app.at(key, number), name="pages")
            if isinstance(root, str) and root.strip("/"):
                self._root(notes, app.at(key, number, "root"), root.strip("/"), roots)
                self._pages(notes, app, key, number)

    def _root(self, notes: Notes, at: int, root: str, before: dict[str, int]) -> None:
        if root in before:
            notes.error("subpackage_twice", at, name=root)
        for other, place in before.items():
            if root.startswith(f"{other}/"):
                notes.error("subpackage_inside", at, name=root, other=other)
            elif other.startswith(f"{root}/"):
                notes.error("subpackage_inside", place, name=other, other=root)
        before.setdefault(root, at)

    def _pages(self, notes: Notes, app: JsonText, key: str, number: int) -> None:
        for index, page in enumerate(app.items(key, number, "pages")):
            if isinstance(page, str) and page.startswith("/"):
                notes.error("page_form", app.at(key, number, "pages", index), page=page)

    def _preloaded(self, notes: Notes, app: JsonText) -> None:
        """preloadRule names subpackages by root or by name."""
        parts = self.project.parts
        known = {str(part.get("root")).strip("/") for part in parts} | {str(part.get("name")) for part in parts} | _MAIN
        for page in app.members("preloadRule"):
            for number, name in enumerate(app.items("preloadRule", page, "packages")):
                if isinstance(name, str) and name.strip("/") not in known:
                    notes.error("subpackage_unknown", app.at("preloadRule", page, "packages", number), name=name)


def check_reach(project: Project, notes: Notes, path: str, at: int, *, placeholder: bool = False) -> None:
    """A file of the main package or of another subpackage cannot bring in what lies in a subpackage; an independent
    subpackage brings in nothing but its own. `placeholder`: something stands in until the subpackage is there.
    """
    here, there = project.part_of(notes.source.file), project.part_of(path)
    if here == there or placeholder:
        return
    if there:
        notes.error("part_reaches", at, path=path.removeprefix(project.root), part=there)
    elif here in project.independent:
        notes.error("part_independent", at, path=path.removeprefix(project.root), part=here)
