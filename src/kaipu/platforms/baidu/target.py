"""Baidu's own files: app.json, project.swan.json.

https://smartprogram.baidu.com/docs/develop/framework/process/
"""

from __future__ import annotations

from kaipu.platforms.app_json import LONGEST_WAIT, print_app
from kaipu.platforms.target import Files, JsonObject, Platform, Project


def assemble(project: Project, platform: Platform) -> Files:
    return print_app(project, platform, LONGEST_WAIT, _developer_tool(project), "project.swan.json")


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
