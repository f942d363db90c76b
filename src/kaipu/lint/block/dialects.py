"""A block in the words of every platform there is: what one of them cannot say is told before anybody builds for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kaipu.compiler.package.assemble import print_project
from kaipu.compiler.project import Project
from kaipu.definition.diagnostics import Diagnostic, Refused
from kaipu.platforms.loader import installed_platforms, load_platform


def check_dialects(project: Project, block: str) -> Iterator[Diagnostic]:
    """`project` holds the block among other things; of those nothing is printed."""
    unit = next(one for one in project.units if one.path == f"blocks/{block}/{block}")
    alone = replace(project, units=(unit,), modules=())
    for name, folder in installed_platforms().items():
        try:
            print_project(alone, load_platform(name, folder))
        except Refused as refused:
            yield from refused.diagnostics
