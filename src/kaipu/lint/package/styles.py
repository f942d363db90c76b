"""The style sheets of a mini-program, and what they bring in."""

from __future__ import annotations

from dataclasses import dataclass, field

from kaipu.lint.notes import Notes
from kaipu.lint.package.graph import Graph, linked
from kaipu.lint.package.project import Project
from kaipu.lint.styles.sheet import SheetCheck


@dataclass
class StylesCheck:
    project: Project
    _imported: Graph = field(default_factory=Graph)

    def run(self) -> None:
        project = self.project
        ending = project.rules.dialect.endings.style
        for path in project.files(ending):
            if project.folder.source(path) is not None:
                self._sheet(path, path.removesuffix(ending) in project.components)
        for path, at, target in self._imported.circles():
            project.folder.notes(path).known("import_circle", at, file=target)

    def _sheet(self, path: str, component: bool) -> None:
        project, notes = self.project, self.project.folder.notes(path)
        check = SheetCheck(notes, component, project.rules.more.style.universal)
        check.run()
        for address, at in check.imports:
            if project.is_local(address):
                self._import(notes, path, address, at)
        for address, at in check.addresses:
            if project.is_local(address) and not address.startswith("#"):
                self._address(notes, path, address, at)

    def _import(self, notes: Notes, path: str, address: str, at: int) -> None:
        target = linked(self.project, notes, address, at, ("", self.project.rules.dialect.endings.style))
        if target is not None:
            self._imported.add(path, target, at)

    def _address(self, notes: Notes, path: str, address: str, at: int) -> None:
        if not self.project.rules.more.style.local_files:
            notes.error("style_local_file", at, path=address)
        else:
            linked(self.project, notes, address, at)
