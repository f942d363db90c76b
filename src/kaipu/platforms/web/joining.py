"""Compiles blocks for the web, so that they join the bundle that is there. Needs Node and Kaipu's checkout."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kaipu.definition import BlockManifest, BlockRegistry, Position, Refused
from kaipu.definition.blocks import own_blocks
from kaipu.platforms.emit import emit, write
from kaipu.platforms.web.bundle import Bundle, messages
from kaipu.platforms.web.joined import MANIFEST, JoinedBlock, joined_folder, kept_block, loaded_block, mark_of

_TOOL: Final = Path(__file__).resolve().parents[4] / "tools/bundle/blocks.mjs"
_LONGEST_WAIT_S: Final = 120


def joined_block(block: BlockManifest, bundle: Bundle) -> JoinedBlock:
    """What was kept, else what is compiled on the spot. Refused if neither can be."""
    return kept_block(block.folder, bundle) or next(compile_blocks([block], bundle))


def keep_blocks(blocks: Iterable[BlockManifest], bundle: Bundle) -> list[str]:
    """Compiles those that have changed and keeps them in their folders; their names. Refused if one cannot be."""
    changed = [block for block in blocks if kept_block(block.folder, bundle) is None]
    homes = {block.id: block.folder for block in changed}
    for made in compile_blocks(changed, bundle):
        _keep(made, homes[made.id], bundle)
    return list(homes)


def compile_blocks(blocks: list[BlockManifest], bundle: Bundle) -> Iterator[JoinedBlock]:
    """With one run of Node for all of them."""
    if not blocks:
        return
    with tempfile.TemporaryDirectory(prefix="kaipu-blocks-") as name:
        app, out = Path(name) / "app", Path(name) / "out"
        everything = {block.id: block for block in (*own_blocks(), *blocks)}
        write(emit(Path(__file__).parent.name, BlockRegistry(everything)), app)
        words = ["--app", str(app), "--bundle", str(bundle.folder), "--out", str(out)]
        _run([*words, *(block.id for block in blocks)], blocks[0])
        for block in blocks:
            yield loaded_block(block.id, out / block.id)


def _run(words: list[str], first: BlockManifest) -> None:
    node, place = shutil.which("node"), Position(str(first.folder), 1, 1)
    if node is None or not _TOOL.is_file():
        raise Refused([messages().error("web_block_needs_node", place, block=first.id)])
    command = [node, str(_TOOL), *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST_WAIT_S, check=False)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if "Error" in line] or [done.stderr.strip()]
        raise Refused([messages().error("web_block_not_compiled", place, block=first.id, reason=said[0])])


def _keep(made: JoinedBlock, home: Path, bundle: Bundle) -> None:
    """Written beside its place, then moved there: there is never half of it."""
    place = joined_folder(home)
    manifest = {"script": made.script, "style": made.style, "mark": mark_of(home, bundle)}
    files = {**made.files, MANIFEST: json.dumps(manifest, indent=2).encode() + b"\n"}
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent, prefix=".web-") as name:
            write(files, Path(name) / place.name)
            shutil.rmtree(place, ignore_errors=True)
            (Path(name) / place.name).rename(place)
    except OSError as problem:
        raise Refused([messages().error("web_block_not_kept", Position(str(place), 1, 1), block=made.id)]) from problem
