"""One shop's package for one platform: read, check, lower, print. What reaches disk, and where, is not decided here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kaipu.compiler.analyze.check import check_units
from kaipu.compiler.dialect import Platform
from kaipu.compiler.library import Library
from kaipu.compiler.lower.project import lower
from kaipu.compiler.package.manifest import with_manifest
from kaipu.compiler.package.minify import Minifier
from kaipu.compiler.project import BuildSource, Files
from kaipu.definition.diagnostics import Diagnostic, Refused


@dataclass(frozen=True, slots=True)
class Package:
    platform: str
    files: Files
    """By path, with the manifest."""


def build(
    source: BuildSource, platforms: Iterable[Platform], blocks: Mapping[str, Path], *, minify: bool = False
) -> list[Package]:
    """The packages, in memory. `blocks` maps each block there is to its folder. Refused, with all that is wrong, if
    any of them cannot be built.
    """
    packages: list[Package] = []
    problems: list[Diagnostic] = []
    library = Library(blocks)
    for platform in platforms:
        try:
            packages.append(_build(source, platform, library.on(platform), minify))
        except Refused as refused:
            problems += [problem for problem in refused.diagnostics if problem not in problems]
    if problems:
        raise Refused(problems)
    return packages


def _build(source: BuildSource, platform: Platform, library: Library, minify: bool) -> Package:
    project = lower(library, source)
    problems = check_units(library)
    if problems:
        raise Refused(problems)
    if minify:
        minifier = Minifier(platform.dist)
        minifier.prepare(project.scripts)
        project = lower(library, source, minifier.shrink)
    return Package(platform.name, with_manifest(platform.assemble(project, platform), project, platform.name))
