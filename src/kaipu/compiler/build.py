"""One shop's package for one platform: read, check, lower, print. What reaches disk, and where, is not decided here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kaipu.compiler.analyze.check import check_units
from kaipu.compiler.dialect import Dialect, Platform
from kaipu.compiler.library import Library
from kaipu.compiler.lower.modules import Shrink
from kaipu.compiler.lower.project import lower
from kaipu.compiler.lower.template import Template, lower_template
from kaipu.compiler.package.app_file import finish_app
from kaipu.compiler.package.manifest import with_manifest
from kaipu.compiler.package.minify import Minifier
from kaipu.compiler.project import BuildSource, Files, Options, Project
from kaipu.definition.diagnostics import Diagnostic, Refused


@dataclass(frozen=True, slots=True)
class Package:
    platform: str
    files: Files
    """By path, with the manifest."""
    archived: bool = False
    """Whether the platform takes it as one file."""


def build(
    source: BuildSource | Template,
    platforms: Iterable[Platform],
    blocks: Mapping[str, Path],
    *,
    minify: bool = False,
    options: Options | None = None,
) -> list[Package]:
    """The packages, in memory: of a shop, or of what serves any. `blocks` maps each block there is to its folder.
    Refused, with all that is wrong, if any of them cannot be built.
    """
    chosen = options or Options(minify=minify)
    packages: list[Package] = []
    problems: list[Diagnostic] = []
    library = Library(blocks)
    for platform in platforms:
        try:
            packages.append(_build(source, platform, library.on(platform), chosen))
        except Refused as refused:
            problems += [problem for problem in refused.diagnostics if problem not in problems]
    if problems:
        raise Refused(problems)
    return packages


def _build(source: BuildSource | Template, platform: Platform, library: Library, options: Options) -> Package:
    project = _lower(source, platform, library)
    problems = check_units(library)
    if problems:
        raise Refused(problems)
    shrink: Shrink | None = None
    if options.minify:
        minifier = Minifier(platform.dist)
        minifier.prepare(project.scripts)
        shrink = minifier.shrink
        project = _lower(source, platform, library, shrink)
    project, files = _assembled(project, platform, options)
    if isinstance(source, BuildSource) and _is_too_large(files, platform.dialect):
        project = lower(library, source, None, apart=True)
        if shrink is not None:
            minifier.prepare(project.scripts)
            project = lower(library, source, shrink, apart=True)
        project, files = _assembled(project, platform, options)
    return Package(platform.name, with_manifest(files, project, platform.name), platform.dialect.archive)


def _lower(
    source: BuildSource | Template, platform: Platform, library: Library, shrink: Shrink | None = None
) -> Project:
    if isinstance(source, Template):
        return lower_template(library, source, platform.dialect, shrink)
    return lower(library, source, shrink)


def _assembled(project: Project, platform: Platform, options: Options) -> tuple[Project, Files]:
    asked = replace(project, newer_framework=options.newer_framework)
    return asked, finish_app(platform.assemble(asked, platform), asked, platform.dialect)


def _is_too_large(files: Files, dialect: Dialect) -> bool:
    """Whether the main package needs a subpackage beside it, and the platform has such."""
    size = sum(map(len, files.values()))
    return bool(dialect.subpackages and dialect.main_package_kb) and size > dialect.main_package_kb * 1024
