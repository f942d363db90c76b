"""The tab bar of a release: which page each tab shows, and its icons in the theme's colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from kaipu.compiler.library import Library
from kaipu.compiler.lower.icons import paint
from kaipu.compiler.project import Tab, Theme
from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Diagnostic
from kaipu.definition.tree import JsonObject


@dataclass(frozen=True, slots=True)
class TabPage:
    name: str
    """Of the page in the package."""
    shell: bool
    """Whether it is a page of the shell, not of the definition."""
    label: str
    icon: str
    pointer: str


def read_tabs(definition: JsonObject) -> tuple[TabPage, ...]:
    tabs = cast("list[dict[str, str]]", definition["tabs"])
    return tuple(
        TabPage(tab["page"].removeprefix("@"), tab["page"].startswith("@"), tab["label"], tab["icon"], f"/tabs/{place}")
        for place, tab in enumerate(tabs)
    )


def check_tabs(tabs: tuple[TabPage, ...], library: Library, definition: JsonObject) -> Iterator[Diagnostic]:
    fixed = library.page_names()
    pages = cast("JsonObject", definition["pages"])
    for tab in tabs:
        if tab.name not in (fixed if tab.shell else pages):
            yield messages().error("page_unknown", f"{tab.pointer}/page", page=tab.name)
        elif not tab.shell and tab.name in fixed:
            yield messages().error("page_name_taken", f"{tab.pointer}/page", page=tab.name)
        if not library.exists(_mask(tab.icon)):
            yield messages().error("icon_unknown", f"{tab.pointer}/icon", icon=tab.icon)


def make_tabs(tabs: tuple[TabPage, ...], library: Library, theme: Theme) -> tuple[tuple[Tab, ...], dict[str, bytes]]:
    """The tabs, and the icons by path."""
    made: list[Tab] = []
    icons: dict[str, bytes] = {}
    for tab in tabs:
        path = f"icons/{tab.icon}"
        made.append(Tab(f"pages/{tab.name}/{tab.name}", tab.label, f"{path}.png", f"{path}-selected.png"))
        mask = library.read(_mask(tab.icon)) or b""
        icons[f"{path}.png"] = paint(mask, theme.muted)
        icons[f"{path}-selected.png"] = paint(mask, theme.primary)
    return tuple(made), icons


def _mask(icon: str) -> str:
    return f"shell/icons/{icon}.png"
