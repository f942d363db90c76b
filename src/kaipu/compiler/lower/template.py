"""The project that serves any shop: all blocks, tab pages by number, and the shop named by the platform's ext
configuration when the package runs. See docs/decisions/template-packages.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from kaipu.compiler.dialect import Dialect
from kaipu.compiler.library import Library
from kaipu.compiler.lower.icons import paint
from kaipu.compiler.lower.modules import Modules, Shrink
from kaipu.compiler.lower.project import DRAWN_PAGE, assemble, theme_of
from kaipu.compiler.lower.tabs import TabPage, check_tabs, read_tabs
from kaipu.compiler.project import BuildSource, Project, Tab, Theme
from kaipu.definition.diagnostics import Refused
from kaipu.definition.document import SHELL_PAGES
from kaipu.definition.tree import JsonObject

TAB_PAGES: Final = tuple(f"tab{number}" for number in range(1, 6))
"""As many as a tab bar may hold: pages cannot be added to a package that was reviewed."""
_PLAIN: Final = Theme("#B3261E", "#E8A33D", "#FFFFFF", "#FFFFFF", "#1F1F1F", 12)


@dataclass(frozen=True, slots=True)
class Template:
    """What a package for any shop is made of."""

    blocks: Mapping[str, int]
    """All there are, with their versions."""
    first: frozenset[str]
    """Those that first pages mostly show: they are there at once, the others wait."""
    shop: BuildSource | None = None
    """Whose configuration is written beside it; None leaves it to be filled in."""


def lower_template(library: Library, template: Template, dialect: Dialect, shrink: Shrink | None = None) -> Project:
    shop = template.shop
    tabs = read_tabs(shop.definition) if shop else ()
    if shop and (problems := tuple(check_tabs(tabs, library, shop.definition))):
        raise Refused(problems)
    pages = tuple(TabPage(name, False, "", "", "") for name in TAB_PAGES)
    modules = Modules(library, shrink, moves=True, template=True)
    shown = dict.fromkeys(TAB_PAGES, template.first)
    project = assemble(modules, template.blocks, pages, shown, apart=_apart(library, template, dialect))
    return replace(
        project,
        name=str(shop.definition["name"]) if shop else "",
        theme=theme_of(shop.definition) if shop else _PLAIN,
        tabs=tuple(_tab(number, tab) for number, tab in enumerate(tabs, 1)),
        assets={**project.assets, **_icons(library)},
        ext=_ext(shop, tabs),
    )


def _apart(library: Library, template: Template, dialect: Dialect) -> frozenset[str]:
    """Pages that can be no tab, and blocks that are seldom shown first; a block waits only where something can be
    drawn for it meanwhile.
    """
    if not dialect.subpackages:
        return frozenset()
    tabs = {page.removeprefix("@") for page in SHELL_PAGES}
    pages = {f"pages/{name}" for name in library.page_names() if name != DRAWN_PAGE and name not in tabs}
    blocks = {f"blocks/{block}" for block in template.blocks if block not in template.first}
    return frozenset(pages | blocks if dialect.placeholder and dialect.placeholder_across else pages)


def _ext(shop: BuildSource | None, tabs: tuple[TabPage, ...]) -> JsonObject:
    return {
        "shop": shop.slug if shop else "",
        "api": shop.api_base if shop else "",
        "pictures": shop.pictures_base if shop else "",
        "entry": f"pages/{TAB_PAGES[0]}/{TAB_PAGES[0]}",
        "tabs": [f"@{tab.name}" if tab.shell else tab.name for tab in tabs],
    }


def _tab(number: int, tab: TabPage) -> Tab:
    name = tab.name if tab.shell else f"tab{number}"
    icon = f"icons/{tab.icon}"
    return Tab(f"pages/{name}/{name}", tab.label, f"{icon}.png", f"{icon}-selected.png")


def _icons(library: Library) -> dict[str, bytes]:
    """All of them, in colours that go with any shop's."""
    icons: dict[str, bytes] = {}
    for name in library.icon_names():
        mask = library.read(f"shell/icons/{name}.png") or b""
        icons[f"icons/{name}.png"] = paint(mask, _PLAIN.muted)
        icons[f"icons/{name}-selected.png"] = paint(mask, _PLAIN.text)
    return icons
