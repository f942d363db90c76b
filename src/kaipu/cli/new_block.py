"""Make a block of your own: a folder that draws, passes every check and explains itself."""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from kaipu.cli.failure import REFUSED, Failure
from kaipu.cli.out_folder import out_folder
from kaipu.cli.words import language, say
from kaipu.definition.blocks.registry import own_blocks
from kaipu.definition.diagnostics import reason_of

_TEMPLATE: Final = Path(__file__).parent / "templates/new_block"
_NAME: Final = re.compile(r"(?=.{1,32}$)[a-z][a-z0-9]*(_[a-z0-9]+)*")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help=say("new_block_name"))
    parser.add_argument("--out", type=out_folder, default=".", metavar="DIR", help=say("new_block_out"))


def run(options: argparse.Namespace) -> int:
    """0 if the folder was made; 2, with what is wrong and nothing written, if not."""
    name, home = options.name, options.out / options.name
    refused = _refusal(name, home)
    if refused:
        print(refused, file=sys.stderr)
        return REFUSED
    try:
        _make(name, home)
    except OSError as problem:
        raise Failure("out_of_reach", file=home, reason=reason_of(problem)[language()]) from problem
    print(say("new_block_made", folder=home))
    for number, command in enumerate(_next(home), 1):
        print(f"  {number}. {command}")
    return 0


def _refusal(name: str, home: Path) -> str:
    """Why there can be no such block; '' if there can."""
    if not _NAME.fullmatch(name):
        return say("new_block_misnamed", name=name)
    if name in own_blocks():
        return say("new_block_taken", name=name)
    if home.exists():
        return say("new_block_exists", folder=home)
    if any(parent.exists() and not parent.is_dir() for parent in home.parents):
        return say("new_block_no_folder", folder=home.parent)
    return ""


def _make(name: str, home: Path) -> None:
    """Written beside its place and then moved there, so that there is never half a block."""
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent, prefix=".new-block-") as aside:
        made = Path(aside) / name
        shutil.copytree(_TEMPLATE, made)
        for file in made.rglob("*"):
            if file.is_file():
                file.write_text(_renamed(file.read_text("utf-8"), name), "utf-8")
        made.rename(home)


def _renamed(text: str, name: str) -> str:
    spoken = name.replace("_", " ").strip().capitalize()
    for old, new in (("new_block", name), ("new-block", name.replace("_", "-")), ("New block", spoken)):
        text = text.replace(old, new)
    return text


def _next(home: Path) -> tuple[str, ...]:
    return (
        say("new_block_look", folder=home),
        f"kaipu lint {home}",
        f"kaipu build block:{home.name} --blocks {home} --out build/look",
        say("new_block_open"),
    )
