"""Give a shop away as a readable project of one platform, for a developer to own and go on with by hand."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from kaipu import __version__
from kaipu.cli.building import choose_platforms
from kaipu.cli.failure import Failure
from kaipu.cli.out_folder import check_out, out_folder
from kaipu.cli.words import say
from kaipu.compiler.build import Package, build
from kaipu.compiler.custom import told_at_home, usable_blocks
from kaipu.compiler.dialect import Platform
from kaipu.compiler.package.manifest import MANIFEST
from kaipu.compiler.package.write import write_packages
from kaipu.compiler.project import BuildSource, Files
from kaipu.definition.tree import load_yaml
from kaipu.platforms.loader import list_platforms
from kaipu.web.environment import Environment

_README: Final = Path(__file__).with_name("eject_readme.md")
_ANY_TOOL: Final = {
    "tool_zh": "平台的开发者工具",
    "tool_en": "the platform's developer tool",
    "tool_url": "",
    "id_zh": "",
    "id_en": "",
    "upload_zh": "",
    "upload_en": "",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", help=say("build_source"))
    said = say("eject_platform", platforms=", ".join(list_platforms()))
    parser.add_argument("--platform", action="append", required=True, help=said)
    parser.add_argument("--out", type=out_folder, required=True, help=say("eject_out"))
    parser.add_argument("--blocks", type=Path, action="append", default=[], metavar="DIR", help=say("build_blocks"))
    parser.add_argument(
        "--platforms", type=Path, action="append", default=[], metavar="DIR", help=say("build_platforms")
    )


def run(options: argparse.Namespace) -> int:
    """The whole project is written, or nothing: what cannot be built is Refused."""
    files = _project(options)
    write_packages({options.out: files})
    print(say("eject_done", folder=options.out, files=len(files)))
    return 0


def _project(options: argparse.Namespace) -> Files:
    from kaipu.cli.sources import load_source

    (platform, *others) = choose_platforms(options.platform, options.platforms)
    if others:
        raise Failure("eject_one_platform")
    if platform.dialect.bundled:
        raise Failure("eject_bundled", platform=platform.name)
    registry = usable_blocks(*options.blocks)
    check_out(options.out, options.source, registry, [platform])
    if _holds_something(options.out):
        raise Failure("eject_not_empty", folder=options.out)
    source = load_source(options.source, registry, Environment.read())
    with told_at_home(registry):
        (package,) = build(source, [platform], {manifest.id: manifest.folder for manifest in registry})
    return owned(package, platform, source)


def _holds_something(folder: Path) -> bool:
    return folder.is_dir() and any(folder.iterdir())


def owned(package: Package, platform: Platform, source: BuildSource) -> Files:
    """The package's files with a README, and without the mark by which a later build would take the folder for its
    own and write over what was changed by hand.
    """
    files = {path: content for path, content in package.files.items() if path != MANIFEST}
    return {"README.md": _readme(package, platform, source).encode(), **files}


def _readme(package: Package, platform: Platform, source: BuildSource) -> str:
    blocks = ", ".join(f"{block} {version}" for block, version in sorted(source.blocks.items()))
    return _README.read_text(encoding="utf-8").format(
        name=source.definition["name"],
        api=source.api_base,
        platform=platform.name,
        release=source.sha256[:12],
        version=__version__,
        blocks=blocks,
        template=platform.dialect.endings.template,
        style=platform.dialect.endings.style,
        **_words_of_tool(platform),
    )


def _words_of_tool(platform: Platform) -> dict[str, str]:
    """What the platform's folder says of its own tool; a platform that says nothing has a tool all the same."""
    file = platform.folder / "eject.yaml"
    said = load_yaml(file) if file.exists() else {}
    return _ANY_TOOL | ({name: str(value) for name, value in said.items()} if isinstance(said, dict) else {})
