"""Runs a platform's target.py, which may lie outside of the package and be anybody's: whoever wrote it is told the line
where it fails, as with any other file.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import TypeAlias, cast

from kaipu.compiler.dialect import Platform
from kaipu.compiler.project import Files, Project
from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Position, Refused

Assemble: TypeAlias = Callable[[Project, Platform], Files]


def assemble_of(file: Path) -> Assemble:
    """`assemble` of the file. Refused if there is none, or the file does not run."""
    name = f"kaipu.platforms.{file.parent.name}.target"
    spec = importlib.util.spec_from_file_location(name, file, loader=_loader(name, file))
    if not file.is_file() or spec is None or spec.loader is None:
        raise Refused([messages().error("file_missing", Position(str(file), 1, 1))])
    module = importlib.util.module_from_spec(spec)
    with _told(file):
        spec.loader.exec_module(module)
    assemble = getattr(module, "assemble", None)
    if not callable(assemble):
        raise Refused([messages().error("assemble_missing", Position(str(file), 1, 1))])
    return cast("Assemble", assemble)


class _LeavingNothing(SourceFileLoader):
    """Does not write what it compiled into somebody's folder."""

    def set_data(self, path: str, data: object, *, _mode: int = 0) -> None:
        pass


def _loader(name: str, file: Path) -> SourceFileLoader | None:
    return None if file.is_relative_to(Path(__file__).parent) else _LeavingNothing(name, str(file))


def guarded(assemble: Assemble, file: Path) -> Assemble:
    """The same, Refused where it fails or gives something else than files."""

    def told(project: Project, platform: Platform) -> Files:
        with _told(file):
            files = assemble(project, platform)
        found = _no_files(files)
        if found:
            code = getattr(assemble, "__code__", None)
            line = code.co_firstlineno if code and code.co_filename == str(file) else 1
            raise Refused([messages().error("assemble_gives", Position(str(file), line, 1), found=found)])
        return files

    return told


def _no_files(files: object) -> str:
    """What it is instead; "" if all is well."""
    if not isinstance(files, dict):
        return type(files).__name__
    for path, content in files.items():
        if not isinstance(path, str) or not isinstance(content, bytes):
            return f"{path!r}: {type(content).__name__}"
        if path in ("app.json", "ext.json") and not _is_object(content):
            return path
    return ""


def _is_object(content: bytes) -> bool:
    try:
        return isinstance(json.loads(content), dict)
    except ValueError:
        return False


@contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except Refused:
        raise
    except (Exception, SystemExit) as problem:
        said = f"{type(problem).__name__}: {problem}"
        raise Refused([messages().error("target_fails", _place(problem, file), problem=said)]) from problem


def _place(problem: BaseException, file: Path) -> Position:
    """The last line of the file that was reached, or that cannot be read as Python."""
    if isinstance(problem, SyntaxError) and problem.filename == str(file):
        return Position(str(file), problem.lineno or 1, problem.offset or 1)
    import traceback  # only now: no build waits for it that ends well

    frames = traceback.extract_tb(problem.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == str(file)]
    return Position(str(file), (lines[-1:] or [1])[0] or 1, 1)
