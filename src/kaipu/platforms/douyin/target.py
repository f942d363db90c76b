"""Douyin's own files: app.json, project.config.json.

https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/framework/general-configuration
"""

from __future__ import annotations

from kaipu.platforms.app_json import LONGEST_WAIT, print_app
from kaipu.platforms.target import Files, JsonObject, Platform, Project


def assemble(project: Project, platform: Platform) -> Files:
    return print_app(project, platform, LONGEST_WAIT, _developer_tool(project))


def _developer_tool(project: Project) -> JsonObject:
    """`testAppId` opens without an account; the owner's own id takes its place before an upload."""
    return {
        "appid": "testAppId",
        "projectname": project.slug,
        "setting": {"urlCheck": True, "es6": False, "minified": False, "postcss": False},
    }
