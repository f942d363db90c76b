"""QQ's own files: app.json, project.config.json.

https://q.qq.com/wiki/develop/miniprogram/frame/config/config_app.html
"""

from __future__ import annotations

from kaipu.platforms.app_json import LONGEST_WAIT, print_app
from kaipu.platforms.target import Files, JsonObject, Platform, Project


def assemble(project: Project, platform: Platform) -> Files:
    return print_app(project, platform, LONGEST_WAIT, _developer_tool(project))


def _developer_tool(project: Project) -> JsonObject:
    """The tool is shared with another platform, so QQ's id and library have names of their own. `touristappid` opens
    without an account; no library is the newest. The tool leaves scripts as they are: asynchronous functions would not
    come through, as in the tool it was made from (https://github.com/NervJS/taro/issues/5275).
    """
    return {
        "qqappid": "touristappid",
        "projectname": project.slug,
        "compileType": "miniprogram",
        "qqLibVersion": "",
        "packOptions": {"ignore": [{"type": "file", "value": "manifest.json"}]},
        "setting": {"urlCheck": True, "es6": False, "minified": False, "postcss": False},
    }
