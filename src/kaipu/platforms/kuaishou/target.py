"""Kuaishou's own files: app.json, project.config.json.

https://open.kuaishou.com/docs/develop/frame/config/conf_appjson.html
"""

from __future__ import annotations

from kaipu.platforms.app_json import print_app
from kaipu.platforms.target import Files, JsonObject, Platform, Project


def assemble(project: Project, platform: Platform) -> Files:
    return print_app(project, platform, {}, _developer_tool(project))


def _developer_tool(project: Project) -> JsonObject:
    """Without an id: the developer's tool asks for it. It leaves scripts as they are: asynchronous functions would not
    come through.
    """
    return {
        "appid": "",
        "projectname": project.slug,
        "compileType": "miniprogram",
        "setting": {"urlCheck": True, "es6": False, "postcss": False, "minified": False},
        "packOptions": {"ignore": [{"type": "file", "value": "manifest.json"}]},
    }
