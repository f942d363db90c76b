"""The tab bar: how many tabs, of which pages, with which icons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kaipu.lint.json_text import JsonText
from kaipu.lint.notes import Notes
from kaipu.lint.package.configuration import check_choice, check_color
from kaipu.lint.package.pictures import kind_of
from kaipu.lint.package.project import Project

_ICON_KINDS: Final = frozenset({"png", "jpeg"})


@dataclass(frozen=True)
class TabsCheck:
    project: Project

    def run(self) -> None:
        app = self.project.app
        if app is None or not isinstance(app.get("tabBar"), dict):
            return
        rules = self.project.rules.more.tabs
        notes = self.project.folder.notes(self.project.app_path)
        tabs = app.get("tabBar", rules.entries)
        if not isinstance(tabs, list):
            notes.error("json_type", app.at("tabBar"), name=rules.entries, kind="array")
            return
        if not rules.least <= len(tabs) <= rules.most:
            at = app.at("tabBar", rules.entries)
            notes.error("tabs_number", at, least=rules.least, most=rules.most, found=len(tabs))
        for name in rules.colors:
            check_color(notes, app, ("tabBar", name), app.get("tabBar", name))
        for name, words in rules.choices.items():
            if app.get("tabBar", name) is not None:
                check_choice(notes, app, ("tabBar", name), app.get("tabBar", name), words)
        seen: set[str] = set()
        for number in range(len(tabs)):
            self._tab(notes, app, number, seen)

    def _tab(self, notes: Notes, app: JsonText, number: int, seen: set[str]) -> None:
        rules = self.project.rules.more.tabs
        way = ("tabBar", rules.entries, number)
        if not isinstance(app.get(*way), dict):
            notes.error("json_type", app.at(*way), name=rules.entries, kind="object")
            return
        self._page(notes, app, number, seen)
        text = app.get(*way, rules.text)
        custom = app.get("tabBar", "custom") is True
        if not custom and (not isinstance(text, str) or not text.strip()):
            notes.error("tab_text", app.at(*way, rules.text), name=rules.text)
        for name in rules.icons:
            icon = app.get(*way, name)
            if isinstance(icon, str) and icon and not icon.startswith("@"):
                self._icon(notes, app.at(*way, name), icon)

    def _page(self, notes: Notes, app: JsonText, number: int, seen: set[str]) -> None:
        way = ("tabBar", self.project.rules.more.tabs.entries, number, "pagePath")
        page = app.get(*way)
        listed = {one.path: one.package for one in self.project.pages}
        if not isinstance(page, str):
            notes.error("tab_page_missing", app.at(*way), page="")
            return
        if page not in listed:
            notes.error("tab_page_missing", app.at(*way), page=page)
        elif listed[page]:
            notes.error("tab_page_in_subpackage", app.at(*way), page=page)
        if page in seen:
            notes.error("tab_page_twice", app.at(*way), page=page)
        seen.add(page)

    def _icon(self, notes: Notes, at: int, icon: str) -> None:
        folder, rules = self.project.folder, self.project.rules.more.tabs
        if not self.project.is_local(icon):
            notes.error("icon_network", at, file=icon)
            return
        path = self.project.resolve(self.project.app_path, icon)
        if path is None:
            notes.error("path_climbs", at, path=icon)
        elif path not in folder:
            other = folder.other_case(path)
            if other:
                notes.error("path_case", at, path=icon, other=other)
            else:
                notes.error("icon_missing", at, file=icon)
        elif kind_of(folder.head(path)) not in _ICON_KINDS:
            notes.error("icon_kind", at, file=icon)
        elif folder.sizes[path] > rules.icon_kb * 1024:
            size_kb = round(folder.sizes[path] / 1024)
            notes.error("icon_too_big", at, file=icon, size_kb=size_kb, limit_kb=rules.icon_kb)
