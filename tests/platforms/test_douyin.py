"""Douyin's package. No compiler of Douyin's runs without its network, so: its published typings, a strict reading
against the tables taken from its documentation, and the same templates turned back for a compiler that does run.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from kaipu.platforms.loader import load_platform

from .map_back import Reading, compile_back, read_package
from .typing_check import undeclared_names

ROOT = Path(__file__).parents[2]
DIALECT = load_platform("douyin").dialect
TYPINGS = "@douyin-microapp/typings"
ONLY_WITH_ITS_TRADE_SYSTEM = {"requestOrder", "getOrderPayment"}


@pytest.fixture(params=[False, True], ids=["readable", "minified"])
def douyin(package, request) -> Path:
    return package("douyin", minify=request.param)


def test_every_tag_attribute_and_event_is_in_the_tables(douyin):
    readings = read_package(douyin, DIALECT)
    assert len(readings) > 15
    assert {name: reading.problems for name, reading in readings.items() if reading.problems} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<view><text></view>", ["</view> closes nothing", "<view> is not closed"]),
        ("<div/>", ["<div> is in no table"]),
        ("<view wx:if='{{a}}'/>", ["<view wx:if> is in no table"]),
        ("<view bind:tap='a'/>", ["<view bind:tap> is in no table"]),
        ("<view bindinput='a'/>", ["<view bindinput> is in no table"]),
        ("<view mut-bind:tap='a'/>", ["<view mut-bind:tap> is in no table"]),
        ("<view aria-label='a'/>", ["<view aria-label> is in no table"]),
        ("<scroll-view show-scrollbar='{{false}}'/>", ["<scroll-view show-scrollbar> is in no table"]),
        ("<button plain='{{true}}'/>", ["<button plain> is in no table"]),
        ("<block class='a'>x</block>", ["<block class> is in no table"]),
        ("<kp-other/>", ["<kp-other> is in no table"]),
    ],
)
def test_the_reading_would_find_a_mistake(text, found):
    assert Reading(text, DIALECT, frozenset()).problems == found


def test_it_is_turned_back_by_its_tables():
    here = "<sjs module='m' src='./m.sjs'/><view tt:for='{{a}}' tt:key='b' bindtap='d' capture-bind:tap='e'/>"
    back = "<wxs module='m' src='./m.wxs'/><view wx:for='{{a}}' wx:key='b' bind:tap='d' capture-bind:tap='e'/>"
    assert Reading(here, DIALECT, frozenset()).wxml == back


@pytest.mark.vendor
def test_the_same_templates_compile_when_turned_back(douyin, tmp_path):
    done = compile_back(read_package(douyin, DIALECT), tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.vendor
def test_scripts_use_nothing_that_douyin_lacks(package):
    """But for the trade system, which the typings leave out; runtime/trade.d.ts states it."""
    missing = undeclared_names(package("douyin"), TYPINGS)
    assert {place.split("'")[1] for place in missing} == ONLY_WITH_ITS_TRADE_SYSTEM


@pytest.mark.vendor
def test_a_script_of_another_platform_would_be_found(package, tmp_path):
    broken = shutil.copytree(package("douyin"), tmp_path / "broken")
    (broken / "app.js").write_text("wx.request({});\ntt.requestt({});\n")
    found = undeclared_names(broken, TYPINGS)
    assert found[0] == "app.js(1,1): Cannot find name 'wx'."
    assert found[1].startswith("app.js(2,4): Property 'requestt' does not exist on type")


@pytest.mark.vendor
def test_the_run_time_is_what_the_shell_asks_for():
    command = ["npx", "tsc", "-p", "src/kaipu/platforms/douyin"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_configuration_speaks_douyins_words(douyin):
    app = json.loads((douyin / "app.json").read_text())
    assert app.keys() <= {"pages", "window", "tabBar", "networkTimeout", "subpackages", "subPackages"}
    tabs = app["tabBar"]["list"]
    assert [item["pagePath"] for item in tabs] == app["pages"][: len(tabs)]
    assert 2 <= len(tabs) <= 5
    assert json.loads((douyin / "project.config.json").read_text())["appid"]
