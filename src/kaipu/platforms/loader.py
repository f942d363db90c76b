"""Finds the platforms: a folder with a dialect.yaml is one, and its name is the platform's. Nothing lists them by
hand.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Final, cast

from kaipu.compiler.dialect import Platform, dialect_from
from kaipu.compiler.project import Files, Project
from kaipu.definition.packaged import packaged_folders
from kaipu.definition.tree import load_yaml

PLATFORMS: Final = Path(__file__).parent
GROUP: Final = "kaipu.platforms"
"""Entry points of installed distributions that bring platforms: each names a package whose folder holds them."""


def installed_platforms(*folders: Path) -> dict[str, Path]:
    """Name -> the folder that holds the platform's: Kaipu's own, those of installed packages, those in the given
    folders. Of two with one name Kaipu's own stays. Refused if an entry point leads nowhere.
    """
    places = (PLATFORMS, *packaged_folders(GROUP), *folders)
    found = {name: place for place in reversed(places) for name in list_platforms(place)}
    return dict(sorted(found.items()))


def list_platforms(folder: Path = PLATFORMS) -> tuple[str, ...]:
    return tuple(sorted(file.parent.name for file in folder.glob("*/dialect.yaml")))


@cache
def load_platform(name: str, folder: Path = PLATFORMS) -> Platform:
    """LookupError if there is no such platform; ValueError, naming the file, if its dialect.yaml says what no dialect
    can.
    """
    if name not in list_platforms(folder):
        raise LookupError(name)
    home = folder / name
    dialect = load_yaml(home / "dialect.yaml")
    if not isinstance(dialect, Mapping):
        raise ValueError(f"{home / 'dialect.yaml'}: a mapping is needed")
    return Platform(name, home, dialect_from(dialect, str(home / "dialect.yaml")), _assemble_of(home), _family_of(home))


def _family_of(home: Path) -> Path:
    """The folder beside it if there is one, so that platforms from elsewhere may have their own; else Kaipu's."""
    beside = home.parent / "family"
    return beside if beside.is_dir() else PLATFORMS / "family"


def _assemble_of(home: Path) -> Callable[[Project, Platform], Files]:
    """`assemble` of the folder's target.py, which may lie outside of the package."""
    spec = importlib.util.spec_from_file_location(f"kaipu.platforms.{home.name}.target", home / "target.py")
    if spec is None or spec.loader is None:
        raise ValueError(f"{home / 'target.py'}: cannot be read")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Callable[[Project, Platform], Files]", module.assemble)
