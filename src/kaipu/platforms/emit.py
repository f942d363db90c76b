"""Writes the shell and all blocks in a platform's dialect, as one app of no shop in particular. For the bundling that
happens when Kaipu itself is built: `python -m kaipu.platforms.emit --platform web --out DIR`.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kaipu.compiler.library import Library
from kaipu.compiler.lower.project import lower_all
from kaipu.compiler.project import Files
from kaipu.definition.blocks import BlockRegistry
from kaipu.definition.blocks.registry import own_blocks
from kaipu.platforms.loader import load_platform
from kaipu.platforms.target import json_file, print_project

REST: Final = "kaipu-node"
"""What draws a node of a block that joined after the bundle was made; see web/runtime/drawing/joined-blocks.js."""


def emit(platform: str, registry: BlockRegistry) -> Files:
    """`kaipu/platform` and `kaipu/release` stay as they are written: whoever bundles brings them. app.json lists the
    pages.
    """
    folders: Mapping[str, Path] = {manifest.id: manifest.folder for manifest in registry}
    versions = {manifest.id: manifest.version for manifest in registry}
    project = lower_all(Library(folders), versions, rest=REST)
    files = print_project(project, load_platform(platform))
    return files | {"app.json": json_file({"pages": [unit.path for unit in project.pages]})}


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the shell and all blocks in a platform's dialect.")
    parser.add_argument("--platform", required=True)
    parser.add_argument("--out", required=True, type=Path)
    options = parser.parse_args()
    write(emit(options.platform, own_blocks()), options.out)


def write(files: Files, folder: Path) -> None:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


if __name__ == "__main__":
    main()
