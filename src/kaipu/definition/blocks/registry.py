"""Which blocks there are, found by scanning folders: a folder with a `block.yaml` is a block. No list is kept by
hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from kaipu.definition.blocks.manifest import BlockManifest
from kaipu.definition.diagnostics import Diagnostic, Position, Refused
from kaipu.definition.texts import error

BLOCKS_FOLDER: Final = Path(__file__).resolve().parents[2] / "blocks"


class BlockRegistry:
    """The manifests by id, in alphabetical order. Never changes after the scan."""

    def __init__(self, manifests: Mapping[str, BlockManifest]) -> None:
        self._manifests = dict(sorted(manifests.items()))

    @classmethod
    def scan(cls, *folders: Path) -> BlockRegistry:
        """All blocks directly below the folders; Refused with everything wrong in any of them."""
        manifests: dict[str, BlockManifest] = {}
        problems: list[Diagnostic] = []
        for file in (file for folder in folders for file in sorted(folder.glob("*/block.yaml"))):
            try:
                manifest = BlockManifest.read(file.parent)
            except Refused as refused:
                problems += refused.diagnostics
                continue
            if manifest.id in manifests:
                problems.append(error("block_twice", Position(str(file), 1, 1), block=manifest.id))
            manifests[manifest.id] = manifest
        if problems:
            raise Refused(problems)
        return cls(manifests)

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


@cache
def installed_blocks() -> BlockRegistry:
    """The blocks that came with Kaipu, scanned once a process."""
    return BlockRegistry.scan(BLOCKS_FOLDER)
