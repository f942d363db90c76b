"""Names say what a thing is: no drawers for odds and ends, no platform's name where no platform may be known."""

from __future__ import annotations

import re

import pytest

from .tree import ROOT, code_files, tracked_files

DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "shared"}
PLATFORM_NAMES = re.compile(
    r"wechat|weixin|微信|alipay|支付宝|douyin|抖音|baidu|百度|kuaishou|快手|xiaohongshu|小红书"
    r"|\b(?:swan|jd|qq|tt|my|wx)\.[a-zA-Z]",
    re.IGNORECASE,
)
PLATFORM_FREE_ROOMS = ("src/kaipu/compiler", "src/kaipu/blocks", "src/kaipu/shell", "src/kaipu/definition")
TEXT_SUFFIXES = {".py", ".js", ".ts", ".wxml", ".wxss", ".yaml", ".json", ".md"}


def test_no_drawer_for_odds_and_ends():
    drawers = [path for path in code_files() if DRAWERS & {path.stem, *path.parent.parts}]
    assert not drawers, "name these by what they hold"


@pytest.mark.parametrize("room", PLATFORM_FREE_ROOMS)
def test_no_platform_is_named_where_none_may_be_known(room):
    files = [path for path in tracked_files() if str(path).startswith(f"{room}/") and path.suffix in TEXT_SUFFIXES]
    assert files, f"{room} is empty or moved; then this test guards nothing"
    found = [
        f"{path}:{number}: {match.group()}"
        for path in files
        for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), 1)
        if (match := PLATFORM_NAMES.search(line))
    ]
    assert not found, "\n".join(found)


def test_one_thing_has_one_spelling():
    """A block's, trade's or platform's folder is its id everywhere, so it must be a plain identifier."""
    rooms = {"blocks", "trades", "platforms"}
    parts = [path.parts for path in tracked_files() if path.parts[:2] == ("src", "kaipu")]
    folders = {part[3] for part in parts if part[2] in rooms and len(part) > 4}
    assert folders
    assert not [name for name in folders if not re.fullmatch(r"[a-z][a-z0-9_]{0,31}", name)]
