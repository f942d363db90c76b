"""Alipay's own files: app.json, mini.project.json.

https://opendocs.alipay.com/mini/framework/app-json
"""

from __future__ import annotations

from kaipu.platforms.target import Files, JsonObject, Platform, Project, Tab, json_file, print_project


def assemble(project: Project, platform: Platform) -> Files:
    return print_project(project, platform) | {
        "app.json": json_file(_app(project), minify=project.minify),
        "mini.project.json": json_file(_developer_tool(project)),
    }


def _app(project: Project) -> JsonObject:
    theme = project.theme
    app: JsonObject = {
        "pages": [page.path for page in project.pages],
        "window": {
            "defaultTitle": project.name,
            "titleBarColor": theme.background,
            "backgroundColor": theme.background,
        },
        "lazyCodeLoading": "requiredComponents",
    }
    # Alipay takes two to five tabs; a shop with one page has no bar.
    if len(project.tabs) > 1:
        app["tabBar"] = {
            "textColor": theme.muted,
            "selectedColor": theme.primary,
            "backgroundColor": theme.surface,
            "items": [_tab(tab) for tab in project.tabs],
        }
    return app


def _tab(tab: Tab) -> JsonObject:
    return {"pagePath": tab.page, "name": tab.label, "icon": tab.icon, "activeIcon": tab.icon_selected}


def _developer_tool(project: Project) -> JsonObject:
    """`component2` is the component model the run time is written for."""
    return {
        "format": 2,
        "name": project.slug,
        "compileType": "mini",
        "compileOptions": {"component2": True, "transpile": {"script": {"ignore": ["**"]}}},
        "uploadExclude": ["manifest.json"],
    }
