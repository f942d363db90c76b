"""JD's package. JD publishes neither typings nor a compiler that runs without its network, so: a strict reading against
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
DIALECT = load_platform("jd").dialect


@pytest.fixture(params=[False, True], ids=["readable", "minified"])
def jd(package, request) -> Path:
    return package("jd", minify=request.param)


def test_every_tag_attribute_and_event_is_in_the_tables(jd):
    readings = read_package(jd, DIALECT)
    assert len(readings) > 15
    assert {name: reading.problems for name, reading in readings.items() if reading.problems} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<view qq:if='{{a}}'/>", ["<view qq:if> is in no table"]),
        ("<view bind:tap='a'/>", ["<view bind:tap> is in no table"]),
        ("<view capture-bind:tap='a'/>", ["<view capture-bind:tap> is in no table"]),
        ("<view aria-label='a'/>", ["<view aria-label> is in no table"]),
        ("<rich-text space='nbsp'/>", ["<rich-text space> is in no table"]),
        ("<swiper bindtransition='a'/>", ["<swiper bindtransition> is in no table"]),
        ("<qs module='m'/>", ["<qs> is in no table", "<qs module> is in no table"]),
    ],
)
def test_the_reading_would_find_a_mistake(text, found):
    assert Reading(text, DIALECT, frozenset()).problems == found


def test_it_is_turned_back_by_its_tables():
    here = "<jds module='m' src='./m.jds'/><text jd:for='{{a}}' jd:for-item='b' selectable='{{c}}' catchtap='d'/>"
    back = "<wxs module='m' src='./m.wxs'/><text wx:for='{{a}}' wx:for-item='b' user-select='{{c}}' catch:tap='d'/>"
    assert Reading(here, DIALECT, frozenset()).wxml == back


@pytest.mark.vendor
def test_the_same_templates_compile_when_turned_back(jd, tmp_path):
    done = compile_back(read_package(jd, DIALECT), tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.vendor
def test_the_run_time_is_what_the_shell_asks_for():
    command = ["npx", "tsc", "-p", "src/kaipu/platforms/jd"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_configuration_has_what_the_documentation_lists(jd):
    app = json.loads((jd / "app.json").read_text())
    assert app.keys() <= {"pages", "window", "tabBar", "networkTimeout"}
    assert len(app["pages"]) == len(set(app["pages"]))
    assert 2 <= len(app["tabBar"]["list"]) <= 5
    assert json.loads((jd / "project.config.json").read_text())["compileType"] == "miniprogram"
