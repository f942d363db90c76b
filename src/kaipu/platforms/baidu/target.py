"""Baidu's own files: app.json, project.swan.json.

https://smartprogram.baidu.com/docs/develop/framework/process/
"""

from __future__ import annotations

from typing import Final

from kaipu.platforms.app_json import common_app
from kaipu.platforms.target import Files, JsonObject, Platform, Project, json_file, print_project

LONGEST_WAIT_MS: Final = 10_000
"""For an answer; older libraries hear it from no request itself."""


def assemble(project: Project, platform: Platform) -> Files:
    app = common_app(project) | {"networkTimeout": {"request": LONGEST_WAIT_MS}}
    return print_project(project, platform) | {
        "app.json": json_file(app, minify=project.minify),
        "project.swan.json": json_file(_developer_tool(project)),
    }


def _developer_tool(project: Project) -> JsonObject:
    """Without an id: the developer's tool asks for it, and writes scripts anew for older phones. `enhance` lets it do
    that with asynchronous functions too.

    https://smartprogram.baidu.com/docs/develop/devtools/projectconfig/
    """
    return {
        "appid": "",
        "projectname": project.slug,
        "host": "baiduboxapp",
        "setting": {"urlCheck": True},
        "compilation-args": {"common": {"enhance": True, "ignorePrefixCss": False}},
    }
