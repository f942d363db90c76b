"""Finds the platforms: a folder with a dialect.yaml is one, and its name is the platform's. Nothing lists them by
hand.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import Final

from kaipu.compiler.dialect import Dialect, Platform, dialect_from
from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Diagnostic, Position, Refused
from kaipu.definition.packaged import packaged_folders
from kaipu.definition.tree import load_yaml, yaml_place
from kaipu.platforms.target_file import assemble_of, guarded

PLATFORMS: Final = Path(__file__).parent
GROUP: Final = "kaipu.platforms"
"""Entry points of installed distributions that bring platforms: each names a package whose folder holds them."""
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,31}")


def installed_platforms(*folders: Path) -> dict[str, Path]:
    """Name -> the folder that holds the platform's: Kaipu's own, those of installed packages, those in the given
    folders, each a platform's own or one that holds platforms directly below it. Refused, with all that is wrong, if
    one leads nowhere, holds no platform, or a name cannot be or is taken.
    """
    found = dict.fromkeys(list_platforms(), PLATFORMS)
    problems: list[Diagnostic] = []
    for folder in (*packaged_folders(GROUP), *folders):
        problems += _take(Path(os.path.realpath(folder)), found)
    if problems:
        raise Refused(problems)
    return dict(sorted(found.items()))


def _take(folder: Path, found: dict[str, Path]) -> list[Diagnostic]:
    alone = (folder / "dialect.yaml").exists()
    homes = [folder] if alone else [folder / name for name in list_platforms(folder)]
    if not homes:
        return [messages().error("platforms_missing", str(folder), folder=str(folder))]
    problems: list[Diagnostic] = []
    for home in homes:
        place = Position(str(home / "dialect.yaml"), 1, 1)
        if not _NAME.fullmatch(home.name):
            problems.append(messages().error("platform_misnamed", place, name=home.name))
        elif found.setdefault(home.name, home.parent) != home.parent:
            problems.append(messages().error("platform_twice", place, name=home.name))
    return problems


def list_platforms(folder: Path = PLATFORMS) -> tuple[str, ...]:
    return tuple(sorted(file.parent.name for file in folder.glob("*/dialect.yaml")))


@cache
def load_platform(name: str, folder: Path = PLATFORMS) -> Platform:
    """LookupError if there is no such platform; Refused if its dialect.yaml says what no dialect can, or a file is
    missing or does not run. What goes wrong later in a platform from elsewhere is Refused, too.
    """
    if name not in list_platforms(folder):
        raise LookupError(name)
    home = folder / name
    dialect = _dialect_of(home / "dialect.yaml")
    if not dialect.bundled and not (home / "runtime/index.js").is_file():
        raise Refused([messages().error("file_missing", Position(str(home / "runtime/index.js"), 1, 1))])
    assemble = assemble_of(home / "target.py")
    own = folder == PLATFORMS
    return Platform(name, home, dialect, assemble if own else guarded(assemble, home / "target.py"), _family_of(home))


def _dialect_of(file: Path) -> Dialect:
    value = load_yaml(file)
    try:
        return dialect_from(value)
    except Refused as refused:
        raise refused.placed(lambda problem: yaml_place(file, str(problem.where))) from refused


def _family_of(home: Path) -> Path:
    """The folder beside it if there is one, so that platforms from elsewhere may have their own; else Kaipu's."""
    beside = home.parent / "family"
    return beside if beside.is_dir() else PLATFORMS / "family"
