"""Write a shop's packages, ready to be opened in each platform's own tool."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kaipu.cli.failure import Failure
from kaipu.cli.words import language, say
from kaipu.compiler.build import Package, build
from kaipu.compiler.custom import usable_blocks
from kaipu.compiler.package.write import write_packages
from kaipu.definition import Diagnostic, Language, Refused
from kaipu.platforms.loader import list_platforms, load_platform
from kaipu.web.environment import Environment

_REFUSED = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", help=say("build_source"))
    parser.add_argument("--platform", default="all", help=say("build_platform", platforms=", ".join(list_platforms())))
    parser.add_argument("--out", type=Path, default=Path("build/packages"), help=say("build_out"))
    parser.add_argument("--blocks", type=Path, action="append", default=[], metavar="DIR", help=say("build_blocks"))
    parser.add_argument("--minify", action="store_true", help=say("build_minify"))


def run(options: argparse.Namespace) -> int:
    """0 if all packages were written; 2, with what is wrong and nothing written, if one could not be."""
    from kaipu.cli.sources import load_source

    names = _platforms(options.platform)
    try:
        registry = usable_blocks(*options.blocks)
        source = load_source(options.source, registry, Environment.read())
        folders = {manifest.id: manifest.folder for manifest in registry}
        packages = build(source, [load_platform(name) for name in names], folders, minify=options.minify)
        write_packages({options.out / package.platform: package.files for package in packages})
    except Refused as refused:
        _complain(refused.diagnostics)
        return _REFUSED
    for package in packages:
        print(_line(package, options.out))
    return 0


def _platforms(text: str) -> tuple[str, ...]:
    known = list_platforms()
    asked = known if text == "all" else tuple(dict.fromkeys(name.strip() for name in text.split(",")))
    for name in asked:
        if name not in known:
            raise Failure("platform_unknown", platform=name, platforms=", ".join(known))
    return asked


def _complain(diagnostics: tuple[Diagnostic, ...]) -> None:
    reader: Language = "zh" if language() == "zh" else "en"
    for diagnostic in diagnostics:
        print(diagnostic.line(reader), file=sys.stderr)


def _line(package: Package, out: Path) -> str:
    size_kb = round(sum(map(len, package.files.values())) / 1024)
    return (
        f"{package.platform:<8} {len(package.files):>4} {say('build_files')} {size_kb:>6} KB  {out / package.platform}"
    )
