"""Puts a project together: which pages there are, which blocks they can show, which modules those reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, cast

from kaipu.compiler.library import Library
from kaipu.compiler.lower.modules import Modules, Shrink
from kaipu.compiler.lower.tabs import TabPage, check_tabs, make_tabs, read_tabs
from kaipu.compiler.lower.units import Units
from kaipu.compiler.project import BuildSource, Project, Theme, Unit
from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Diagnostic, Refused
from kaipu.definition.tree import JsonObject

DRAWN_PAGE: Final = "page"
"""The shell's page that draws a page of the definition."""
_ANY_THEME: Final = Theme("#B3261E", "#E8A33D", "#FFF8F0", "#FFFFFF", "#2B1B12", 12)


def lower(library: Library, source: BuildSource, shrink: Shrink | None = None, *, apart: bool = False) -> Project:
    """The project of one shop, with only the blocks its release uses. `shrink`, if given, makes each script smaller;
    `apart`: all pages of the shell that are no tab wait in a subpackage. Refused with everything wrong on the way.
    """
    tabs = read_tabs(source.definition)
    problems = [
        messages().error("block_unknown", "/nodes", block=block)
        for block in source.blocks
        if block not in library.blocks
    ]
    problems += check_tabs(tabs, library, source.definition)
    if problems:
        raise Refused(problems)
    theme = theme_of(source.definition)
    waiting = {f"pages/{name}" for name in library.page_names()} - {f"pages/{tab.name}" for tab in tabs}
    modules = Modules(library, shrink, moves=apart)
    shown = _shown(source.definition)
    later = frozenset(waiting - {f"pages/{DRAWN_PAGE}"} if apart else ())
    project = assemble(modules, source.blocks, tabs, shown, apart=later)
    made, icons = make_tabs(tabs, library, theme)
    name = str(source.definition["name"])
    return replace(project, source=source, name=name, theme=theme, tabs=made, assets={**project.assets, **icons})


def lower_all(library: Library, blocks: Mapping[str, int], shrink: Shrink | None = None, rest: str = "") -> Project:
    """The project of no shop in particular: all blocks, and each page of the shell once. `rest` is the tag that draws
    blocks which join later, where the platform has one.
    """
    return assemble(Modules(library, shrink), blocks, (), {}, rest)


def theme_of(definition: JsonObject) -> Theme:
    given = definition["theme"]
    assert isinstance(given, dict)  # noqa: S101 - validated
    colors = {name: str(given[name]) for name in ("primary", "accent", "background", "surface", "text")}
    return Theme(**colors, radius_px=int(str(given["radius_px"])))


def _shown(definition: JsonObject) -> dict[str, frozenset[str]]:
    """Page of the definition -> the blocks on it."""
    pages = cast("dict[str, dict[str, list[str]]]", definition["pages"])
    nodes = cast("dict[str, dict[str, str]]", definition["nodes"])
    return {name: frozenset(nodes[node]["block"] for node in page["nodes"]) for name, page in pages.items()}


def assemble(
    modules: Modules,
    blocks: Mapping[str, int],
    tabs: tuple[TabPage, ...],
    shown: Mapping[str, frozenset[str]],
    rest: str = "",
    apart: frozenset[str] = frozenset(),
) -> Project:
    """The project without a shop. `shown`: page of the definition -> the blocks it is known to show at first;
    `apart`: the pages and blocks that wait in a subpackage.
    """
    library = modules.library
    units = Units(modules, tuple(sorted(blocks)), rest, apart)
    pages = _pages(library, units, tabs, shown)
    drawn = tuple(units.block(block) for block in units.blocks)
    app = modules.entry("shell/app.js", "app.js")
    style = library.style("shell/app.wxss")
    problems: list[Diagnostic] = []
    for problem in (*library.problems, *modules.problems, *units.problems):
        # A page that is there for several tabs has each of its problems several times.
        if problem not in problems:
            problems.append(problem)
    if problems:
        raise Refused(problems)
    return Project(
        source=None,
        name="",
        theme=_ANY_THEME,
        app_style=style,
        units=(*pages, *drawn, *units.components()),
        modules=(app, *modules.reached()),
        tabs=(),
        assets=units.assets,
        blocks=dict(sorted(blocks.items())),
        minify=modules.shrink is not None,
        homes={block: library.blocks[block] for block in sorted(blocks)},
    )


def _pages(
    library: Library, units: Units, tabs: tuple[TabPage, ...], shown: Mapping[str, frozenset[str]]
) -> tuple[Unit, ...]:
    """Tabs first, in their order; then all pages of the shell that are no tab."""
    first = [
        units.page(tab.name) if tab.shell else units.page(DRAWN_PAGE, tab.name, shown.get(tab.name)) for tab in tabs
    ]
    in_the_bar = {tab.name for tab in tabs}
    return (*first, *(units.page(name) for name in library.page_names() if name not in in_the_bar))
