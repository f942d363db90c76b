"""The values that pass between the phases: what is built (`BuildSource`) and what lowering makes of it (`Project`).

A project is neutral: its templates are trees, its styles and scripts are parsed. Only a platform's dialect turns it
into text. Always holds: paths are relative, use `/`, never climb out, and have no ending unless they name a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from kaipu.compiler.parse.script import Script
from kaipu.compiler.parse.style import Sheet
from kaipu.compiler.parse.tree import Document
from kaipu.definition.tree import JsonObject

Files: TypeAlias = dict[str, bytes]
"""Path in the package -> content."""


@dataclass(frozen=True, slots=True, eq=False)
class BuildSource:
    """One shop's release and what its first paint needs; all JSON values were validated by whoever made it."""

    slug: str
    definition: JsonObject
    """Complete: nothing left to defaults."""
    catalog: JsonObject
    shop: JsonObject
    api_base: str
    """Such as `http://127.0.0.1:8000/api/shop/noodle`, without a slash at the end."""
    pictures_base: str
    """What `picture:` names are appended to."""
    sha256: str
    """Of the release's canonical JSON."""
    blocks: Mapping[str, int]
    """The blocks in use and the version each is pinned to."""


@dataclass(frozen=True, slots=True)
class Options:
    """How packages are built, whichever the shop."""

    minify: bool = False
    source_maps: bool = False
    """Whether each script's way back to its source is made too, to be kept beside the package."""
    newer_framework: frozenset[str] = frozenset()
    """The pages that ask for the newer component framework where a platform has two; `*` is all of them."""


class _ByDigest:
    """Two values of one digest are the same, so that what was made of one serves for the other."""

    __slots__ = ()
    digest: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)


@dataclass(frozen=True, eq=False)
class Module(_ByDigest):
    """A script's place in the package, and where each path it requires leads there."""

    path: str
    """With its ending, such as `kaipu/cart.js`."""
    script: Script
    requires: Mapping[str, str | None]
    """None: it is outside of this project, and stays as it is written."""
    digest: str


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A further file of a unit: a template or a style that is imported, or a script that templates call."""

    path: str
    """Without an ending, such as `blocks/banner/rows`."""
    content: Document | Sheet | Script


@dataclass(frozen=True, eq=False)
class Unit(_ByDigest):
    """A page or a component: four files on every platform, and further ones beside them."""

    path: str
    """`pages/home/home`, `blocks/banner/banner`: without an ending."""
    kind: Literal["page", "component"]
    template: Document
    style: Sheet
    module: Module
    config: JsonObject
    """What the source's .json says apart from its components, in the source's spelling."""
    uses: Mapping[str, str]
    """Custom tag -> path of the unit."""
    later: frozenset[str]
    """Those of the custom tags that a page does not show as it was built, though what is published later may."""
    digest: str
    """Of everything above."""
    parts: tuple[Part, ...] = ()
    package: str = ""
    """Folder of the subpackage it waits in, which its path begins with; "" in the main package."""


@dataclass(frozen=True, slots=True)
class Tab:
    page: str
    """Path of the page's unit, such as `pages/home/home`."""
    label: str
    icon: str
    """Path in the package of the PNG in the muted colour."""
    icon_selected: str
    """The same in the theme's primary colour."""


@dataclass(frozen=True, slots=True)
class Theme:
    primary: str
    accent: str
    background: str
    surface: str
    text: str
    radius_px: int

    @property
    def muted(self) -> str:
        """What stands back: the text's colour, nearly half way to the background."""
        pairs = zip(_channels(self.text), _channels(self.background), strict=True)
        return "#" + "".join(f"{round(text + (ground - text) * 0.45):02X}" for text, ground in pairs)


@dataclass(frozen=True, slots=True, eq=False)
class Project:
    """Everything a platform needs to write its package."""

    source: BuildSource | None
    """None when only the shell and the blocks are wanted: a bundle that serves any shop."""
    name: str
    theme: Theme
    app_style: Sheet
    units: tuple[Unit, ...]
    """Pages first, the entry page first of all."""
    modules: tuple[Module, ...]
    """All scripts that are no unit's; the first is `app.js`."""
    tabs: tuple[Tab, ...]
    assets: Mapping[str, bytes]
    """Icons and other files that are copied as they are."""
    blocks: Mapping[str, int]
    """Block -> version, for the manifest."""
    minify: bool
    newer_framework: frozenset[str] = frozenset()
    """As in `Options`."""
    ext: JsonObject | None = None
    """What a package that serves any shop is told about its shop; None if it is a shop's own."""
    homes: Mapping[str, Path] = field(default_factory=dict)
    """Block -> the folder it was read from."""

    @property
    def slug(self) -> str:
        """What the package is called in files and tools."""
        return self.source.slug if self.source else "kaipu"

    def asks_for_newer_framework(self, page: Unit) -> bool:
        return not self.newer_framework.isdisjoint({"*", page.path.rpartition("/")[2]})

    @property
    def pages(self) -> tuple[Unit, ...]:
        """Those of the main package."""
        return tuple(unit for unit in self.units if unit.kind == "page" and not unit.package)

    @property
    def subpackages(self) -> dict[str, tuple[Unit, ...]]:
        """Folder of the subpackage -> the pages in it; it may hold components alone."""
        folders = sorted({unit.package for unit in self.units if unit.package})
        return {
            name: tuple(unit for unit in self.units if unit.package == name and unit.kind == "page") for name in folders
        }

    @property
    def scripts(self) -> tuple[Script, ...]:
        return tuple(module.script for module in (*self.modules, *(unit.module for unit in self.units)))

    @property
    def components(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.kind == "component")


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
