"""The shell, the blocks and a platform's runtime as they are on disk, parsed. Files are read anew for each build, and
parsed anew only if their bytes changed.

A source's id is its path below the library: `shell/cart.js`, `blocks/banner/view.wxml`, `runtime/index.js`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeVar

from kaipu.compiler.dialect import Platform
from kaipu.compiler.parse.script import Script, parse_script
from kaipu.compiler.parse.source import decode
from kaipu.compiler.parse.style import Sheet, parse_style
from kaipu.compiler.parse.template import parse_template
from kaipu.compiler.parse.tree import Document
from kaipu.compiler.parts import Parts, parts_of, view_script
from kaipu.compiler.reading import HOME, read_source
from kaipu.compiler.style_parts import styles_of
from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Diagnostic, Position, Refused
from kaipu.definition.tree import JsonObject, load_json

__all__ = ["HOME", "Library", "SourceUnit"]

Parsed = TypeVar("Parsed")


@dataclass(frozen=True, eq=False)
class SourceUnit:
    """A page of the shell, one of its components, or a block."""

    id: str
    """`blocks/banner`, `shell/pages/home`."""
    name: str
    """`banner`, `home`."""
    kind: Literal["page", "component"]
    template: Document
    """With what it includes."""
    parts: Parts
    style: Sheet
    styles: Mapping[str, Sheet]
    """By source id, those that it imports, and these in turn."""
    script: Script
    script_id: str
    config: JsonObject
    """Its .json without the components."""
    uses: Mapping[str, str]
    """Custom tag -> id of the unit."""


@dataclass
class Library:
    """`blocks` maps each block to its folder."""

    blocks: Mapping[str, Path]
    shell: Path = HOME / "shell"
    runtime: Path | None = None
    family: Path | None = None
    problems: list[Diagnostic] = field(default_factory=list)
    faults: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """What checking found, by the id of the unit; for whoever checks."""
    _read: dict[str, bytes | None] = field(default_factory=dict)
    _runtime_read: dict[str, bytes | None] = field(default_factory=dict)
    _units: dict[str, SourceUnit] = field(default_factory=dict)
    _names: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def on(self, platform: Platform) -> Library:
        """The same with a platform's runtime. What is the same on all platforms is read, parsed and checked once."""
        bundled = platform.dialect.bundled
        return Library(
            self.blocks,
            self.shell,
            None if bundled else platform.runtime,
            None if bundled else platform.family,
            problems=self.problems,
            faults=self.faults,
            _read=self._read,
            _units=self._units,
            _names=self._names,
        )

    def units(self) -> tuple[SourceUnit, ...]:
        """Those that were opened so far."""
        return tuple(self._units.values())

    def block(self, name: str) -> SourceUnit:
        return self._unit(f"blocks/{name}", name, "view", "style", "script")

    def page(self, name: str) -> SourceUnit:
        return self._unit(f"shell/pages/{name}", name, name, name, name)

    def component(self, unit_id: str) -> SourceUnit:
        """One of the shell's own, such as `shell/parts/stepper`."""
        name = posixpath.basename(unit_id)
        return self._unit(unit_id, name, name, name, name)

    def page_names(self) -> tuple[str, ...]:
        if "pages" not in self._names:
            files = self.shell.glob("pages/*/*.wxml")
            self._names["pages"] = tuple(sorted(file.stem for file in files if file.stem == file.parent.name))
        return self._names["pages"]

    def icon_names(self) -> tuple[str, ...]:
        if "icons" not in self._names:
            self._names["icons"] = tuple(sorted(file.stem for file in self.shell.glob("icons/*.png")))
        return self._names["icons"]

    def script(self, source_id: str) -> Script | None:
        """None if there is no such file; its problems are kept."""
        raw = self.read(source_id)
        return None if raw is None else self._keep(_script(raw, source_id))

    def style(self, source_id: str) -> Sheet:
        """Empty if there is no such file."""
        return self._keep(_style(self.read(source_id) or b"", source_id))

    def template(self, source_id: str) -> Document:
        """Empty, and told, if there is no such file."""
        return self._keep(_template(self._needed(source_id), source_id))

    def view_module(self, source_id: str) -> Script:
        """A script that templates call; empty, and told, if there is no such file."""
        return self._keep(_view_module(self._needed(source_id), source_id))

    def exists(self, source_id: str) -> bool:
        return self.read(source_id) is not None

    def read(self, source_id: str) -> bytes | None:
        kept = self._runtime_read if source_id.startswith(("runtime/", "family/")) else self._read
        if source_id not in kept:
            path = self._path(source_id)
            kept[source_id] = read_source(path, source_id, self.problems) if path else None
        return kept[source_id]

    def _path(self, source_id: str) -> Path | None:
        root, _, rest = source_id.partition("/")
        if root == "blocks":
            name, _, rest = rest.partition("/")
            folder = self.blocks.get(name)
        else:
            folder = {"shell": self.shell, "runtime": self.runtime, "family": self.family}.get(root)
        inside = folder is not None and ".." not in rest.split("/")
        return folder / rest if folder and inside else None

    def _unit(self, unit_id: str, name: str, view: str, style: str, script: str) -> SourceUnit:
        if unit_id in self._units:
            return self._units[unit_id]
        kind: Literal["page", "component"] = "page" if unit_id.startswith("shell/pages/") else "component"
        config, uses = self._config(f"{unit_id}/{name}.json", unit_id)
        sheet = self.style(f"{unit_id}/{style}.wxss")
        template, parts = parts_of(unit_id, self.template(f"{unit_id}/{view}.wxml"), self)
        unit = SourceUnit(
            unit_id,
            name,
            kind,
            template,
            parts,
            sheet,
            styles_of(unit_id, sheet, self),
            self._keep(_script(self._needed(f"{unit_id}/{script}.js"), f"{unit_id}/{script}.js")),
            f"{unit_id}/{script}.js",
            config,
            uses,
        )
        self._units[unit_id] = unit
        return unit

    def _needed(self, source_id: str) -> bytes:
        raw = self.read(source_id)
        if raw is None:
            self.problems.append(messages().error("file_missing", Position(source_id, 1, 1)))
        return raw or b""

    def _config(self, source_id: str, unit_id: str) -> tuple[JsonObject, dict[str, str]]:
        raw = self.read(source_id)
        if raw is None:
            return {}, {}
        try:
            value = load_json(raw, file=source_id)
        except Refused as refused:
            self.problems += refused.diagnostics
            return {}, {}
        config = dict(value) if isinstance(value, dict) else {}
        declared = config.pop("usingComponents", {})
        config.pop("component", None)
        pairs = declared.items() if isinstance(declared, dict) else ()
        return config, {tag: _unit_id(unit_id, str(path)) for tag, path in pairs}

    def _keep(self, parsed: tuple[Parsed, tuple[Diagnostic, ...]]) -> Parsed:
        self.problems += parsed[1]
        return parsed[0]


def _unit_id(from_id: str, path: str) -> str:
    """`../../parts/stepper/stepper` as written in a unit's .json, to the id of the unit's folder."""
    joined = f"shell{path}" if path.startswith("/") else posixpath.normpath(f"{from_id}/{path}")
    return posixpath.dirname(joined)


@lru_cache(maxsize=512)
def _template(raw: bytes, file: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    source, unreadable = decode(raw, file)
    document, problems = parse_template(source)
    return document, unreadable + problems


@lru_cache(maxsize=512)
def _style(raw: bytes, file: str) -> tuple[Sheet, tuple[Diagnostic, ...]]:
    source, unreadable = decode(raw, file)
    sheet, problems = parse_style(source)
    return sheet, unreadable + problems


@lru_cache(maxsize=512)
def _script(raw: bytes, file: str) -> tuple[Script, tuple[Diagnostic, ...]]:
    source, unreadable = decode(raw, file)
    script, problems = parse_script(source)
    return script, unreadable + problems


@lru_cache(maxsize=256)
def _view_module(raw: bytes, file: str) -> tuple[Script, tuple[Diagnostic, ...]]:
    source, unreadable = decode(raw, file)
    script, problems = view_script(source)
    return script, unreadable + problems
