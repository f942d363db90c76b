"""The templates of the platforms whose own compiler needs its network or is not published: a strict reading against the
tables taken from the documentation, and the same templates turned back for a compiler that does run here. Each check is
also shown a mistake.
"""

from __future__ import annotations

import re

import pytest

from kaipu.platforms.loader import load_platform

from .map_back import Reading, compile_back, read_package
from .unfold import unfolded

MISTAKES = {
    "<view><text></view>": ["</view> closes nothing", "<view> is not closed"],
    "<div/>": ["<div> is in no table"],
    "<kp-other/>": ["<kp-other> is in no table"],
    "<wxs module='m'/>": ["<wxs> is in no table", "<wxs module> is in no table"],
}
NOT_THERE = {"view": "wx:if", "text": "bind:tap", "image": "bindinput", "block": "class", "kp-own": "wx:if"}
"""Nowhere: tag and attribute."""
LACKS = {
    "alipay": ["view onInput", "scroll-view enable-flex"],
    "baidu": ["view s-key", "view role", "view aria-label", "scroll-view show-scrollbar"],
    "douyin": ["view mut-bind:tap", "view aria-label", "scroll-view show-scrollbar", "button plain"],
    "jd": ["view qq:if", "view mut-bind:tap", "view aria-label", "textarea hold-keyboard", "swiper bindtransition"],
    "kuaishou": ["view role", "input placeholder-class", "scroll-view show-scrollbar"],
    "qq": ["view mut-bind:tap", "view role", "image aria-role", "scroll-view show-scrollbar", "kp-own jd:if"],
    "xiaohongshu": ["view aria-label", "textarea bindconfirm", "text selectable"],
}
"""On one platform."""
WRITTEN = {
    "alipay": (
        "<import-sjs name='m' from='./m.sjs'/><view a:for='{{a}}' a:key='b' onLongTap='d' catchTap='e'/>",
        "<wxs module='m' src='./m.wxs'/><view wx:for='{{a}}' wx:key='b' bind:longpress='d' catch:tap='e'/>",
    ),
    "baidu": (
        """<view s-for="dish,n in a.b trackBy dish.code" bindtap="d"/><input value="{= c =}"/><view s-if="a>1"/>""",
        '<view wx:for="{{ a.b }}" wx:for-item="dish" wx:for-index="n" wx:key="code" bind:tap="d"/>'
        '<input value="{{ c }}"/><view wx:if="{{ a>1 }}"/>',
    ),
    "douyin": (
        "<sjs module='m' src='./m.sjs'/><view tt:for='{{a}}' tt:key='b' bindtap='d' capture-bind:tap='e'/>",
        "<wxs module='m' src='./m.wxs'/><view wx:for='{{a}}' wx:key='b' bind:tap='d' capture-bind:tap='e'/>",
    ),
    "jd": (
        "<jds module='m' src='./m.jds'/><text jd:for='{{a}}' jd:for-item='b' selectable='{{c}}' catchtap='d'/>",
        "<wxs module='m' src='./m.wxs'/><text wx:for='{{a}}' wx:for-item='b' user-select='{{c}}' catch:tap='d'/>",
    ),
    "kuaishou": (
        "<ks module='m' src='./m.ks'/><view ks:for='{{a}}' ks:key='b' aria-role='c' bindtap='d'/>",
        "<wxs module='m' src='./m.wxs'/><view wx:for='{{a}}' wx:key='b' role='c' bind:tap='d'/>",
    ),
    "qq": (
        "<qs module='m' src='./m.qs'/><view qq:for='{{a}}' qq:key='b' aria-role='c' bindtap='d' capture-bind:tap='e'/>",
        "<wxs module='m' src='./m.wxs'/><view wx:for='{{a}}' wx:key='b' role='c' bind:tap='d' capture-bind:tap='e'/>",
    ),
    "xiaohongshu": (
        "<sjs module='m' src='./m.sjs'/><view xhs:if='{{a}}'>1</view><view xhs:else bindlongpress='b'>2</view>",
        "<wxs module='m' src='./m.wxs'/><view wx:if='{{a}}'>1</view><view wx:else bind:longpress='b'>2</view>",
    ),
}
"""Here, and turned back."""


def read(platform: str, text: str) -> Reading:
    return Reading(text, load_platform(platform).dialect, frozenset({"kp-own"}))


def turned_back(readings: dict[str, Reading]) -> dict[str, Reading]:
    """With loops and conditions as others have them, where the platform has them otherwise."""
    return {
        name: Reading(unfolded(one.text), one.dialect, one.custom) if one.dialect.directives.bare else one
        for name, one in readings.items()
    }


@pytest.fixture(
    params=[(platform, minify) for platform in WRITTEN for minify in (False, True)],
    ids=lambda one: f"{one[0]}-{'minified' if one[1] else 'readable'}",
)
def readings(package, request) -> dict[str, Reading]:
    platform, minify = request.param
    return read_package(package(platform, minify=minify), load_platform(platform).dialect)


def test_every_tag_attribute_and_event_is_in_the_tables(readings):
    assert len(readings) > 15
    assert {name: reading.problems for name, reading in readings.items() if reading.problems} == {}
    assert [name for name, reading in readings.items() if re.search(r"\bwx:|\bbind:", reading.text)] == []


@pytest.mark.parametrize("platform", WRITTEN)
def test_the_reading_would_find_a_mistake(platform):
    lacks = [*(f"{tag} {name}" for tag, name in NOT_THERE.items()), *LACKS[platform]]
    mistakes = MISTAKES | {f"<{one}='a'>1</{one.split()[0]}>": [f"<{one}> is in no table"] for one in lacks}
    assert {text: read(platform, text).problems for text in mistakes} == mistakes
    bare = [] if load_platform(platform).dialect.bare_attributes else ["<button disabled> has no value"]
    assert read(platform, "<button disabled/>").problems == bare


@pytest.mark.parametrize("platform", WRITTEN)
def test_it_is_turned_back_by_its_tables(platform):
    here, back = WRITTEN[platform]
    assert turned_back({"": read(platform, here)})[""].wxml == back


@pytest.mark.vendor
def test_the_same_templates_compile_when_turned_back(readings, tmp_path):
    done = compile_back(turned_back(readings), tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.vendor
@pytest.mark.parametrize("platform", WRITTEN)
def test_a_broken_template_would_be_found(platform, tmp_path):
    reading = read(platform, f"<view {load_platform(platform).dialect.directives.otherwise}>1</view>")
    assert compile_back({"a.html": reading}, tmp_path).returncode != 0
