"""Puts packages on disk, all of them whole or none at all: written beside their places under other names, then
renamed. Never replaces what is not a former build.
"""

from __future__ import annotations

import json
import os
import shutil
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from kaipu.compiler.package.manifest import MANIFEST, MARK
from kaipu.compiler.package.swap import aside, clear_away, drop, put
from kaipu.compiler.project import Files
from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Diagnostic, Refused, reason_of
from kaipu.definition.tree import first_bytes

_LARGEST_MANIFEST_BYTES: Final = 4 * 1024 * 1024


def write_packages(
    packages: Mapping[Path, Files],
    archives: Mapping[Path, bytes] | None = None,
    outdated: Iterable[Path] = (),
) -> None:
    """Folder -> files, and file -> content of those that are one file. What is outdated by them goes, if it is of a
    former build. Refused, with nothing changed, if a place holds something else or cannot be written, or files cannot
    stand side by side.
    """
    archives = archives or {}
    places = (*packages, *archives)
    problems = [problem for files in packages.values() for problem in check_paths(files)]
    for place in places:
        problems += [one for one in _check_place(place, is_folder=place in packages) if one not in problems]
    if problems:
        raise Refused(problems)
    place = places[0] if places else Path()
    try:
        for place in places:
            place.parent.mkdir(parents=True, exist_ok=True)
            clear_away(place)
        for place in places:
            _write(packages[place] if place in packages else {"": archives[place]}, aside(place))
        for place in places:
            put(place)
        for place in outdated:
            _remove(place)
    except OSError as problem:
        raise Refused([_unwritable(place, problem)]) from problem
    finally:
        for place in places:
            drop(place)


def _remove(place: Path) -> None:
    if place.is_dir() and not _check_place(place, is_folder=True):
        shutil.rmtree(place)
    elif place.is_file() and not _check_place(place, is_folder=False):
        place.unlink()


def _unwritable(place: Path, problem: OSError) -> Diagnostic:
    return messages().error("place_unwritable", str(place), place=str(place), reason=reason_of(problem))


def check_paths(files: Files) -> list[Diagnostic]:
    """Names that differ by case only are one file on some machines, and no file stands where others have a folder; none
    may lead out of the package.
    """
    problems: list[Diagnostic] = []
    seen: dict[str, str] = {}
    folders = {name for path in files for name in _names(path.rpartition("/")[0])}
    for path in files:
        parts = PurePosixPath(path).parts
        if not path or path.startswith("/") or ".." in parts or "\\" in path or "\0" in path:
            problems.append(messages().error("path_climbs", path, path=path))
        if path in folders:
            problems.append(messages().error("path_collides", path, path=path, other=f"{path}/"))
        taken = next((seen[name.lower()] for name in _names(path) if seen.get(name.lower(), name) != name), None)
        if taken is not None:
            problems.append(messages().error("path_collides", path, path=path, other=taken))
        for name in _names(path):
            seen.setdefault(name.lower(), name)
    return problems


def _names(path: str) -> Iterator[str]:
    """The file's and those of the folders around it, from the innermost."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def _check_place(place: Path, *, is_folder: bool) -> list[Diagnostic]:
    """It may be replaced if it is not there, holds a former build, or is an empty folder where one is wanted."""
    try:
        for above in (place, *place.parents):
            if above.is_symlink() and not above.exists():
                return [messages().error("place_dangling", str(above), place=str(above))]
            if above != place and above.exists() and not above.is_dir():
                return [messages().error("place_not_a_folder", str(above), place=str(above))]
        free = (_is_build(place) or _is_empty(place)) if is_folder else place.is_file() and _holds_build(place)
        if not place.is_symlink() and (free or not place.exists()):
            return []
    except OSError as problem:
        return [_unwritable(place, problem)]
    return [messages().error("folder_not_a_build", str(place), folder=str(place))]


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _is_build(folder: Path) -> bool:
    try:
        return _is_manifest(first_bytes(folder / MANIFEST, _LARGEST_MANIFEST_BYTES))
    except OSError:
        return False


def _holds_build(file: Path) -> bool:
    try:
        with zipfile.ZipFile(file) as archive, archive.open(MANIFEST) as manifest:
            return _is_manifest(manifest.read(_LARGEST_MANIFEST_BYTES))
    except (OSError, KeyError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return False


def _is_manifest(content: bytes | None) -> bool:
    try:
        return MARK in json.loads(content or b"")
    except (ValueError, TypeError, RecursionError):
        return False


def _write(files: Files, place: Path) -> None:
    """A folder of files; or a file, which is called by the empty path."""
    root = str(place)
    for name in sorted({path.rpartition("/")[0] for path in files if path}):
        (place / name).mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        # Hundreds of small files: a file object for each would cost three times the system calls.
        file = os.open(f"{root}/{path}" if path else root, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            with memoryview(content) as rest:
                written = os.write(file, rest)
                while written < len(rest):
                    written += os.write(file, rest[written:])
        finally:
            os.close(file)
