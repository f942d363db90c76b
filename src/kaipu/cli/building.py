"""What the commands that build have in common: which platforms are meant, and what a package for any shop holds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kaipu.cli.failure import Failure
from kaipu.compiler.dialect import Platform
from kaipu.compiler.lower.template import Template
from kaipu.compiler.project import BuildSource
from kaipu.definition import BlockRegistry
from kaipu.platforms.loader import installed_platforms, load_platform


def choose_platforms(said: Iterable[str], folders: Iterable[Path], *, template: bool = False) -> list[Platform]:
    """Those asked for, each time any number with commas between, of Kaipu's own, those of installed packages, and those
    in the folders. Failure if one is not known, or has no packages that serve any shop when such are wanted; `all` are
    those that have some.
    """
    known = installed_platforms(*folders)
    names = dict.fromkeys(name.strip() for text in said for name in text.split(","))
    everyone = "all" in names
    asked = list(known if everyone else names)
    for name in asked:
        if name not in known:
            raise Failure("platform_unknown", platform=name, platforms=", ".join(known))
    platforms = [load_platform(name, known[name]) for name in asked]
    without = [platform for platform in platforms if template and platform.dialect.bundled]
    if without and not everyone:
        raise Failure("template_needless", platform=without[0].name)
    return [platform for platform in platforms if platform not in without]


def template_of(registry: BlockRegistry, shop: BuildSource | None) -> Template:
    """All blocks; those on the first pages of Kaipu's trades are there at once."""
    from kaipu.trades import list_trades, load_trade

    first: set[str] = set()
    for name in list_trades():
        definition = load_trade(name).definition
        page = definition.pages[definition.entry_page]
        first |= {definition.nodes[node].block for node in page.nodes}
    return Template({manifest.id: manifest.version for manifest in registry}, frozenset(first), shop)
