"""WeChat's own files: app.json, project.config.json, sitemap.json.

https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html
"""

from __future__ import annotations

from typing import Final

from kaipu.platforms.target import Files, JsonObject, Platform, Project, Tab, json_file, plain_config, print_project

OLDEST_LIBRARY: Final = "2.25.0"
"""Of WeChat's base library: what the run time calls is there from here on."""


NEWER_FRAMEWORK: Final[JsonObject] = {"componentFramework": "glass-easel", "glassEaselWebview": True}
"""In app.json for all pages, or in a page's own file. It needs base library 3.8.12; an older one goes on with the
framework it has. https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/glass-easel/migration.html
"""


def assemble(project: Project, platform: Platform) -> Files:
    return (
        print_project(project, platform)
        | _newer_pages(project, platform)
        | {
            "app.json": json_file(_app(project), minify=project.minify),
            "project.config.json": json_file(_developer_tool(project)),
            "sitemap.json": json_file({"rules": [{"action": "allow", "page": "*"}]}, minify=project.minify),
            **({"ext.json": json_file({"entryPagePath": project.ext["entry"]})} if project.ext else {}),
        }
    )


def _newer_pages(project: Project, platform: Platform) -> Files:
    """The pages that ask for the newer framework each for itself."""
    asking = [page for page in project.units if page.kind == "page" and project.asks_for_newer_framework(page)]
    return {
        f"{page.path}.json": json_file(
            {**plain_config(page, platform.dialect), **NEWER_FRAMEWORK}, minify=project.minify
        )
        for page in asking
        if "*" not in project.newer_framework
    }


def _app(project: Project) -> JsonObject:
    theme = project.theme
    app: JsonObject = {
        "pages": [page.path for page in project.pages],
        "window": {
            "navigationBarTitleText": project.name,
            "navigationBarBackgroundColor": theme.background,
            "navigationBarTextStyle": "black" if _is_light(theme.background) else "white",
            "backgroundColor": theme.background,
            "backgroundTextStyle": "dark" if _is_light(theme.background) else "light",
        },
        "style": "v2",
        "lazyCodeLoading": "requiredComponents",
        "sitemapLocation": "sitemap.json",
    }
    if "*" in project.newer_framework:
        app |= NEWER_FRAMEWORK
    # WeChat takes two to five tabs; a shop with one page has no bar.
    if len(project.tabs) > 1:
        app["tabBar"] = {
            "color": theme.muted,
            "selectedColor": theme.primary,
            "backgroundColor": theme.surface,
            "borderStyle": "white" if _is_light(theme.surface) else "black",
            "list": [_tab(tab) for tab in project.tabs],
        }
    return app


def _tab(tab: Tab) -> JsonObject:
    return {"pagePath": tab.page, "text": tab.label, "iconPath": tab.icon, "selectedIconPath": tab.icon_selected}


def _developer_tool(project: Project) -> JsonObject:
    """`touristappid` opens without an account; the owner's own id takes its place before an upload."""
    return {
        "appid": "touristappid",
        "projectname": project.slug,
        "compileType": "miniprogram",
        "libVersion": OLDEST_LIBRARY,
        "packOptions": {"ignore": [{"type": "file", "value": "manifest.json"}], "include": []},
        "setting": {"urlCheck": True, "es6": False, "enhance": False, "minified": False, "postcss": False},
    }


def _is_light(color: str) -> bool:
    """By the weights the eye gives red, green and blue."""
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return red * 299 + green * 587 + blue * 114 > 128_000
