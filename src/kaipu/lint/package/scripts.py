"""The scripts of a mini-program: each by itself, what they require, and what templates expect of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from kaipu.lint.markup.placing import slots
from kaipu.lint.notes import nearest
from kaipu.lint.package.graph import linked
from kaipu.lint.package.links import check_page_link
from kaipu.lint.package.project import Project
from kaipu.lint.package.templates import Template
from kaipu.lint.scripts.definitions import (
    Definition,
    check_app,
    check_definition,
    check_makers,
    definition_in,
    registers,
)
from kaipu.lint.scripts.grammar import check_syntax
from kaipu.lint.scripts.modules import check_module
from kaipu.lint.scripts.read import Code, arguments_of, callee_of, read_script, string_of
from kaipu.lint.scripts.safety import check_safety

_LEADS: Final = {
    "navigateTo": "navigateTo",
    "redirectTo": "redirectTo",
    "switchTab": "switchTab",
    "reLaunch": "reLaunch",
}
_URL: Final = re.compile(r"['\"]?url['\"]?")
_WITH_CALLBACK: Final = 2
"""Arguments of a require that brings something in later."""
_MINIFIED: Final = 5_000
"""Characters in a line: then a script was not written by hand, and only what stops it is told."""


@dataclass
class ScriptsCheck:
    project: Project
    codes: dict[str, Code] = field(default_factory=dict)

    def run(self) -> None:
        module = self.project.rules.dialect.endings.module
        for path in self.project.files(".js"):
            if self.project.folder.source(path) is not None:
                self._script(path)
        for path in self.project.files(module):
            if self.project.folder.source(path) is not None:
                self._module(path)

    def _script(self, path: str) -> None:
        code = read_script(self.project.folder.notes(path))
        self.codes[path] = code
        if code.broken:
            return
        check_syntax(code)
        check_safety(code, self.project.rules)
        self._requires(code)
        self._links(code, path)
        definition = definition_in(code)
        if definition is not None:
            check_definition(code, definition)
        if path == f"{self.project.root}app.js":
            check_makers(code, frozenset({"App"}))
            check_app(code)
            if not registers(code):
                code.notes.error("nothing_registered", 0)
        if self._plain_modules_only() and code.all("module"):
            code.notes.error("script_module", code.at(code.all("module")[0]))

    def _module(self, path: str) -> None:
        notes = self.project.folder.notes(path)
        es5 = self.project.rules.more.module == "es5"
        for target, at in check_module(notes, notes.source.text, 0, es5=es5).requires:
            linked(self.project, notes, target, at, only=self.project.rules.dialect.endings.module)

    def _plain_modules_only(self) -> bool:
        """Whether the project's configuration says that scripts go out as they are written."""
        for name in self.project.rules.more.projects:
            config = self.project.config(name)
            if config is not None and config.get("setting", "es6") is False:
                return config.get("setting", "enhance") is not True
        return False

    def _requires(self, code: Code) -> None:
        for require in code.script.requires:
            self._required(code, require.path, require.at)
        for node in code.all("from"):
            path = string_of(node)
            if path:
                self._required(code, path, code.at(node))
        for call in code.all("call"):
            given = arguments_of(call)
            if callee_of(call) == "require" and not (given and string_of(given[0])) and len(given) < _WITH_CALLBACK:
                is_text = not given or string_of(given[0]) == ""
                make = code.notes.error if is_text else code.notes.warning
                make("require_nothing" if is_text else "require_dynamic", code.at(call))

    def _required(self, code: Code, path: str, at: int) -> None:
        endings = ("", ".js", ".ts", "/index.js", "/index.ts", ".json")
        if path.startswith((".", "/")):
            target = linked(self.project, code.notes, path, at, endings)
            if target and target.endswith(
                (self.project.rules.dialect.endings.template, self.project.rules.dialect.endings.module)
            ):
                code.notes.error("file_not_found", at, path=path)
        elif self._is_package(code.notes.source.file, path):
            return
        elif self.project.is_promised(path):
            code.notes.warning("npm_not_built", at, path=path)
        else:
            linked(self.project, code.notes, path, at, endings)

    def _is_package(self, from_file: str, path: str) -> bool:
        """Of npm, or under another name that app.json gives."""
        app = self.project.app
        aliases = app.members("resolveAlias") if app else {}
        if any(path.startswith(alias.rstrip("*")) for alias in aliases):
            return True
        folder = self.project.folder
        return any(
            f"{place}miniprogram_npm/{path}{ending}" in folder
            for place in {self.project.root, *(from_file[: at + 1] for at in _slashes(from_file)), ""}
            for ending in ("/index.js", ".js", "")
        )

    def _links(self, code: Code, path: str) -> None:
        globe = self.project.rules.globe
        for call in code.all("call"):
            owner, _, name = callee_of(call).rpartition(".")
            given = arguments_of(call)
            if owner != globe or name not in _LEADS or not given or given[0].type != "object":
                continue
            for pair in given[0].named_children:
                key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
                url = string_of(value)
                if key is not None and value is not None and url and _URL.fullmatch((key.text or b"").decode()):
                    check_page_link(self.project, code.notes, url, code.at(value) + 1, path, _LEADS[name])

    def handlers(self, template: Template) -> None:
        """The listeners of a template against the methods of the script beside it."""
        stem = template.path.removesuffix(self.project.rules.dialect.endings.template)
        code = self.codes.get(f"{stem}.js")
        if code is None:
            return
        is_unit = stem in self.project.components or stem.removeprefix(self.project.root) in {
            page.path for page in self.project.pages
        }
        if is_unit and not registers(code):
            code.notes.error("nothing_registered", 0)
        if is_unit:
            is_page = stem.removeprefix(self.project.root) in {page.path for page in self.project.pages}
            check_makers(code, frozenset({"Page", "Component"} if is_page else {"Component"}))
        definition = definition_in(code)
        if definition is not None:
            self._slots(template, definition)
        if definition is None or not definition.methods.complete:
            return
        methods = definition.methods.members
        for name, at in template.handlers:
            if name not in methods:
                near = nearest(name, methods)
                if near:
                    template.notes.error("handler_misspelt", at, name=name, near=near)
                else:
                    template.notes.error("handler_unknown", at, name=name)

    def _slots(self, template: Template, definition: Definition) -> None:
        """Several slots have to be asked for."""
        shape = definition.shape
        options = shape.inside("options")
        asked = "multipleSlots" in options.members or not (shape.complete and options.complete)
        if definition.kind != "Component" or asked or not self.project.rules.more.one_slot:
            return
        first = ""
        for number, slot in enumerate(slots(template.root)):
            name = slot.text("name")
            if number and name != first:
                template.notes.error("slot_second", slot.at)
                return
            first = name


def _slashes(path: str) -> list[int]:
    return [place for place, sign in enumerate(path) if sign == "/"]
