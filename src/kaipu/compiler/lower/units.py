"""From a unit as it is in the source to a unit at its place in the package."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from kaipu.compiler.library import SourceUnit
from kaipu.compiler.lower.assets import assets_of
from kaipu.compiler.lower.modules import Modules
from kaipu.compiler.lower.nodes import block_tag, place_blocks
from kaipu.compiler.project import Unit
from kaipu.definition.diagnostics import Diagnostic


@dataclass
class Units:
    """`blocks` are those that pages can show."""

    modules: Modules
    blocks: tuple[str, ...]
    problems: list[Diagnostic] = field(default_factory=list)
    assets: dict[str, bytes] = field(default_factory=dict)
    _started: set[str] = field(default_factory=set)
    _components: dict[str, Unit] = field(default_factory=dict)

    def page(self, name: str, as_name: str = "", shows: frozenset[str] | None = None) -> Unit:
        """A page of the shell, under its own name or another. `shows`: the blocks it is known to show at first."""
        source = self.modules.library.page(name)
        place = as_name or name
        return self._unit(source, f"pages/{place}/{place}", shows)

    def block(self, name: str) -> Unit:
        return self._unit(self.modules.library.block(name), _block_path(name))

    def components(self) -> tuple[Unit, ...]:
        """The shell's own components that the units used."""
        return tuple(sorted(self._components.values(), key=lambda unit: unit.path))

    def _unit(self, source: SourceUnit, path: str, shows: frozenset[str] | None = None) -> Unit:
        template, problems = place_blocks(source.template, self.blocks)
        self.problems += problems
        self.assets |= assets_of(source, self.modules.library, self.problems)
        uses = {tag: self._used(unit_id) for tag, unit_id in source.uses.items()}
        later: frozenset[str] = frozenset()
        if template is not source.template:
            later = frozenset(block_tag(block) for block in self.blocks if shows is not None and block not in shows)
            uses |= {block_tag(block): _block_path(block) for block in self.blocks}
        module = self.modules.module(source.script_id, source.script, f"{path}.js")
        described = (
            path,
            module.digest,
            template.source.text,
            source.style.source.text,
            source.config,
            uses,
            self.blocks,
            sorted(later),
        )
        digest = hashlib.sha256(repr(described).encode("utf-8", "surrogatepass")).hexdigest()
        return Unit(path, source.kind, template, source.style, module, source.config, uses, later, digest)

    def _used(self, unit_id: str) -> str:
        path = f"{unit_id.removeprefix('shell/')}/{unit_id.rpartition('/')[2]}"
        if unit_id not in self._started:
            self._started.add(unit_id)
            source = self.modules.library.component(unit_id)
            self._components[unit_id] = self._unit(source, path)
        return path


def _block_path(block: str) -> str:
    return f"blocks/{block}/{block}"
