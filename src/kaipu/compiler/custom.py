"""Blocks that did not come with Kaipu are checked to their last file before any is used: a bad one is refused whole,
with the places in its own files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kaipu.compiler.analyze.check import check_units
from kaipu.compiler.library import Library
from kaipu.compiler.lower.project import lower_all
from kaipu.definition.blocks import BlockRegistry, installed_blocks
from kaipu.definition.diagnostics import Diagnostic, Position, Refused


def usable_blocks(*folders: Path) -> BlockRegistry:
    """All installed blocks and those of the folders. Refused with everything wrong in any of the custom ones."""
    registry = installed_blocks(*folders)
    homes = {manifest.id: manifest.folder for manifest in registry.customs()}
    with told_at_home(registry):
        problems = _problems(homes) if homes else ()
        if problems:
            raise Refused(problems)
    return registry


@contextmanager
def told_at_home(registry: BlockRegistry) -> Iterator[None]:
    """What is refused meanwhile is told in the blocks' own files: the compiler speaks of `blocks/<block>/...`."""
    try:
        yield
    except Refused as refused:
        homes = {manifest.id: manifest.folder for manifest in registry.customs()}
        raise Refused([_at_home(problem, homes) for problem in refused.diagnostics]) from refused


def _problems(homes: Mapping[str, Path]) -> tuple[Diagnostic, ...]:
    library = Library(homes)
    try:
        lower_all(library, dict.fromkeys(homes, 1))
    except Refused as refused:
        return refused.diagnostics
    return tuple(check_units(library))


def _at_home(problem: Diagnostic, homes: Mapping[str, Path]) -> Diagnostic:
    if not isinstance(problem.where, Position):
        return problem
    root, _, rest = problem.where.file.partition("/")
    block, _, name = rest.partition("/")
    if root != "blocks" or block not in homes:
        return problem
    return replace(problem, where=replace(problem.where, file=str(homes[block] / name)))
