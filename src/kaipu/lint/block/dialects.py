"""A block in the words of every platform there is: what one of them cannot say is told before anybody builds for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kaipu.compiler.package.assemble import print_project
from kaipu.compiler.project import Project
from kaipu.definition.diagnostics import Diagnostic, Refused
from kaipu.lint.texts import messages
from kaipu.platforms.loader import installed_platforms, load_platform


def check_dialects(project: Project, block: str) -> Iterator[Diagnostic]:
    """`project` holds the block and its components among other things; of those nothing is printed."""
    units = tuple(one for one in project.units if one.path.startswith(f"blocks/{block}/"))
    alone = replace(project, units=units, modules=())
    refused: dict[tuple[str, str], tuple[Diagnostic, list[str]]] = {}
    platforms = installed_platforms()
    for name, folder in platforms.items():
        for problem in _missing(alone, name, folder):
            refused.setdefault((str(problem.where), problem.code), (problem, []))[1].append(name)
    for problem, names in refused.values():
        yield problem
        if len(names) < len(platforms):
            yield messages().warning("platforms_refuse", problem.where, platforms=", ".join(names))


def _missing(project: Project, name: str, folder: Path) -> tuple[Diagnostic, ...]:
    try:
        print_project(project, load_platform(name, folder))
    except Refused as refused:
        return refused.diagnostics
    return ()
