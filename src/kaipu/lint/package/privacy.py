"""What touches people's data has to be declared before a platform lets it work."""

from __future__ import annotations

from dataclasses import dataclass

from kaipu.compiler.parse.script import text_of
from kaipu.lint.markup.nodes import elements
from kaipu.lint.notes import Notes
from kaipu.lint.package.project import Project
from kaipu.lint.package.templates import Template
from kaipu.lint.scripts.read import Code


@dataclass(frozen=True)
class PrivacyCheck:
    project: Project

    def declarations(self) -> None:
        """What app.json declares is something that can be."""
        app, rules = self.project.app, self.project.rules.more.privacy
        if app is None or not rules.declared_in:
            return
        notes = self.project.folder.notes(self.project.app_path)
        first, *others = rules.apart or (frozenset(),)
        is_apart = bool(first & {str(one) for one in app.items(rules.declared_in)})
        for number, name in enumerate(app.items(rules.declared_in)):
            if name not in rules.declared:
                notes.error("privacy_unknown", app.at(rules.declared_in, number), name=str(name))
            elif is_apart and any(name in other for other in others):
                at = app.at(rules.declared_in, number)
                notes.error("privacy_apart", at, name=str(name), other=min(first))

    def script(self, code: Code) -> None:
        globe = self.project.rules.globe
        for node in code.all("member"):
            owner, member = node.child_by_field_name("object"), node.child_by_field_name("property")
            if owner is not None and member is not None and owner.type == "identifier" and text_of(owner) == globe:
                self._used(code.notes, text_of(member), code.at(node))

    def template(self, template: Template) -> None:
        rules = self.project.rules.more.privacy
        for element in elements(template.root):
            kind = element.get("open-type")
            if element.tag == "button" and kind is not None and kind.literal in rules.open_types:
                self._guarded(template.notes, kind.literal or "", kind.start)

    def _used(self, notes: Notes, name: str, at: int) -> None:
        app, rules = self.project.app, self.project.rules.more.privacy
        if app is None:
            return
        if name in rules.declared and name not in app.items(rules.declared_in):
            notes.error("privacy_undeclared", at, name=name, field=rules.declared_in)
        for scope, names in rules.permission.items():
            if name in names and scope not in app.members("permission"):
                notes.warning("permission_missing", at, name=name, scope=scope)
        if name in rules.guarded:
            self._guarded(notes, name, at)

    def _guarded(self, notes: Notes, name: str, at: int) -> None:
        app, guard = self.project.app, self.project.rules.more.privacy.guard
        if app is not None and guard and app.get(guard) is not True:
            notes.warning("privacy_guard_missing", at, name=name, field=guard)
