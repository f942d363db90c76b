"""Xiaohongshu's own files: app.json, project.config.json.

https://miniapp.xiaohongshu.com/doc/DC977105
"""

from __future__ import annotations

from kaipu.platforms.app_json import print_app
from kaipu.platforms.target import Files, JsonObject, Platform, Project


def assemble(project: Project, platform: Platform) -> Files:
    return print_app(project, platform, {"lazyCodeLoading": "requiredComponents"}, _developer_tool(project))


def _developer_tool(project: Project) -> JsonObject:
    """`compileType` tells a mini program from a widget, which has but one page. The id is the one that the platform's
    project reader (npm xhs-mp-project 2.1.6) gives to a project without any.
    """
    return {
        "appid": "testappid",
        "projectname": project.slug,
        "compileType": "miniprogram",
        "miniprogramRoot": "./",
        "packOptions": {"ignore": [{"type": "file", "value": "manifest.json"}], "include": []},
        "setting": {"urlCheck": True, "es6": False, "enhance": False, "minified": False, "postcss": False},
    }
