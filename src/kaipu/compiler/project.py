"""The values that pass between the phases: what is built (`BuildSource`) and what lowering makes of it (`Project`).

A project is neutral: its templates are trees, its styles and scripts are parsed. Only a platform's dialect turns it into text.
Always holds: paths are relative, use `/`, never climb out, and have no ending unless they name a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kaipu.compiler.parse.script import Script
from kaipu.compiler.parse.style import Sheet
from kaipu.compiler.parse.tree import Document
from kaipu.definition.tree import JsonObject

Files: TypeAlias = dict[str, bytes]
"""Path in the package -> content."""


@dataclass(frozen=True, slots=True)
class BuildSource:
    """One shop's release and what its first paint needs; all JSON values were validated by whoever made it."""

    slug: str
    definition: JsonObject
    catalog: JsonObject
    shop: JsonObject
    api_base: str
    """Such as `http://127.0.0.1:8000/api/shop/noodle`, without a slash at the end."""
    pictures_base: str
    """What `picture:` names are appended to, with a slash at the end."""
    sha256: str
    """Of the release's canonical JSON."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A page or a component: four files on every platform."""

    path: str
    """`pages/home/home`, `blocks/banner/banner`: without an ending."""
    kind: Literal["page", "component"]
    template: Document
    style: Sheet
    script: Script
    config: Mapping[str, object]
    """What the source's .json says apart from its components, in the source's spelling."""
    uses: Mapping[str, str]
    """Custom tag -> path of the unit."""
    digest: str
    """Of everything above: two units of one digest print alike."""


@dataclass(frozen=True, slots=True)
class Module:
    """A script that is neither page nor component, such as `kaipu/cart.js`."""

    path: str
    script: Script


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


@dataclass(frozen=True, slots=True)
class Project:
    """Everything a platform needs to write its package."""

    source: BuildSource | None
    """None when only the shell and the blocks are wanted (a bundle that serves any shop)."""
    name: str
    theme: Theme
    app_script: Module
    app_style: Sheet
    units: tuple[Unit, ...]
    """Pages first, the entry page first of all."""
    modules: tuple[Module, ...]
    tabs: tuple[Tab, ...]
    assets: Mapping[str, bytes]
    """Icons and other files that are copied as they are."""
    blocks: Mapping[str, int]
    """Block id -> version, for the manifest."""
    minify: bool

    @property
    def pages(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.kind == "page")

    @property
    def components(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.kind == "component")
