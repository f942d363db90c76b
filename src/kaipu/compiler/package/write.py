"""Puts packages on disk, each whole or not at all: written beside its place under another name, then renamed. Never
replaces a folder that is not a former build.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from kaipu.compiler.package.manifest import MANIFEST, MARK
from kaipu.compiler.project import Files
from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Diagnostic, Refused


def write_packages(packages: Mapping[Path, Files]) -> None:
    """Folder -> files. Refused, with nothing written, if a folder holds something else or files cannot stand side by
    side.
    """
    problems = [problem for folder, files in packages.items() for problem in check_paths(files) + check_folder(folder)]
    if problems:
        raise Refused(problems)
    for folder, files in packages.items():
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = folder.with_name(f".{folder.name}.{os.getpid()}.new")
        try:
            _write(files, fresh)
            _swap(fresh, folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def check_paths(files: Files) -> list[Diagnostic]:
    """Names that differ by case only are one file on some machines; none may lead out of the package."""
    problems: list[Diagnostic] = []
    seen: dict[str, str] = {}
    for path in files:
        parts = PurePosixPath(path).parts
        if path.startswith("/") or ".." in parts or "\\" in path or "\0" in path:
            problems.append(messages().error("path_climbs", path, path=path))
        other = seen.setdefault(path.lower(), path)
        if other != path:
            problems.append(messages().error("path_collides", path, path=path, other=other))
    return problems


def check_folder(folder: Path) -> list[Diagnostic]:
    """It may be replaced if it is not there, empty, or a former build."""
    if not folder.is_symlink() and (not folder.exists() or _is_build(folder) or _is_empty(folder)):
        return []
    return [messages().error("folder_not_a_build", str(folder), folder=str(folder))]


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _is_build(folder: Path) -> bool:
    try:
        return MARK in json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError, TypeError):
        return False


def _write(files: Files, folder: Path) -> None:
    folders = {str(PurePosixPath(path).parent) for path in files}
    for name in sorted(folders):
        (folder / name).mkdir(parents=True, exist_ok=True)
    root = str(folder)
    for path, content in files.items():
        # Hundreds of small files: a file object for each would cost three times the system calls.
        file = os.open(f"{root}/{path}", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            with memoryview(content) as rest:
                written = os.write(file, rest)
                while written < len(rest):
                    written += os.write(file, rest[written:])
        finally:
            os.close(file)


def _swap(fresh: Path, folder: Path) -> None:
    former = folder.with_name(f".{folder.name}.{os.getpid()}.old")
    if folder.exists():
        folder.rename(former)
    try:
        fresh.rename(folder)
    except OSError:
        if former.exists():
            former.rename(folder)
        raise
    shutil.rmtree(former, ignore_errors=True)
