"""The files of a mini-program and how they hang together. Paths are from the folder that was asked for; what app.json
and the scripts name is relative to the mini-program's own root, which may lie below.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from kaipu.lint.folder import Folder
from kaipu.lint.json_text import JsonText, read_json
from kaipu.lint.rules import Rules

_SCRIPTS: Final = (".js", ".ts")
_TOOL: Final = re.compile(r"(?:[^/]+\.config|gulpfile[^/]*|\.[^/]+)\.js")
_SCHEMES: Final = ("http:", "https:", "//", "data:", "cloud:", "wxfile:", "plugin:", "plugin-private:", "ext:", "blob:")


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page as app.json names it: `pages/home/home`, in a subpackage with the subpackage's root."""

    path: str
    package: str
    """Root of its subpackage, "" for the main package."""
    way: tuple[str | int, ...]
    """Where app.json says so."""


@dataclass(frozen=True, slots=True)
class Used:
    """A component that a configuration declares."""

    tag: str
    path: str
    """From the folder that was asked for, without an ending; "" if it is not among the files and need not be."""
    at: int
    """Of the value in the configuration."""
    key_at: int


@dataclass
class Project:
    folder: Folder
    rules: Rules
    root: str = ""
    """Of the mini-program, below the folder: `miniprogram/`, or ""."""
    _configs: dict[str, JsonText | None] = field(default_factory=dict)

    @property
    def app_path(self) -> str:
        return f"{self.root}app.json"

    @property
    def app(self) -> JsonText | None:
        return self.config(self.app_path)

    @cached_property
    def pages(self) -> tuple[PageEntry, ...]:
        app = self.app
        if app is None:
            return ()
        found = [
            PageEntry(page, "", ("pages", number))
            for number, page in enumerate(app.items("pages"))
            if isinstance(page, str)
        ]
        for key in ("subpackages", "subPackages"):
            for number, part in enumerate(app.items(key)):
                place = part.get("root") if isinstance(part, dict) else None
                for index, page in enumerate(app.items(key, number, "pages")):
                    if isinstance(place, str) and isinstance(page, str):
                        whole = posixpath.normpath(f"{place.strip('/')}/{page}")
                        found.append(PageEntry(whole, place.strip("/"), (key, number, "pages", index)))
        return tuple(found)

    @cached_property
    def subpackages(self) -> tuple[str, ...]:
        """Their roots."""
        return tuple(dict.fromkeys(page.package for page in self.pages if page.package))

    @cached_property
    def parts(self) -> tuple[Mapping[str, object], ...]:
        """Each subpackage as app.json describes it."""
        app = self.app
        every = [part for key in ("subpackages", "subPackages") for part in (app.items(key) if app else ())]
        return tuple(part for part in every if isinstance(part, dict))

    @cached_property
    def independent(self) -> frozenset[str]:
        """Roots of subpackages that start without the main package."""
        return frozenset(str(part.get("root", "")).strip("/") for part in self.parts if part.get("independent") is True)

    def part_of(self, path: str) -> str:
        """The root of the subpackage that a file lies in; "" for the main package."""
        inside = path.removeprefix(self.root)
        return next((root for root in self.subpackages if inside.startswith(f"{root}/")), "")

    def placeholders(self, path: str) -> frozenset[str]:
        """Tags that have a stand-in while their component is not on the phone yet."""
        key = self.rules.dialect.placeholder
        configs = [self.config(path), self.app] if key else []
        return frozenset(tag for config in configs if config is not None for tag in config.members(key))

    def files(self, ending: str) -> list[str]:
        """Those of the mini-program itself, without what came from npm, runs in the cloud or builds the project."""
        return [
            path
            for path in self.folder.sizes
            if path.endswith(ending)
            and path.startswith(self.root)
            and "miniprogram_npm/" not in path
            and not path.startswith(self._elsewhere)
            and not (ending == ".js" and _TOOL.fullmatch(path))
        ]

    @cached_property
    def _elsewhere(self) -> tuple[str, ...]:
        """Folders of functions for a server, and of scripts that Node runs."""
        configs = [self.config(name) for name in self.rules.more.projects]
        clouds = [str(one.get("cloudfunctionRoot") or "").strip("./") for one in configs if one is not None]
        package = self.config("package.json")
        tools = ("scripts/", "build/") if package is not None and package.members("devDependencies") else ()
        return (*(f"{cloud}/" for cloud in clouds if cloud), *tools)

    def config(self, path: str) -> JsonText | None:
        """None if there is no such file or it cannot be read, which is told."""
        if path not in self._configs:
            source = self.folder.source(path)
            self._configs[path] = read_json(self.folder.notes(path)) if source is not None else None
        return self._configs[path]

    def is_local(self, address: str) -> bool:
        """Whether it names a file of the package."""
        return bool(address.strip()) and "{{" not in address and not address.strip().lower().startswith(_SCHEMES)

    def resolve(self, from_file: str, address: str) -> str | None:
        """The path a file means by an address; None if it climbs out of the mini-program."""
        address = address.strip().split("?")[0].split("#")[0]
        if address.startswith("/"):
            joined = posixpath.normpath(self.root + address.lstrip("/"))
        else:
            joined = posixpath.normpath(posixpath.join(posixpath.dirname(from_file), address))
        climbs = joined == ".." or joined.startswith("../")
        return None if climbs or not f"{joined}/".startswith(self.root) else joined

    def script_of(self, stem: str) -> str:
        """The script beside a template; "" if there is none."""
        return next((stem + ending for ending in _SCRIPTS if stem + ending in self.folder), "")

    def has_unit(self, stem: str) -> bool:
        """Whether there is a page or component of that name: its template and its script."""
        return (stem + self.rules.dialect.endings.template) in self.folder and bool(self.script_of(stem))

    def used_by(self, path: str) -> tuple[Used, ...]:
        """What a .json declares."""
        config = self.config(path)
        if config is None:
            return ()
        return tuple(
            Used(
                tag,
                self._component(path, value) if isinstance(value, str) else "",
                config.at("usingComponents", tag),
                config.key_at("usingComponents", tag),
            )
            for tag, value in config.members("usingComponents").items()
        )

    def _component(self, from_file: str, value: str) -> str:
        if not self.is_local(value):
            return ""
        plain = self.resolve(from_file, value) or "?"
        candidates = [plain, f"{plain}/index"]
        if not value.startswith((".", "/")):
            candidates += [f"{self.root}{value}", f"{self.root}miniprogram_npm/{value}"]
            candidates += [f"{one}/index" for one in candidates[-2:]]
        return next((one for one in candidates if self._is_component(one)), plain)

    def _is_component(self, stem: str) -> bool:
        endings = (self.rules.dialect.endings.template, ".json", ".js", ".ts")
        return any(stem + ending in self.folder for ending in endings)

    @cached_property
    def promised(self) -> frozenset[str]:
        """Packages that the platform's tool puts in when it builds: those of package.json and of extended libraries."""
        found = {"weui-miniprogram"} if self.app and self.app.get("useExtendedLib") else set()
        for path in {"package.json", f"{self.root}package.json"}:
            config = self.config(path)
            found |= set(config.members("dependencies")) if config else set()
        return frozenset(found)

    def is_promised(self, address: str) -> bool:
        parts = address.split("/")
        return not address.startswith((".", "/")) and bool({parts[0], "/".join(parts[:2])} & self.promised)

    @cached_property
    def components(self) -> frozenset[str]:
        """Every unit that some configuration declares as a component, or that calls itself one."""
        found = {used.path for path in self.files(".json") for used in self.used_by(path)}
        pages = {self.root + page.path for page in self.pages}
        for path in self.folder.sizes:
            if path.endswith(".json") and path.removesuffix(".json") not in pages:
                config = self._configs.get(path)
                if config is not None and config.get("component") is True:
                    found.add(path.removesuffix(".json"))
        return frozenset(found - {""})
