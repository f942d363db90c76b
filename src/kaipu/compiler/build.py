"""One shop's package for one platform: read, check, lower, print. What reaches disk, and where, is not decided here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from kaipu.compiler.analyze.check import check_unit
from kaipu.compiler.dialect import Dialect, Platform
from kaipu.compiler.library import Library
from kaipu.compiler.lower.modules import Shrink
from kaipu.compiler.lower.project import lower
from kaipu.compiler.lower.template import Template, lower_template
from kaipu.compiler.package.app_file import finish_app
from kaipu.compiler.package.manifest import with_manifest, with_mark
from kaipu.compiler.package.minify import Minifier
from kaipu.compiler.package.source_maps import make_maps
from kaipu.compiler.project import BuildSource, Files, Options, Project
from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Diagnostic, Refused


@dataclass(frozen=True, slots=True)
class Package:
    platform: str
    files: Files
    """By path, with the manifest."""
    archived: bool = False
    """Whether the platform takes it as one file."""
    maps: Files = field(default_factory=dict)
    """By path, with a manifest of their own, if source maps were asked for: to be kept beside the package."""


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
    written = _lower(source, platform, library)
    problems = _check(library)
    if problems:
        raise Refused(problems)
    minifier = Minifier(platform.dist) if options.minify else None
    project, files = _made(source, platform, library, options, minifier, written)
    if isinstance(source, BuildSource) and _is_too_large(files, platform.dialect):
        written = lower(library, source, apart=True)
        project, files = _made(source, platform, library, options, minifier, written, apart=True)
    maps: Files = {}
    if options.source_maps and not platform.dialect.bundled:
        smaller = minifier.mappings(written.scripts) if minifier else {}
        maps = with_mark(make_maps(project, library.read, smaller), platform.name)
    return Package(platform.name, with_manifest(files, project, platform.name), platform.dialect.archive, maps)


def _check(library: Library) -> list[Diagnostic]:
    """What is wrong with the units that were opened; each is looked at once, for all platforms."""
    for unit in library.units():
        if unit.id not in library.faults:
            library.faults[unit.id] = tuple(check_unit(unit, library))
    return [problem for unit in library.units() for problem in library.faults[unit.id]]


def _made(
    source: BuildSource | Template,
    platform: Platform,
    library: Library,
    options: Options,
    minifier: Minifier | None,
    written: Project,
    *,
    apart: bool = False,
) -> tuple[Project, Files]:
    """The project as it is printed, minified if that was asked for, and its files but for the manifest."""
    project = written
    if minifier:
        minifier.prepare(written.scripts)
        project = _lower(source, platform, library, minifier.shrink, apart=apart)
    lost = options.newer_framework - {"*"} - {page.path.rpartition("/")[2] for page in project.pages}
    if lost:
        raise Refused([messages().error("framework_page_unknown", "", page=name) for name in sorted(lost)])
    project = replace(project, newer_framework=options.newer_framework)
    return project, finish_app(platform.assemble(project, platform), project, platform.dialect)


def _lower(
    source: BuildSource | Template,
    platform: Platform,
    library: Library,
    shrink: Shrink | None = None,
    *,
    apart: bool = False,
) -> Project:
    if isinstance(source, Template):
        return lower_template(library, source, platform.dialect, shrink)
    return lower(library, source, shrink, apart=apart)


def _is_too_large(files: Files, dialect: Dialect) -> bool:
    """Whether the main package needs a subpackage beside it, and the platform has such."""
    size = sum(map(len, files.values()))
    return bool(dialect.subpackages and dialect.main_package_kb) and size > dialect.main_package_kb * 1024
