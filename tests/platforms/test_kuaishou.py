"""Kuaishou's package. Its typings come without a licence and its compiler does not run without its network, so: a
strict reading against the tables, and the same templates turned back for a compiler that does run.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from kaipu.platforms.loader import load_platform

from .map_back import Reading, compile_back, read_package

ROOT = Path(__file__).parents[2]
DIALECT = load_platform("kuaishou").dialect


@pytest.fixture(params=[False, True], ids=["readable", "minified"])
def kuaishou(package, request) -> Path:
    return package("kuaishou", minify=request.param)


def test_every_tag_attribute_and_event_is_in_the_tables(kuaishou):
    readings = read_package(kuaishou, DIALECT)
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
        ("<view role='button'/>", ["<view role> is in no table"]),
        ("<input placeholder-class='a'/>", ["<input placeholder-class> is in no table"]),
        ("<scroll-view show-scrollbar='{{false}}'/>", ["<scroll-view show-scrollbar> is in no table"]),
        ("<block class='a'>x</block>", ["<block class> is in no table"]),
        ("<kp-other/>", ["<kp-other> is in no table"]),
    ],
)
def test_the_reading_would_find_a_mistake(text, found):
    assert Reading(text, DIALECT, frozenset()).problems == found


def test_it_is_turned_back_by_its_tables():
    here = "<ks module='m' src='./m.ks'/><view ks:for='{{a}}' ks:key='b' aria-role='c' bindtap='d'/>"
    back = "<wxs module='m' src='./m.wxs'/><view wx:for='{{a}}' wx:key='b' role='c' bind:tap='d'/>"
    assert Reading(here, DIALECT, frozenset()).wxml == back


@pytest.mark.vendor
def test_the_same_templates_compile_when_turned_back(kuaishou, tmp_path):
    done = compile_back(read_package(kuaishou, DIALECT), tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.vendor
def test_the_run_time_is_what_the_shell_asks_for():
    command = ["npx", "tsc", "-p", "src/kaipu/platforms/kuaishou"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_configuration_speaks_kuaishous_words(kuaishou):
    app = json.loads((kuaishou / "app.json").read_text())
    assert app.keys() <= {"pages", "window", "tabBar", "subPackages"}
    tabs = app["tabBar"]["list"]
    assert [item["pagePath"] for item in tabs] == app["pages"][: len(tabs)]
    assert 2 <= len(tabs) <= 5
    tool = json.loads((kuaishou / "project.config.json").read_text())
    assert tool["compileType"] == "miniprogram"
    assert (kuaishou / "app.css").exists()
