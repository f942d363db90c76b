"""Puts packages on disk, all of them whole or none at all: written beside their places under other names, then
renamed. Never replaces what is not a former build.
"""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from kaipu.compiler.package.manifest import MANIFEST, MARK
from kaipu.compiler.package.swap import aside, clear_away, drop, put
from kaipu.compiler.project import Files
from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Diagnostic, Refused


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
    problems = [problem for folder, files in packages.items() for problem in check_paths(files) + check_folder(folder)]
    problems += [problem for file in archives for problem in check_archive(file)]
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
        reason = problem.strerror or str(problem)
        raise Refused([messages().error("place_unwritable", str(place), place=str(place), reason=reason)]) from problem
    finally:
        for place in places:
            drop(place)


def _remove(place: Path) -> None:
    if place.is_dir() and not check_folder(place):
        shutil.rmtree(place)
    elif place.is_file() and not check_archive(place):
        place.unlink()


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


def check_folder(folder: Path) -> list[Diagnostic]:
    """It may be replaced if it is not there, empty, or a former build."""
    blocked = next((above for above in folder.parents if above.exists() and not above.is_dir()), None)
    if blocked is not None:
        return [messages().error("place_not_a_folder", str(blocked), place=str(blocked))]
    if not folder.is_symlink() and (not folder.exists() or _is_build(folder) or _is_empty(folder)):
        return []
    return [messages().error("folder_not_a_build", str(folder), folder=str(folder))]


def check_archive(file: Path) -> list[Diagnostic]:
    """It may be replaced if it is not there, or holds a former build."""
    if not file.is_symlink() and (not file.exists() or _holds_build(file)):
        return []
    return [messages().error("folder_not_a_build", str(file), folder=str(file))]


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _is_build(folder: Path) -> bool:
    try:
        return _is_manifest((folder / MANIFEST).read_bytes())
    except OSError:
        return False


def _holds_build(file: Path) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return _is_manifest(archive.read(MANIFEST))
    except (OSError, KeyError, zipfile.BadZipFile):
        return False


def _is_manifest(content: bytes) -> bool:
    try:
        return MARK in json.loads(content)
    except (ValueError, TypeError):
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
