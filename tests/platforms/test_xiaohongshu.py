"""Xiaohongshu's package. Xiaohongshu publishes neither typings nor a compiler that runs without its network, so: a
strict reading against the tables taken from its documentation, the same templates turned back for a compiler that does
run, and what its project reader asks of app.json.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from kaipu.platforms.loader import load_platform

from .map_back import Reading, compile_back, read_package

ROOT = Path(__file__).parents[2]
DIALECT = load_platform("xiaohongshu").dialect


@pytest.fixture(params=[False, True], ids=["readable", "minified"])
def xiaohongshu(package, request) -> Path:
    return package("xiaohongshu", minify=request.param)


def test_every_tag_attribute_and_event_is_in_the_tables(xiaohongshu):
    readings = read_package(xiaohongshu, DIALECT)
    assert len(readings) > 15
    assert {name: reading.problems for name, reading in readings.items() if reading.problems} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<view wx:if='{{a}}'/>", ["<view wx:if> is in no table"]),
        ("<view bind:tap='a'/>", ["<view bind:tap> is in no table"]),
        ("<view aria-label='a'/>", ["<view aria-label> is in no table"]),
        ("<textarea bindconfirm='a'/>", ["<textarea bindconfirm> is in no table"]),
        ("<text selectable='{{true}}'>1</text>", ["<text selectable> is in no table"]),
    ],
)
def test_the_reading_would_find_a_mistake(text, found):
    assert Reading(text, DIALECT, frozenset()).problems == found


def test_it_is_turned_back_by_its_tables():
    here = "<sjs module='m' src='./m.sjs'/><view xhs:if='{{a}}'>1</view><view xhs:else bindlongpress='b'>2</view>"
    back = "<wxs module='m' src='./m.wxs'/><view wx:if='{{a}}'>1</view><view wx:else bind:longpress='b'>2</view>"
    assert Reading(here, DIALECT, frozenset()).wxml == back


@pytest.mark.vendor
def test_the_same_templates_compile_when_turned_back(xiaohongshu, tmp_path):
    done = compile_back(read_package(xiaohongshu, DIALECT), tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.vendor
def test_the_run_time_is_what_the_shell_asks_for():
    command = ["npx", "tsc", "-p", "src/kaipu/platforms/xiaohongshu"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_app_json_is_as_the_project_reader_asks(xiaohongshu):
    app = json.loads((xiaohongshu / "app.json").read_text())
    assert not any(page.startswith(("/", ".")) for page in app["pages"])
    assert all((xiaohongshu / f"{page}{ending}").exists() for page in app["pages"] for ending in (".js", ".xhsml"))
    assert app["window"]["navigationBarTextStyle"] in {"black", "white"}
    assert app["window"]["backgroundTextStyle"] in {"dark", "light"}
    assert 2 <= len(app["tabBar"]["list"]) <= 5
    assert {tab["pagePath"] for tab in app["tabBar"]["list"]} <= set(app["pages"])
    assert app["lazyCodeLoading"] == "requiredComponents"
    assert json.loads((xiaohongshu / "project.config.json").read_text())["compileType"] == "miniprogram"


def test_components_are_as_the_project_reader_asks(xiaohongshu):
    units = [json.loads(file.read_text()) for file in xiaohongshu.rglob("pages/*/*.json")]
    used = {path for unit in units for path in unit["usingComponents"].values()}
    assert len(used) > 10
    for path in used:
        file = xiaohongshu / path.removeprefix("/")
        assert json.loads(file.with_suffix(".json").read_text())["component"] is True
        assert file.with_suffix(".js").exists()
        assert file.with_suffix(".xhsml").exists()
