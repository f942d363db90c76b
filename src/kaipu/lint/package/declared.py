"""What configuration files declare besides pages: folders, themes, plugins, permissions. Whatever a platform does not
know is not looked at, for its app.json then has no such key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kaipu.lint.json_text import JsonText, Way
from kaipu.lint.notes import Notes
from kaipu.lint.package.project import Project

_LONGEST_REASON: Final = 30
"""Characters. https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#permission"""
_PLUGIN_VERSION: Final = re.compile(r"dev|latest|dev-[A-Za-z0-9]+|\d{1,3}\.\d{1,3}\.\d{1,3}")
_MODES: Final = ("light", "dark")


@dataclass(frozen=True)
class DeclaredCheck:
    project: Project

    def run(self) -> None:
        for name in self.project.rules.more.projects:
            self._root(name)
        app = self.project.app
        if app is None:
            return
        notes = self.project.folder.notes(self.project.app_path)
        self._workers(notes, app)
        self._tab_folder(notes, app)
        self._plugins(notes, app)
        self._permissions(notes, app)
        self._sitemap(app)
        themes = self._themes(app)
        for path in self.project.files(".json"):
            self._variables(path, themes)

    def _root(self, name: str) -> None:
        config = self.project.config(name)
        root = config.get("miniprogramRoot") if config is not None else None
        if config is not None and isinstance(root, str) and root.strip("./"):
            plain = root.removeprefix("./").strip("/")
            if not self.project.folder.is_folder(plain):
                notes = self.project.folder.notes(name)
                notes.error("config_file_missing", config.at("miniprogramRoot"), file=root)

    def _workers(self, notes: Notes, app: JsonText) -> None:
        way: Way = ("workers", "path") if isinstance(app.get("workers"), dict) else ("workers",)
        folder = app.get(*way)
        if isinstance(folder, str) and not self.project.folder.is_folder(self.project.root + folder.strip("/")):
            notes.error("config_file_missing", app.at(*way), file=folder)

    def _tab_folder(self, notes: Notes, app: JsonText) -> None:
        wanted = self.project.rules.more.tabs.folder
        there = self.project.folder.is_folder(f"{self.project.root}{wanted}")
        if wanted and app.get("tabBar", "custom") is True and not there:
            notes.error("config_file_missing", app.at("tabBar", "custom"), file=f"{wanted}/index")

    def _plugins(self, notes: Notes, app: JsonText) -> None:
        for name, plugin in app.members("plugins").items():
            version = plugin.get("version") if isinstance(plugin, dict) else None
            if isinstance(version, str) and not _PLUGIN_VERSION.fullmatch(version):
                notes.error("plugin_version", app.at("plugins", name, "version"), value=version)

    def _permissions(self, notes: Notes, app: JsonText) -> None:
        for scope, said in app.members("permission").items():
            reason = said.get("desc") if isinstance(said, dict) else None
            if isinstance(reason, str) and not 0 < len(reason.strip()) <= _LONGEST_REASON:
                at = app.at("permission", scope, "desc")
                notes.error("permission_reason", at, name=scope, limit=_LONGEST_REASON)

    def _sitemap(self, app: JsonText) -> None:
        location = app.get("sitemapLocation")
        path = self.project.resolve(self.project.app_path, location) if isinstance(location, str) else None
        config = self.project.config(path) if path else None
        known = {page.path for page in self.project.pages}
        for number in range(len(config.items("rules")) if config else 0):
            page = config.get("rules", number, "page") if config else None
            if config and path and isinstance(page, str) and page != "*" and page.lstrip("/") not in known:
                notes = self.project.folder.notes(path)
                notes.error("page_not_listed", config.at("rules", number, "page"), page=page)

    def _themes(self, app: JsonText) -> list[JsonText]:
        location = app.get("themeLocation")
        path = self.project.resolve(self.project.app_path, location) if isinstance(location, str) else None
        config = self.project.config(path) if path else None
        return [config] if config else []

    def _variables(self, path: str, themes: list[JsonText]) -> None:
        """A value such as `@bg` is a colour that the theme gives in both modes."""
        config = self.project.config(path)
        rules = self.project.rules.more.window
        if config is None or not rules.themed:
            return
        for way, value in _texts(config):
            name = value[1:]
            named = str(way[-1]) in rules.themed and value.startswith("@")
            if named and (not themes or any(themes[0].get(mode, name) is None for mode in _MODES)):
                self.project.folder.notes(path).error("theme_variable", config.at(*way), name=name)


def _texts(config: JsonText) -> Iterator[tuple[Way, str]]:
    """The texts at the top, in window, in tabBar and in its list."""
    tabs = config.items("tabBar", "list")
    for way in ((), ("window",), ("tabBar",), *(("tabBar", "list", number) for number in range(len(tabs)))):
        for name, value in config.members(*way).items():
            if isinstance(value, str):
                yield (*way, name), value
