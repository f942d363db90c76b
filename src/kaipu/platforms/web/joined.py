"""Blocks that join the bundle after it was made: each has a script and a style sheet of its own in its folder's
`dist/web`, compiled by whoever wrote the block, so that a machine without Node can use it. Here they are read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from kaipu.definition.blocks import custom_blocks
from kaipu.platforms.web.bundle import Bundle, load_bundle

MANIFEST: Final = "manifest.json"
_FOLDER: Final = "dist/web"
_FORM: Final = "components"
"""What a script hands over, changed when that does, so that older ones are made anew."""
_COMPILED: Final = {".wxml", ".wxss", ".wxs", ".js", ".json"}


@dataclass(frozen=True, slots=True)
class JoinedBlock:
    id: str
    script: str
    """Name of the file, with the hash of its bytes; so is the next."""
    style: str
    files: Mapping[str, bytes]

    @property
    def folder(self) -> str:
        """Below that of the bundle's files, with a slash at the end."""
        return f"blocks/{self.id}/"


@cache
def joined_blocks() -> tuple[JoinedBlock, ...]:
    """Of the installed custom blocks those that are compiled; looked up once a process."""
    bundle = load_bundle()
    kept = (kept_block(manifest.folder, bundle) for manifest in custom_blocks())
    return tuple(block for block in kept if block)


def joined_folder(home: Path) -> Path:
    """Where what was compiled of the block in `home` is kept."""
    return home / _FOLDER


def kept_block(home: Path, bundle: Bundle) -> JoinedBlock | None:
    """What was compiled of the block as it is now, for this bundle; None if nothing was."""
    try:
        return _read(home, mark_of(home, bundle))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def mark_of(home: Path, bundle: Bundle) -> str:
    """Of the sources, and of the shell's modules that the script takes from the bundle."""
    digest = hashlib.sha256(" ".join([_FORM, *bundle.modules]).encode())
    for file in sorted(home.rglob("*")):
        inside = file.relative_to(home)
        if file.suffix in _COMPILED and inside.parts[0] not in ("dist", "cases") and file.is_file():
            digest.update(f"\0{inside.as_posix()}\0".encode() + file.read_bytes())
    return digest.hexdigest()


@lru_cache(maxsize=256)
def _read(home: Path, mark: str) -> JoinedBlock:
    folder = joined_folder(home)
    if json.loads((folder / MANIFEST).read_bytes())["mark"] != mark:
        raise ValueError(mark)
    return loaded_block(home.name, folder)


def loaded_block(block: str, folder: Path) -> JoinedBlock:
    names = json.loads((folder / MANIFEST).read_bytes())
    script, style = str(names["script"]), str(names["style"])
    return JoinedBlock(block, script, style, {name: (folder / name).read_bytes() for name in (script, style)})
