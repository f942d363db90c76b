"""From a unit as it is in the source to a unit at its place in the package."""

from __future__ import annotations

import hashlib
import posixpath
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from kaipu.compiler.library import SourceUnit
from kaipu.compiler.lower.assets import assets_of
from kaipu.compiler.lower.modules import Modules
from kaipu.compiler.lower.nodes import block_tag, place_blocks
from kaipu.compiler.parse.script import Script
from kaipu.compiler.parse.style import Sheet
from kaipu.compiler.parse.tree import Document, documents
from kaipu.compiler.project import Module, Part, Unit
from kaipu.definition.diagnostics import Diagnostic

SUBPACKAGE: Final = "more"
"""Folder of the one subpackage there may be."""


@dataclass
class Units:
    """`blocks` are those that pages can show; `rest`, if any, the tag that draws what other blocks there may be."""

    modules: Modules
    blocks: tuple[str, ...]
    rest: str = ""
    apart: frozenset[str] = frozenset()
    """The pages and blocks that wait in the subpackage: `pages/order`, `blocks/banner`."""
    problems: list[Diagnostic] = field(default_factory=list)
    assets: dict[str, bytes] = field(default_factory=dict)
    _started: set[str] = field(default_factory=set)
    _components: dict[str, Unit] = field(default_factory=dict)

    def page(self, name: str, as_name: str = "", shows: frozenset[str] | None = None) -> Unit:
        """A page of the shell, under its own name or another. `shows`: the blocks it is known to show at first."""
        source = self.modules.library.page(name)
        place = as_name or name
        package = self._package(f"pages/{place}")
        return self._unit(source, _inside(package, f"pages/{place}/{place}"), shows, package)

    def block(self, name: str) -> Unit:
        return self._unit(
            self.modules.library.block(name), self._block_path(name), None, self._package(f"blocks/{name}")
        )

    def components(self) -> tuple[Unit, ...]:
        """The shell's own components that the units used."""
        return tuple(sorted(self._components.values(), key=lambda unit: unit.path))

    def _package(self, name: str) -> str:
        return SUBPACKAGE if name in self.apart else ""

    def _block_path(self, block: str) -> str:
        return _inside(self._package(f"blocks/{block}"), f"blocks/{block}/{block}")

    def _unit(self, source: SourceUnit, path: str, shows: frozenset[str] | None = None, package: str = "") -> Unit:
        template, problems = place_blocks(source.template, self.blocks, self.rest)
        self.problems += problems
        assets = assets_of(source, self.modules.library, self.problems)
        self.assets |= {_inside(package if name.startswith("blocks/") else "", name): assets[name] for name in assets}
        uses = {tag: self._used(unit_id) for tag, unit_id in source.uses.items()}
        later: frozenset[str] = frozenset()
        if template is not source.template:
            later = frozenset(block_tag(block) for block in self.blocks if self._waits(block, shows, package))
            uses |= {block_tag(block): self._block_path(block) for block in self.blocks}
            uses |= {self.rest: self.rest} if self.rest else {}
        module = self.modules.module(source.script_id, source.script, f"{path}.js")
        placed = () if template is source.template else (*self.blocks, self.rest)
        return _made(source, path, template, placed, module, tuple(uses.items()), later, package)

    def _waits(self, block: str, shows: frozenset[str] | None, package: str) -> bool:
        """Whether a page may open before the block is there: it does not show it, or its package comes later."""
        return (shows is not None and block not in shows) or self._package(f"blocks/{block}") not in ("", package)

    def _used(self, unit_id: str) -> str:
        path = f"{unit_id.removeprefix('shell/')}/{unit_id.rpartition('/')[2]}"
        if unit_id not in self._started:
            self._started.add(unit_id)
            source = self.modules.library.component(unit_id)
            self._components[unit_id] = self._unit(source, path)
        return path


def _inside(package: str, path: str) -> str:
    return f"{package}/{path}" if package else path


@lru_cache(maxsize=256)
def _made(
    source: SourceUnit,
    path: str,
    template: Document,
    placed: tuple[str, ...],
    module: Module,
    uses: tuple[tuple[str, str], ...],
    later: frozenset[str],
    package: str,
) -> Unit:
    style, config = source.style, source.config
    parts = _parts(source, posixpath.dirname(path))
    texts = [one.source.text for one in documents(template)], [_text(part) for part in parts]
    described = (path, module.digest, texts, placed, style.source.text, config, uses, sorted(later))
    digest = hashlib.sha256(repr(described).encode("utf-8", "surrogatepass")).hexdigest()
    return Unit(path, source.kind, template, style, module, config, dict(uses), later, digest, parts, package)


def _parts(source: SourceUnit, folder: str) -> tuple[Part, ...]:
    """Beside the unit as they are in the source."""
    found: dict[str, Document | Sheet | Script] = {
        **source.parts.templates,
        **source.parts.modules,
        **source.styles,
    }
    return tuple(
        Part(folder + posixpath.splitext(name.removeprefix(source.id))[0], content)
        for name, content in sorted(found.items())
    )


def _text(part: Part) -> tuple[str, ...]:
    content = part.content
    sources = [one.source for one in documents(content)] if isinstance(content, Document) else [content.source]
    return (part.path, *(one.text for one in sources))
