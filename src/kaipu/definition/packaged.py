"""Folders that installed Python distributions bring along: an entry point names a package, and the package's folder is
what is looked into. Nothing of it is run to find it.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from kaipu.definition.diagnostics import Diagnostic, Position, Refused
from kaipu.definition.texts import error


def packaged_folders(group: str) -> list[Path]:
    """Of all entry points of the group. Refused if one leads nowhere."""
    folders: list[Path] = []
    problems: list[Diagnostic] = []
    for point in sorted(entry_points(group=group), key=lambda point: (point.name, point.value)):
        found = _folders_of(point)
        folders += found
        if not found:
            place = Position(str(point.dist.name if point.dist else point.name), 1, 1)
            problems.append(error("package_missing", place, name=point.name, package=point.value))
    if problems:
        raise Refused(problems)
    return folders


def _folders_of(point: EntryPoint) -> list[Path]:
    """None if there is no such package, or if a module or something in it is named."""
    try:
        spec = None if point.attr else find_spec(point.module)
    except (ImportError, ValueError):
        return []
    return [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
