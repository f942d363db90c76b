"""QQ's package. QQ publishes neither typings nor a compiler that runs without its network, so: a strict reading against
the tables taken from its documentation, and the same templates turned back for a compiler that does run.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from kaipu.platforms.loader import load_platform

from .map_back import Reading, compile_back, read_package

ROOT = Path(__file__).parents[2]
DIALECT = load_platform("qq").dialect


@pytest.fixture(params=[False, True], ids=["readable", "minified"])
def qq(package, request) -> Path:
    return package("qq", minify=request.param)


def test_every_tag_attribute_and_event_is_in_the_tables(qq):
    readings = read_package(qq, DIALECT)
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
        ("<view role='button'/>", ["<view role> is in no table"]),
        ("<image aria-role='img'/>", ["<image aria-role> is in no table"]),
        ("<scroll-view show-scrollbar='{{false}}'/>", ["<scroll-view show-scrollbar> is in no table"]),
        ("<block class='a'>x</block>", ["<block class> is in no table"]),
        ("<kp-other/>", ["<kp-other> is in no table"]),
        ("<kp-own jd:if='{{a}}'/>", ["<kp-own jd:if> is in no table"]),
    ],
)
def test_the_reading_would_find_a_mistake(text, found):
    assert Reading(text, DIALECT, frozenset({"kp-own"})).problems == found


def test_it_is_turned_back_by_its_tables():
    here = (
        "<qs module='m' src='./m.qs'/><view qq:for='{{a}}' qq:key='b' aria-role='c' bindtap='d' capture-bind:tap='e'/>"
    )
    back = "<wxs module='m' src='./m.wxs'/><view wx:for='{{a}}' wx:key='b' role='c' bind:tap='d' capture-bind:tap='e'/>"
    assert Reading(here, DIALECT, frozenset()).wxml == back


@pytest.mark.vendor
def test_the_same_templates_compile_when_turned_back(qq, tmp_path):
    done = compile_back(read_package(qq, DIALECT), tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.vendor
def test_a_broken_template_would_be_found(tmp_path):
    reading = Reading("<view qq:else>1</view>", DIALECT, frozenset())
    assert compile_back({"a.qml": reading}, tmp_path).returncode != 0


@pytest.mark.vendor
def test_the_run_time_is_what_the_shell_asks_for():
    command = ["npx", "tsc", "-p", "src/kaipu/platforms/qq"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_configuration_speaks_qqs_words(qq):
    app = json.loads((qq / "app.json").read_text())
    assert app.keys() <= {"pages", "window", "tabBar", "networkTimeout"}
    assert [item["pagePath"] for item in app["tabBar"]["list"]] == app["pages"][: len(app["tabBar"]["list"])]
    assert 2 <= len(app["tabBar"]["list"]) <= 5
    tool = json.loads((qq / "project.config.json").read_text())
    assert tool["qqappid"]
    assert "qqLibVersion" in tool
    assert not {"appid", "libVersion"} & tool.keys()
