"""Baidu's package. Baidu publishes neither typings nor a compiler that runs without its network, so: a strict reading
against the tables taken from its documentation, and the same templates turned back for a compiler that does run.
"""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from kaipu.compiler.parse.source import Report, SourceText
from kaipu.compiler.parse.tags import OpenTag, RawAttribute, split
from kaipu.platforms.loader import load_platform

from .map_back import Reading, compile_back, read_package

ROOT = Path(__file__).parents[2]
DIALECT = load_platform("baidu").dialect
_LOOP: Final = re.compile(r"([A-Za-z_$][\w$]*),([A-Za-z_$][\w$]*) in (.+?)(?: trackBy ([\w$]+)(?:\.([\w$]+))?)?")
_BOTH_WAYS: Final = re.compile(r"\{= [A-Za-z_$][\w$.\[\]]* =\}")
_CONDITIONS: Final = ("s-if", "s-elif")


@pytest.fixture(params=[False, True], ids=["readable", "minified"])
def baidu(package, request) -> Path:
    return package("baidu", minify=request.param)


def turned_back(package: Path) -> dict[str, Reading]:
    """With loops and conditions as others have them."""
    return {
        name: replace(reading, text=unfolded(reading.text), problems=[], _changes=[], _open=[])
        for name, reading in read_package(package, DIALECT).items()
    }


def test_every_tag_attribute_and_event_is_in_the_tables(baidu):
    readings = read_package(baidu, DIALECT)
    assert len(readings) > 15
    assert {name: reading.problems for name, reading in readings.items() if reading.problems} == {}
    assert [name for name, reading in readings.items() if re.search(r"\bwx:|\bbind:", reading.text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<view><text></view>", ["</view> closes nothing", "<view> is not closed"]),
        ("<div/>", ["<div> is in no table"]),
        ("<view wx:if='{{a}}'/>", ["<view wx:if> is in no table"]),
        ("<view s-key='a'/>", ["<view s-key> is in no table"]),
        ("<view bind:tap='a'/>", ["<view bind:tap> is in no table"]),
        ("<view bindinput='a'/>", ["<view bindinput> is in no table"]),
        ("<view role='button'/>", ["<view role> is in no table"]),
        ("<view aria-label='a'/>", ["<view aria-label> is in no table"]),
        ("<button disabled/>", ["<button disabled> has no value"]),
        ("<scroll-view show-scrollbar='{{false}}'/>", ["<scroll-view show-scrollbar> is in no table"]),
        ("<block class='a'>x</block>", ["<block class> is in no table"]),
        ("<kp-other/>", ["<kp-other> is in no table"]),
    ],
)
def test_the_reading_would_find_a_mistake(text, found):
    assert Reading(text, DIALECT, frozenset()).problems == found


def test_it_is_turned_back_by_its_tables():
    here = """<view s-for="dish,n in a.b trackBy dish.code" bindtap="d"/><input value="{= c =}"/><view s-if="a>1"/>"""
    back = (
        '<view wx:for="{{ a.b }}" wx:for-item="dish" wx:for-index="n" wx:key="code" bind:tap="d"/>'
        '<input value="{{ c }}"/><view wx:if="{{ a>1 }}"/>'
    )
    assert Reading(unfolded(here), DIALECT, frozenset()).wxml == back


@pytest.mark.parametrize(
    "text",
    [
        '<view s-if="{{a}}"/>',
        '<view s-for="{{a}}"/>',
        '<view s-for="list"/>',
        '<view s-for="item,index in list trackBy id"/>',
        '<input value="{= a || b =}"/>',
    ],
)
def test_a_value_that_baidu_would_not_read_is_found(text):
    with pytest.raises(ValueError, match="not read"):
        unfolded(text)


@pytest.mark.vendor
def test_the_same_templates_compile_when_turned_back(baidu, tmp_path):
    done = compile_back(turned_back(baidu), tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.vendor
def test_the_run_time_is_what_the_shell_asks_for():
    command = ["npx", "tsc", "-p", "src/kaipu/platforms/baidu"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_configuration_speaks_baidus_words(baidu):
    app = json.loads((baidu / "app.json").read_text())
    assert app.keys() <= {"pages", "window", "tabBar", "networkTimeout", "subPackages"}
    tabs = app["tabBar"]["list"]
    assert [item["pagePath"] for item in tabs] == app["pages"][: len(tabs)]
    assert 2 <= len(tabs) <= 5
    tool = json.loads((baidu / "project.swan.json").read_text())
    assert {"appid", "compilation-args"} <= tool.keys()
    assert not (baidu / "project.config.json").exists()
    assert (baidu / "app.css").exists()


def test_what_must_follow_its_value_is_bound_both_ways(package):
    menu = (package("baidu") / "blocks/order_menu/order_menu.swan").read_text()
    assert 'scroll-into-view="{= into =}"' in menu
    assert 'value="{= text =}"' in (package("baidu") / "pages/search/search.swan").read_text()


def unfolded(text: str) -> str:
    """Each part of a loop in an attribute of its own, and braces where others have them. ValueError if a value is none
    that Baidu's documentation shows.
    """
    changes: list[tuple[int, int, str]] = []
    for part in split(Report(SourceText(text, "template"))):
        for attribute in part.attributes if isinstance(part, OpenTag) else ():
            if attribute.start >= 0:
                value = text[attribute.start : attribute.stop]
                changes.append((attribute.start, attribute.stop, _value(part.name, attribute, value, text)))
    for start, end, new in reversed(changes):
        text = text[:start] + new + text[end:]
    return text


def _value(tag: str, attribute: RawAttribute, value: str, text: str) -> str:
    if attribute.name in _CONDITIONS:
        return _braced(value)
    if attribute.name == "s-for":
        return _loop(value, text[attribute.start - 1])
    if tag == "template" and attribute.name == "data":
        return value[1:-1]
    if value.startswith("{= ") or value.endswith(" =}"):
        if not _BOTH_WAYS.fullmatch(value):
            raise ValueError(f"{value}: not read: only a place is bound both ways")
        return _braced(value[3:-3])
    return value


def _loop(value: str, quote: str) -> str:
    found = _LOOP.fullmatch(value)
    if found is None or (found[4] and found[4] != found[1]):
        raise ValueError(f"{value}: not read as a loop")
    key = f" wx:key={quote}{found[5] or '*this'}{quote}" if found[4] else ""
    # The last quote is the attribute's own.
    named = f"{quote} s-for-item={quote}{found[1]}{quote} s-for-index={quote}{found[2]}{quote}{key}"
    return _braced(found[3]) + named.removesuffix(quote)


def _braced(value: str) -> str:
    if "{{" in value:
        raise ValueError(f"{value}: not read with braces")
    return "{{ " + value + " }}"
