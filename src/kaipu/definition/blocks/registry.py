"""Which blocks there are, found by scanning folders: a folder with a `block.yaml` is a block. No list is kept by
hand, and a folder with a bad block in it is not half used: none of it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from kaipu.definition.blocks.manifest import BlockManifest
from kaipu.definition.blocks.sources import custom_folders
from kaipu.definition.blocks.strange_files import strange_files
from kaipu.definition.diagnostics import Diagnostic, Position, Refused
from kaipu.definition.texts import error

BLOCKS_FOLDER: Final = Path(__file__).resolve().parents[2] / "blocks"


class BlockRegistry:
    """The manifests by id, in alphabetical order. Never changes after the scan."""

    def __init__(self, manifests: Mapping[str, BlockManifest]) -> None:
        self._manifests = dict(sorted(manifests.items()))

    @classmethod
    def scan(cls, *folders: Path) -> BlockRegistry:
        """All blocks of the folders, each a block's own or one that holds blocks directly below it. Refused with
        everything wrong in any of them.
        """
        manifests: dict[str, BlockManifest] = {}
        problems: list[Diagnostic] = []
        homes = [home for folder in folders for home in _homes(Path(os.path.realpath(folder)), problems)]
        for found in _read_all(dict.fromkeys(homes), problems):
            if found.id in manifests:
                problems.append(error("block_twice", _start(found.folder / "block.yaml"), block=found.id))
            manifests[found.id] = found
        if problems:
            raise Refused(problems)
        return cls(manifests)

    def customs(self) -> BlockRegistry:
        """Those that did not come with Kaipu."""
        return BlockRegistry({one.id: one for one in self if one.folder.parent != BLOCKS_FOLDER})

    def __getitem__(self, block: str) -> BlockManifest:
        return self._manifests[block]

    def __contains__(self, block: object) -> bool:
        return block in self._manifests

    def __iter__(self) -> Iterator[BlockManifest]:
        return iter(self._manifests.values())

    def __len__(self) -> int:
        return len(self._manifests)

    def get(self, block: str) -> BlockManifest | None:
        return self._manifests.get(block)


def _homes(folder: Path, problems: list[Diagnostic]) -> list[Path]:
    """The folders of the blocks that are there."""
    homes = [folder] if (folder / "block.yaml").exists() else [file.parent for file in folder.glob("*/block.yaml")]
    if not homes:
        problems.append(error("blocks_missing", _start(folder), folder=folder.name))
    return sorted(homes)


def _read_all(homes: Iterable[Path], problems: list[Diagnostic]) -> Iterator[BlockManifest]:
    for home in homes:
        strange = list(strange_files(home)) if home.parent != BLOCKS_FOLDER else []
        problems += strange
        if any(isinstance(one.where, Position) and one.where.file == str(home / "block.yaml") for one in strange):
            continue
        try:
            yield BlockManifest.read(home)
        except Refused as refused:
            problems += refused.diagnostics


def _start(file: Path) -> Position:
    return Position(str(file), 1, 1)


@cache
def own_blocks() -> BlockRegistry:
    """The blocks that came with Kaipu, scanned once a process."""
    return BlockRegistry.scan(BLOCKS_FOLDER)


@cache
def custom_blocks() -> BlockRegistry:
    """Those of KAIPU_BLOCKS and of installed packages, without Kaipu's own; Refused like `installed_blocks`."""
    return BlockRegistry.scan(*custom_folders())


@cache
def installed_blocks(*folders: Path) -> BlockRegistry:
    """Kaipu's own, those of KAIPU_BLOCKS and of installed packages, and those of the given folders; scanned once a
    process. Refused, with everything wrong, if one of them cannot be used.
    """
    return BlockRegistry.scan(BLOCKS_FOLDER, *custom_folders(), *folders)
