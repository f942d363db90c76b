"""Sees to the blocks that did not come with Kaipu, before anything is served."""

from __future__ import annotations

from kaipu.definition.blocks.sources import custom_folders


def ready_blocks() -> None:
    """Each is checked, and compiled for the web if it has changed. Refused if one cannot be used: nothing is served."""
    if not custom_folders():
        return
    from kaipu.compiler.custom import usable_blocks
    from kaipu.platforms.web.bundle import load_bundle
    from kaipu.platforms.web.joining import keep_blocks

    keep_blocks(usable_blocks().customs(), load_bundle())
