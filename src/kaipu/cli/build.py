"""Write a shop's packages, ready to be opened in each platform's own tool."""

from __future__ import annotations

import argparse
from pathlib import Path

from kaipu.cli.building import choose_platforms, template_of
from kaipu.cli.failure import Failure
from kaipu.cli.out_folder import check_out, out_folder
from kaipu.cli.uncollected import uncollected
from kaipu.cli.words import say
from kaipu.compiler.build import Package, build
from kaipu.compiler.custom import told_at_home, usable_blocks
from kaipu.compiler.lower.template import Template
from kaipu.compiler.package.archive import ENDING as ZIP
from kaipu.compiler.package.archive import make_archive
from kaipu.compiler.package.source_maps import ENDING as MAPS
from kaipu.compiler.package.write import write_packages
from kaipu.compiler.project import BuildSource, Files, Options
from kaipu.definition import BlockRegistry
from kaipu.platforms.loader import list_platforms
from kaipu.web.environment import Environment


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", nargs="?", help=say("build_source"))
    parser.add_argument(
        "--platform", action="append", help=say("build_platform", platforms=", ".join(list_platforms()))
    )
    parser.add_argument("--out", type=out_folder, default="build/packages", help=say("build_out"))
    parser.add_argument("--blocks", type=Path, action="append", default=[], metavar="DIR", help=say("build_blocks"))
    parser.add_argument(
        "--platforms", type=Path, action="append", default=[], metavar="DIR", help=say("build_platforms")
    )
    parser.add_argument("--template", action="store_true", help=say("build_template"))
    parser.add_argument("--minify", action="store_true", help=say("build_minify"))
    parser.add_argument("--source-maps", action="store_true", help=say("build_source_maps"))
    parser.add_argument("--glass-easel", action="store_true", help=say("build_glass_easel"))
    parser.add_argument("--glass-easel-pages", default="", metavar="PAGES", help=say("build_glass_easel_pages"))


def run(options: argparse.Namespace) -> int:
    """All packages are written, or none: what cannot be built is Refused."""
    with uncollected():
        packages = _packages(options)
        _write(packages, options.out)
    for package in packages:
        print(_line(package, options.out))
    return 0


def _packages(options: argparse.Namespace) -> list[Package]:
    platforms = choose_platforms(options.platform or ["all"], options.platforms, template=options.template)
    registry = usable_blocks(*options.blocks)
    check_out(options.out, options.source, registry, platforms)
    source = _source(options, registry)
    folders = {manifest.id: manifest.folder for manifest in registry}
    with told_at_home(registry):
        return build(source, platforms, folders, options=_build_options(options))


def _source(options: argparse.Namespace, registry: BlockRegistry) -> BuildSource | Template:
    from kaipu.cli.sources import load_source

    if options.source is None and not options.template:
        raise Failure("source_missing")
    shop = load_source(options.source, registry, Environment.read()) if options.source is not None else None
    return template_of(registry, shop) if shop is None or options.template else shop


def _build_options(options: argparse.Namespace) -> Options:
    named = (name.strip() for name in options.glass_easel_pages.split(","))
    pages = frozenset({"*"} if options.glass_easel else (name for name in named if name))
    return Options(minify=options.minify, source_maps=options.source_maps, newer_framework=pages)


def _write(packages: list[Package], out: Path) -> None:
    folders: dict[Path, Files] = {}
    archives: dict[Path, bytes] = {}
    beside = {out / f"{package.platform}{ending}" for package in packages for ending in (MAPS, ZIP)}
    for package in packages:
        folders[out / package.platform] = package.files
        if package.maps:
            folders[out / f"{package.platform}{MAPS}"] = package.maps
        if package.archived:
            archives[out / f"{package.platform}{ZIP}"] = make_archive(package.files)
    write_packages(folders, archives, beside - folders.keys() - archives.keys())


def _line(package: Package, out: Path) -> str:
    size_kb = round(sum(map(len, package.files.values())) / 1024)
    return (
        f"{package.platform:<12} {len(package.files):>4} {say('build_files')} {size_kb:>6} KB  {out / package.platform}"
    )
