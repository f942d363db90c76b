"""The package of the platforms that took over one API: what is printed, app.json with its window and tab bar, and the
file of the developer's tool. A platform's target.py says what else it has in either.
"""

from __future__ import annotations

from typing import Final

from kaipu.platforms.target import Files, JsonObject, Platform, Project, Tab, json_file, print_project

LONGEST_WAIT: Final[JsonObject] = {"networkTimeout": {"request": 10_000}}
"""In app.json, in milliseconds for an answer: where a request, or an older library's, cannot say how long it waits."""


def print_app(
    project: Project,
    platform: Platform,
    app: JsonObject,
    tool: JsonObject,
    tool_file: str = "project.config.json",
) -> Files:
    """`app` is what app.json has besides pages, window and tab bar."""
    return print_project(project, platform) | {
        "app.json": json_file(_app(project) | app, minify=project.minify),
        tool_file: json_file(tool),
    }


def _app(project: Project) -> JsonObject:
    app: JsonObject = {"pages": [page.path for page in project.pages], "window": _window(project)}
    # They take two to five tabs; a shop with one page has no bar.
    return app | {"tabBar": _tab_bar(project)} if len(project.tabs) > 1 else app


def _window(project: Project) -> JsonObject:
    background = project.theme.background
    return {
        "navigationBarTitleText": project.name,
        "navigationBarBackgroundColor": background,
        "navigationBarTextStyle": "black" if _is_light(background) else "white",
        "backgroundColor": background,
        "backgroundTextStyle": "dark" if _is_light(background) else "light",
    }


def _tab_bar(project: Project) -> JsonObject:
    theme = project.theme
    return {
        "color": theme.muted,
        "selectedColor": theme.primary,
        "backgroundColor": theme.surface,
        "borderStyle": "white" if _is_light(theme.surface) else "black",
        "list": [_tab(tab) for tab in project.tabs],
    }


def _tab(tab: Tab) -> JsonObject:
    return {"pagePath": tab.page, "text": tab.label, "iconPath": tab.icon, "selectedIconPath": tab.icon_selected}


def _is_light(color: str) -> bool:
    """By the weights the eye gives red, green and blue."""
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return red * 299 + green * 587 + blue * 114 > 128_000
