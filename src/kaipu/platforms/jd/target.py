"""JD's own files: app.json, project.config.json.

https://www.bookstack.cn/read/mp-jd-20200423/ae26589a6b6e6687.md
"""

from __future__ import annotations

from kaipu.platforms.app_json import LONGEST_WAIT, print_app
from kaipu.platforms.target import Files, JsonObject, Platform, Project


def assemble(project: Project, platform: Platform) -> Files:
    return print_app(project, platform, LONGEST_WAIT, _developer_tool(project))


def _developer_tool(project: Project) -> JsonObject:
    """Without an id: the developer's tool asks for it. It leaves scripts as they are: whether asynchronous functions
    would come through is not known, and no library of JD's own has any (github jd-ftf/wot-design-mini).
    """
    return {
        "appid": "",
        "projectname": project.slug,
        "compileType": "miniprogram",
        "setting": {"urlCheck": True, "es6": False, "minified": False},
    }
