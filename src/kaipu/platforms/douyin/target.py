"""Douyin's own files: app.json, project.config.json.

https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/framework/general-configuration
"""

from __future__ import annotations

from typing import Final

from kaipu.platforms.app_json import common_app
from kaipu.platforms.target import Files, JsonObject, Platform, Project, json_file, print_project

LONGEST_WAIT_MS: Final = 10_000
"""For an answer; a request itself cannot say how long it waits."""


def assemble(project: Project, platform: Platform) -> Files:
    app = common_app(project) | {"networkTimeout": {"request": LONGEST_WAIT_MS}}
    return print_project(project, platform) | {
        "app.json": json_file(app, minify=project.minify),
        "project.config.json": json_file(_developer_tool(project)),
    }


def _developer_tool(project: Project) -> JsonObject:
    """`testAppId` opens without an account; the owner's own id takes its place before an upload."""
    return {
        "appid": "testAppId",
        "projectname": project.slug,
        "setting": {"urlCheck": True, "es6": False, "minified": False, "postcss": False},
    }
