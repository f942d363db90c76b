"""app.json and the developer tool's file have what the platforms' documentation lists, or what their published readers
ask for.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kaipu.platforms.loader import load_platform

WAIT = {"networkTimeout": {"request": 10_000}}
BESIDE = {
    "baidu": WAIT,
    "douyin": WAIT,
    "jd": WAIT,
    "kuaishou": {},
    "qq": WAIT,
    "xiaohongshu": {"lazyCodeLoading": "requiredComponents"},
}
"""What app.json has besides pages, window and tab bar."""
TOOL = {
    "alipay": {"format", "name", "compileType", "compileOptions", "uploadExclude"},
    "baidu": {"appid", "projectname", "host", "setting", "compilation-args"},
    "douyin": {"appid", "projectname", "setting"},
    "jd": {"appid", "projectname", "compileType", "setting"},
    "kuaishou": {"appid", "projectname", "compileType", "setting", "packOptions"},
    "qq": {"qqappid", "projectname", "compileType", "qqLibVersion", "packOptions", "setting"},
    "xiaohongshu": {"appid", "projectname", "compileType", "miniprogramRoot", "packOptions", "setting"},
}
"""What its file has; QQ's tool is another platform's too, and there `appid` is not QQ's."""
TOOL_FILES = {"alipay": "mini.project.json", "baidu": "project.swan.json"}
NEEDS_NO_ACCOUNT = {"douyin": "appid", "qq": "qqappid", "xiaohongshu": "appid"}
both = pytest.mark.parametrize("minify", [False, True], ids=["readable", "minified"])


def read(file: Path) -> dict:
    return json.loads(file.read_text("utf-8"))


@both
@pytest.mark.parametrize("platform", BESIDE)
def test_app_json_has_what_the_documentation_lists(package, platform, minify):
    folder, dialect = package(platform, minify=minify), load_platform(platform).dialect
    app = read(folder / "app.json")
    common = {"pages", "window", "tabBar", dialect.subpackages}
    assert {key: value for key, value in app.items() if key not in common} == BESIDE[platform]
    assert not any(page.startswith(("/", ".")) for page in app["pages"])
    assert len(app["pages"]) == len(set(app["pages"]))
    endings = (".js", dialect.endings.template)
    assert all((folder / f"{page}{ending}").exists() for page in app["pages"] for ending in endings)
    assert (folder / f"app{dialect.endings.style}").exists()
    assert app["window"]["navigationBarTextStyle"] in {"black", "white"}
    assert app["window"]["backgroundTextStyle"] in {"dark", "light"}
    tabs = app["tabBar"]["list"]
    assert 2 <= len(tabs) <= 5
    assert [tab["pagePath"] for tab in tabs] == app["pages"][: len(tabs)]


@both
@pytest.mark.parametrize("platform", TOOL)
def test_the_developer_tool_finds_its_file(package, platform, minify):
    folder, name = package(platform, minify=minify), TOOL_FILES.get(platform, "project.config.json")
    assert [file.name for file in folder.glob("*project*.json")] == [name]
    tool = read(folder / name)
    assert tool.keys() == TOOL[platform]
    assert "compileType" not in tool or tool["compileType"] == ("mini" if platform == "alipay" else "miniprogram")
    # Asynchronous functions would not come through.
    assert not tool.get("setting", {}).get("es6")
    if platform in NEEDS_NO_ACCOUNT:
        assert tool[NEEDS_NO_ACCOUNT[platform]]


@both
@pytest.mark.parametrize("platform", BESIDE)
def test_components_say_that_they_are(package, platform, minify):
    folder, template = package(platform, minify=minify), load_platform(platform).dialect.endings.template
    used = {path for file in folder.rglob("pages/*/*.json") for path in read(file)["usingComponents"].values()}
    assert len(used) > 10
    for path in used:
        file = folder / path.removeprefix("/")
        assert read(file.with_suffix(".json"))["component"] is True
        assert file.with_suffix(".js").exists()
        assert file.with_suffix(template).exists()


@both
def test_pages_speak_alipays_words(package, minify):
    alipay = package("alipay", minify=minify)
    page, app = read(alipay / "pages/home/home.json"), read(alipay / "app.json")
    assert page["pullRefresh"] is True
    assert page.keys() <= {"defaultTitle", "pullRefresh", "usingComponents"}
    assert [item["pagePath"] for item in app["tabBar"]["items"]] == app["pages"][: len(app["tabBar"]["items"])]
    assert read(alipay / "mini.project.json")["compileOptions"]["component2"] is True
