"""Blocks as the document sees them: what a `block.yaml` says, which blocks there are, and whether props fit.
Knows nothing of how a block is drawn.
"""

from kaipu.definition.blocks.manifest import Bilingual, BlockManifest, Tappable
from kaipu.definition.blocks.registry import BlockRegistry, custom_blocks, installed_blocks, own_blocks
from kaipu.definition.blocks.schema import check_value

__all__ = [
    "Bilingual",
    "BlockManifest",
    "BlockRegistry",
    "Tappable",
    "check_value",
    "custom_blocks",
    "installed_blocks",
    "own_blocks",
]
