"""app.json and the .json of pages and components: what they name is there, and what they say can be understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kaipu.lint.json_text import JsonText, Way
from kaipu.lint.notes import Notes, nearest
from kaipu.lint.package.parts import check_reach
from kaipu.lint.package.project import PageEntry, Project, Used

_COLOR: Final = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})|white|black|transparent")
_TAG: Final = re.compile(r"[a-z_][\w-]*", re.ASCII)
_KINDS: Final = {dict: "object", list: "array", str: "string"}


@dataclass(frozen=True)
class ConfigurationCheck:
    project: Project

    def run(self) -> None:
        project = self.project
        if project.app_path not in project.folder:
            project.folder.notes(project.app_path).error("app_config_missing", 0)
            return
        app = project.app
        if app is None:
            return
        notes = project.folder.notes(project.app_path)
        if not project.script_of(f"{project.root}app"):
            notes.error("app_script_missing", 0)
        self._pages(notes, app)
        self._entry(notes, app)
        self._window(notes, app, ("window",), project.rules.more.window.choices)
        self._keys(notes, app)
        self._files(notes, app)

    def unit(self, path: str) -> None:
        """The .json of a page or component."""
        config = self.project.config(path)
        if config is not None:
            notes = self.project.folder.notes(path)
            self._window(notes, config, (), self.project.rules.more.window.choices)
            for name in config.members():
                if name in self.project.rules.more.app_keys - self._page_keys() and self._page_keys():
                    notes.error("key_of_app", config.key_at(name), name=name)
            self._known_keys(notes, config, (), self._page_keys() | self.project.rules.more.app_keys)

    def _pages(self, notes: Notes, app: JsonText) -> None:
        if not isinstance(app.get("pages"), list):
            notes.error("json_type", app.at("pages"), name="pages", kind="array")
        elif not app.items("pages"):
            notes.error("pages_none", app.at("pages"))
        for number, page in enumerate(app.items("pages")):
            if not isinstance(page, str):
                notes.error("json_type", app.at("pages", number), name=f"pages[{number}]", kind="string")
        seen: set[str] = set()
        for entry in self.project.pages:
            self._page(notes, app.at(*entry.way), entry, seen)
            seen.add(entry.path)
        for key in ("subpackages", "subPackages"):
            for number, part in enumerate(app.items(key)):
                if not isinstance(part, dict) or not isinstance(part.get("root"), str) or not part.get("root"):
                    notes.error("subpackage_root", app.at(key, number))

    def _page(self, notes: Notes, at: int, entry: PageEntry, seen: set[str]) -> None:
        project, path = self.project, entry.path
        if path in seen:
            notes.error("page_twice", at, page=path)
        elif path.startswith("/") or path.endswith((".js", ".json", project.rules.dialect.endings.template)):
            notes.error("page_form", at, page=path)
        elif project.resolve(project.app_path, path) is None or ".." in path.split("/"):
            notes.error("path_climbs", at, path=path)
        elif not entry.package and any(path.startswith(f"{root}/") for root in project.subpackages):
            notes.error("page_in_subpackage", at, page=path)
        else:
            self._page_files(notes, at, project.root + path)

    def _page_files(self, notes: Notes, at: int, stem: str) -> None:
        project = self.project
        template = stem + project.rules.dialect.endings.template
        if template not in project.folder:
            other = project.folder.other_case(template)
            if other:
                notes.error("path_case", at, path=template, other=other)
            else:
                notes.error("page_missing", at, file=template)
        elif not project.script_of(stem):
            notes.error("page_missing", at, file=f"{stem}.js")

    def _entry(self, notes: Notes, app: JsonText) -> None:
        entry = app.get("entryPagePath")
        if isinstance(entry, str) and entry.lstrip("/") not in {page.path for page in self.project.pages}:
            notes.error("page_not_listed", app.at("entryPagePath"), page=entry)
        known = {page.path for page in self.project.pages}
        for page in app.members("preloadRule"):
            if page not in known:
                notes.error("page_not_listed", app.key_at("preloadRule", page), page=page)

    def _window(self, notes: Notes, config: JsonText, way: Way, choices: Mapping[str, tuple[str, ...]]) -> None:
        if way and config.get(*way) is not None and not isinstance(config.get(*way), dict):
            notes.error("json_type", config.at(*way), name=str(way[-1]), kind="object")
        for name, value in config.members(*way).items():
            check_choice(notes, config, (*way, name), value, choices.get(name))
            if name in self.project.rules.more.window.colors:
                check_color(notes, config, (*way, name), value)
        if way:
            self._known_keys(notes, config, way, self._page_keys())

    def _page_keys(self) -> frozenset[str]:
        rules = self.project.rules.more.window
        return rules.keys | frozenset(rules.colors) | frozenset(rules.choices) if rules.keys else frozenset()

    def _keys(self, notes: Notes, app: JsonText) -> None:
        self._known_keys(notes, app, (), self.project.rules.more.app_keys)
        wanted = {"pages": list, "window": dict, "tabBar": dict, "subpackages": list, "subPackages": list}
        wanted |= {"usingComponents": dict, "permission": dict, "requiredPrivateInfos": list, "plugins": dict}
        for name, kind in wanted.items():
            value = app.get(name)
            if value is not None and not isinstance(value, kind) and name != "pages" and name != "window":
                notes.error("json_type", app.at(name), name=name, kind=_KINDS[kind])

    def _known_keys(self, notes: Notes, config: JsonText, way: Way, known: frozenset[str]) -> None:
        for name in config.members(*way) if known else ():
            if name in known or name.startswith("$"):
                continue
            near = nearest(name, known, 0.8)
            if near and near not in config.members(*way):
                notes.error("key_misspelt", config.key_at(*way, name), name=name, near=near)
            else:
                notes.warning("key_unknown", config.key_at(*way, name), name=name)

    def _files(self, notes: Notes, app: JsonText) -> None:
        """Other files and folders that app.json names."""
        for name in ("sitemapLocation", "themeLocation"):
            value = app.get(name)
            path = self.project.resolve(self.project.app_path, value) if isinstance(value, str) else ""
            if isinstance(value, str) and (path is None or path not in self.project.folder):
                notes.error("config_file_missing", app.at(name), file=value)


def check_color(notes: Notes, config: JsonText, way: Way, value: object) -> None:
    if isinstance(value, str) and not _COLOR.fullmatch(value) and not value.startswith("@"):
        notes.error("config_color", config.at(*way), name=str(way[-1]), value=value)


def check_choice(notes: Notes, config: JsonText, way: Way, value: object, words: tuple[str, ...] | None) -> None:
    if words and value not in words and not (isinstance(value, str) and value.startswith("@")):
        notes.error("config_choice", config.at(*way), name=str(way[-1]), words=", ".join(words))


def check_components(project: Project, path: str, tags: frozenset[str] | None) -> None:
    """What a .json declares: each is there and is a component. `tags` are those its template uses, None if that is not
    known.
    """
    notes, config = project.folder.notes(path), project.config(path)
    if config is None:
        return
    if config.get("usingComponents") is not None and not isinstance(config.get("usingComponents"), dict):
        notes.error("json_type", config.at("usingComponents"), name="usingComponents", kind="object")
    for used in project.used_by(path):
        if not _TAG.fullmatch(used.tag):
            notes.error("component_tag", used.key_at, tag=used.tag)
        value = config.get("usingComponents", used.tag)
        if not isinstance(value, str):
            notes.error("json_type", used.at, name=used.tag, kind="string")
        elif value.startswith("plugin://"):
            _plugin(project, notes, value, used.at)
        elif used.path or not value.strip():
            _component(project, notes, used, value, path)
        if tags is not None and used.tag not in tags:
            notes.warning("component_unused", used.key_at, tag=used.tag)


def _plugin(project: Project, notes: Notes, value: str, at: int) -> None:
    app = project.app
    parts = app.members() if app else {}
    named = [parts.get("plugins"), *(one.get("plugins") for one in project.parts)]
    known = {name for plugins in named if isinstance(plugins, dict) for name in plugins}
    name = value.removeprefix("plugin://").split("/")[0]
    if app is not None and name not in known:
        notes.error("plugin_unknown", at, name=name)


def _component(project: Project, notes: Notes, used: Used, value: str, path: str) -> None:
    stem, at, tag = used.path, used.at, used.tag
    if project.resolve(path, value) is None:
        notes.error("path_climbs", at, path=value)
    elif not project.has_unit(stem) and project.is_promised(value):
        notes.warning("npm_not_built", at, path=value)
    elif not project.has_unit(stem):
        other = project.folder.other_case(stem + project.rules.dialect.endings.template)
        if other:
            notes.error("path_case", at, path=value, other=other)
        else:
            notes.error("component_missing", at, path=value)
    elif (config := project.config(f"{stem}.json")) is None:
        if f"{stem}.json" not in project.folder:
            notes.error("component_not_one", at, path=value)
    elif config.get("component") is not True:
        notes.error("component_not_one", at, path=value)
    else:
        waits = tag in project.placeholders(path)
        check_reach(project, notes, f"{stem}.json", at, placeholder=waits)
