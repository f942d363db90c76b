"""Where a command may write, before anything is built for it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from kaipu.cli.failure import Failure
from kaipu.compiler.dialect import Platform
from kaipu.compiler.reading import HOME
from kaipu.definition import BlockRegistry


def check_out(out: Path, source: str | None, registry: BlockRegistry, platforms: Iterable[Platform]) -> None:
    """Failure if nobody can mean it: the top of the disk, or in something that the packages are made from."""
    place = Path(os.path.realpath(out))
    if place.parent == place:
        raise Failure("out_top", out=out)
    blocks = [manifest.folder for manifest in registry.customs()]
    read = [HOME, *blocks, *(platform.folder for platform in platforms)]
    read += [Path(source)] if source and source.endswith(".json") else []
    for origin in read:
        if place.is_relative_to(os.path.realpath(origin)):
            raise Failure("out_inside", out=out, source=origin)


def out_folder(text: str) -> Path:
    """The argument as a path. An empty one, such as that of a variable nobody set, is not the current folder."""
    if not text:
        raise Failure("out_empty")
    return Path(text)
