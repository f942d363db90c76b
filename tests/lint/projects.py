"""Builds the folder that a case describes: a sound base, with the case's own files over it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

HERE = Path(__file__).parent


def cases(kind: str) -> list[Path]:
    return sorted(file.parent for file in (HERE / kind).glob("*/expected.yaml"))


def expected(case: Path) -> dict:
    return yaml.safe_load((case / "expected.yaml").read_text(encoding="utf-8"))


def built(case: Path, into: Path) -> Path:
    """The folder to check. A block's folder has the block's name."""
    said = expected(case)
    folder = into / said.get("folder", "greeting")
    if said.get("base"):
        shutil.copytree(HERE / "base" / said["base"], folder)
    shutil.copytree(case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.yaml"))
    for path in said.get("remove", ()):
        shutil.rmtree(folder / path) if (folder / path).is_dir() else (folder / path).unlink()
    for thing in said.get("make", ()):
        _make(folder, thing)
    return folder


def _make(folder: Path, thing: Mapping[str, object]) -> None:
    """What cannot lie in a repository: links, weight, bytes that are no text."""
    path = folder / str(thing["file"])
    path.parent.mkdir(parents=True, exist_ok=True)
    if "link" in thing:
        path.symlink_to(str(thing["link"]))
    elif "hex" in thing:
        path.write_bytes(bytes.fromhex(str(thing["hex"])))
    else:
        head = (folder / str(thing["like"])).read_bytes() if "like" in thing else b""
        path.write_bytes(head.ljust(int(str(thing["kb"])) * 1024, b" "))
