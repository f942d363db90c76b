"""Compile blocks of your own for the web, into their folders; `kaipu up` does it by itself."""

from __future__ import annotations

import argparse
from pathlib import Path

from kaipu.cli.words import say
from kaipu.compiler.custom import usable_blocks
from kaipu.platforms.web.bundle import load_bundle
from kaipu.platforms.web.joined import joined_folder
from kaipu.platforms.web.joining import keep_blocks


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folders", type=Path, nargs="*", metavar="DIR", help=say("bundle_blocks_folders"))


def run(options: argparse.Namespace) -> int:
    """0 if all are compiled; what cannot be is Refused."""
    registry = usable_blocks(*options.folders)
    made = keep_blocks(registry.customs(), load_bundle())
    for block in made:
        print(say("bundle_blocks_made", block=block, folder=joined_folder(registry[block].folder)))
    if not made:
        print(say("bundle_blocks_none"))
    return 0
