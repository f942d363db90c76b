"""The parts of app.json that the platforms have in common that took over one API: what a window looks like, and the
tab bar. A platform's target.py adds what else it knows.
"""

from __future__ import annotations

from kaipu.compiler.project import Project, Tab
from kaipu.definition.tree import JsonObject


def common_app(project: Project) -> JsonObject:
    """Pages, window and tab bar."""
    app: JsonObject = {"pages": [page.path for page in project.pages], "window": _window(project)}
    # They take two to five tabs; a shop with one page has no bar.
    return app | {"tabBar": _tab_bar(project)} if len(project.tabs) > 1 else app


def is_light(color: str) -> bool:
    """By the weights the eye gives red, green and blue."""
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return red * 299 + green * 587 + blue * 114 > 128_000


def _window(project: Project) -> JsonObject:
    background = project.theme.background
    return {
        "navigationBarTitleText": project.name,
        "navigationBarBackgroundColor": background,
        "navigationBarTextStyle": "black" if is_light(background) else "white",
        "backgroundColor": background,
        "backgroundTextStyle": "dark" if is_light(background) else "light",
    }


def _tab_bar(project: Project) -> JsonObject:
    theme = project.theme
    return {
        "color": theme.muted,
        "selectedColor": theme.primary,
        "backgroundColor": theme.surface,
        "borderStyle": "white" if is_light(theme.surface) else "black",
        "list": [_tab(tab) for tab in project.tabs],
    }


def _tab(tab: Tab) -> JsonObject:
    return {"pagePath": tab.page, "text": tab.label, "iconPath": tab.icon, "selectedIconPath": tab.icon_selected}
