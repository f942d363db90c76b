"""WeChat's own files: app.json, project.config.json, sitemap.json.

https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html
"""

from __future__ import annotations

from typing import Final

from kaipu.platforms.app_json import print_app
from kaipu.platforms.target import Files, JsonObject, Platform, Project, json_file, plain_config

OLDEST_LIBRARY: Final = "2.25.0"
"""Of WeChat's base library: what the run time calls is there from here on."""

NEWER_FRAMEWORK: Final[JsonObject] = {"componentFramework": "glass-easel", "glassEaselWebview": True}
"""In app.json for all pages, or in a page's own file. It needs base library 3.8.12; an older one goes on with the
framework it has. https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/glass-easel/migration.html
"""


def assemble(project: Project, platform: Platform) -> Files:
    return (
        print_app(project, platform, _app(project), _developer_tool(project))
        | _newer_pages(project, platform)
        | {
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
    app: JsonObject = {
        "style": "v2",
        "lazyCodeLoading": "requiredComponents",
        "sitemapLocation": "sitemap.json",
    }
    return app | NEWER_FRAMEWORK if "*" in project.newer_framework else app


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
