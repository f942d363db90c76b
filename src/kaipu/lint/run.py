"""What lies at a path, and everything wrong with it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from kaipu.compiler.analyze.check import check_units
from kaipu.compiler.library import Library
from kaipu.definition.diagnostics import Diagnostic, Position
from kaipu.lint.blocks import check_block
from kaipu.lint.folder import Folder
from kaipu.lint.package.check import check_package
from kaipu.lint.package.pictures import check_pictures
from kaipu.lint.rules import Rules, all_rules
from kaipu.lint.styles.sheet import SheetCheck
from kaipu.lint.texts import messages

Every: TypeAlias = tuple[Rules, ...]
"""What is known of each platform."""
_BLOCK: Final = "block.yaml"
_VIEW: Final = ("view.wxml", "script.js")
_SHELL: Final = ("block.js", "platform.d.ts", "pages")
_APP: Final = "app.json"


def lint(path: Path, platforms: tuple[Path, ...] = ()) -> list[Diagnostic]:
    """In the order of files and lines; places are relative to the path. `platforms`: folders that hold more of them."""
    found = _found(path, all_rules(platforms))
    placed = [problem if isinstance(problem.where, Position) else _at_top(problem) for problem in found]
    return _ordered(placed)


def _found(path: Path, every: Every) -> list[Diagnostic]:
    if not path.exists():
        return [messages().error("path_missing", Position(str(path), 1, 1), path=str(path))]
    if not path.is_dir():
        return _of_file(path, every)
    if _is_block(path):
        return check_block(path.absolute())
    blocks = sorted(home for home in path.glob("*/") if _is_block(home))
    if blocks and not (path / _APP).exists():
        return [_below(problem, home.name) for home in blocks for problem in check_block(home.absolute())]
    if all((path / name).exists() for name in _SHELL) and not (path / _APP).exists():
        return _shell(path.absolute())
    return _package(path.absolute(), every)


def _is_block(path: Path) -> bool:
    """Also if its manifest is missing: nothing else is written as a view beside a script and a style."""
    if os.path.lexists(path / _BLOCK):
        return True
    return all((path / name).exists() for name in _VIEW) and not (path / _APP).exists()


def _of_file(path: Path, every: Every) -> list[Diagnostic]:
    """What is wrong in one file of a block or a package, or of a folder with loose files."""
    home = next((one for one in path.absolute().parents if _is_block(one)), path.absolute().parent)
    name = path.absolute().relative_to(home).as_posix()
    mine = [one for one in _found(home, every) if isinstance(one.where, Position) and one.where.file == name]
    if not mine and not _is_block(home) and not _is_read(home, path, every):
        return [messages().error("file_not_checked", Position(path.name, 1, 1), file=path.name)]
    return [_without(one, name.removesuffix(path.name)) for one in mine]


def _is_read(home: Path, path: Path, every: Every) -> bool:
    """Whether it is of a kind that is read, and no configuration of nothing."""
    if path.suffix == ".json":
        return any((home / name).exists() for name in _projects(every)) or path.with_suffix(".js").exists()
    return path.suffix in {*_sources(every), ".js"}


def _projects(every: Every) -> tuple[str, ...]:
    return (_APP, *(name for rules in every for name in rules.more.projects))


def _sources(every: Every) -> set[str]:
    return {ending for rules in every for ending in _endings(rules.dialect.endings)}


def _package(path: Path, every: Every) -> list[Diagnostic]:
    folder = Folder(path)
    endings = _sources(every) | {".js"}
    if "index.html" in folder and _APP not in folder and not _has_templates(folder, every):
        check_pictures(folder)
        return folder.all_problems()
    is_project = any(name in folder for name in _projects(every))
    has_pages = is_project or "app.js" in folder or any(one.startswith("pages/") for one in folder.sizes)
    if not has_pages and not any(one.endswith(tuple(endings)) for one in folder.sizes):
        return [*folder.problems, messages().error("nothing_here", Position(".", 1, 1))]
    return check_package(folder, every, whole=has_pages)


def _has_templates(folder: Folder, every: Every) -> bool:
    """If not, a folder with an index.html is a web page, which may do what a mini-program may not."""
    templates = tuple(rules.dialect.endings.template for rules in every)
    return any(path.endswith(templates) for path in folder.sizes)


def _endings(endings: object) -> tuple[str, ...]:
    return tuple(str(getattr(endings, name)) for name in ("template", "style", "module"))


def _shell(path: Path) -> list[Diagnostic]:
    """The mini-program around the blocks, in the compiler's own terms."""
    library = Library({}, path)
    for name in library.page_names():
        library.page(name)
    for file in sorted(path.glob("parts/*/*.wxml")):
        library.component(f"shell/parts/{file.parent.name}")
    found = [*library.problems, *check_units(library)]
    folder = Folder(path)
    for name in folder.sizes:
        if name.endswith(".wxss") and folder.source(name) is not None:
            SheetCheck(folder.notes(name)).run()
    return [*(_without(problem, "shell/") for problem in found), *folder.all_problems()]


def _without(problem: Diagnostic, prefix: str) -> Diagnostic:
    if isinstance(problem.where, Position):
        return replace(problem, where=replace(problem.where, file=problem.where.file.removeprefix(prefix)))
    return problem


def _below(problem: Diagnostic, folder: str) -> Diagnostic:
    if isinstance(problem.where, Position):
        return replace(problem, where=replace(problem.where, file=f"{folder}/{problem.where.file}"))
    return problem


def _at_top(problem: Diagnostic) -> Diagnostic:
    return replace(problem, where=Position(str(problem.where) or ".", 1, 1))


def _ordered(problems: list[Diagnostic]) -> list[Diagnostic]:
    """Each place and code once."""
    once = {(str(one.where), one.code, str(sorted(one.params.items()))): one for one in problems}
    return sorted(once.values(), key=_place)


def _place(problem: Diagnostic) -> tuple[str, int, int, str, str]:
    where = problem.where
    assert isinstance(where, Position)  # noqa: S101 - all of them were placed
    return where.file, where.line, where.column, problem.severity, problem.code
