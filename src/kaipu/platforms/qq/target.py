"""QQ's own files: app.json, project.config.json.

https://q.qq.com/wiki/develop/miniprogram/frame/config/config_app.html
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
    """The tool is shared with another platform, so QQ's id and library have names of their own. `touristappid` opens
    without an account; no library is the newest. The tool writes scripts anew for older phones.
    """
    return {
        "qqappid": "touristappid",
        "projectname": project.slug,
        "compileType": "miniprogram",
        "qqLibVersion": "",
        "packOptions": {"ignore": [{"type": "file", "value": "manifest.json"}]},
        "setting": {"urlCheck": True, "es6": True, "minified": False, "postcss": False},
    }
