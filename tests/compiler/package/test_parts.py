"""The further files of a block in a package: all of them, anew when one changes, with the pictures they name."""

from __future__ import annotations

import pytest

from kaipu.compiler.analyze.check import check_units
from kaipu.compiler.lower.modules import Modules
from kaipu.compiler.lower.project import assemble, lower
from kaipu.definition.diagnostics import Refused
from kaipu.platforms.loader import load_platform
from kaipu.platforms.target import print_project

HOME = "blocks/title"
VIEW = (
    '<wxs module="m" src="./lib/m.wxs"/><wxs module="n">module.exports.a = 1;</wxs>'
    '<import src="./lib/rows.wxml"/><include src="./head.wxml"/><template is="row" data="{{a: m.a}}"/>{{n.a}}'
)


@pytest.fixture
def parts(tiny):
    tiny.write(f"{HOME}/view.wxml", VIEW)
    tiny.write(f"{HOME}/lib/m.wxs", "module.exports.a = 1;\n")
    tiny.write(f"{HOME}/lib/rows.wxml", '<template name="row"><image src="./a.png"/>{{a}}</template>')
    tiny.write(f"{HOME}/head.wxml", '<image src="pictures/b.png"/>')
    tiny.write(f"{HOME}/a.png", "a")
    tiny.write(f"{HOME}/pictures/b.png", "b")
    return tiny


def printed(tiny, platform="alipay"):
    return print_project(lower(tiny.library(), tiny.source()), load_platform(platform))


def beside(files, home=HOME):
    return sorted(name.removeprefix(f"{home}/") for name in files if name.startswith(f"{home}/"))


def test_a_package_carries_them_with_the_platforms_endings(parts):
    own = ["title.acss", "title.axml", "title.js", "title.json"]
    more = ["a.png", "lib/m.sjs", "lib/rows.axml", "pictures/b.png", "view.n.sjs"]
    assert beside(printed(parts)) == sorted(own + more)
    assert "lib/m.wxs" in beside(printed(parts, "wechat"))
    assert "view.n.wxs" not in beside(printed(parts, "wechat"))


@pytest.mark.parametrize(
    ("name", "text", "printed_as"),
    [
        ("lib/m.wxs", "module.exports.a = 22;\n", "lib/m.sjs"),
        ("lib/rows.wxml", '<template name="row">22{{a}}</template>', "lib/rows.axml"),
        ("head.wxml", "<text>22</text>", "title.axml"),
        ("view.wxml", VIEW.replace("a = 1", "a = 22"), "view.n.sjs"),
    ],
)
def test_a_changed_file_is_printed_anew(parts, name, text, printed_as):
    before = printed(parts)
    parts.write(f"{HOME}/{name}", text)
    after = printed(parts)
    assert b"22" in after[f"{HOME}/{printed_as}"]
    assert b"22" not in before[f"{HOME}/{printed_as}"]


@pytest.mark.parametrize(("picture", "place"), [("a.png", "lib/rows.wxml:1:29"), ("pictures/b.png", "head.wxml:1:8")])
def test_a_picture_that_one_names_and_that_is_not_there(parts, picture, place):
    (parts.folder / HOME / picture).unlink()
    with pytest.raises(Refused) as refused:
        printed(parts)
    assert [f"{one.where} {one.code}" for one in refused.value.diagnostics] == [f"{HOME}/{place} asset_missing"]


def test_a_tag_that_the_block_does_not_declare(parts):
    parts.write(f"{HOME}/head.wxml", "<kp-part/>")
    library = parts.library()
    lower(library, parts.source())
    assert [f"{one.where} {one.code}" for one in check_units(library)] == [f"{HOME}/head.wxml:1:1 tag_not_allowed"]


def test_they_wait_in_the_subpackage_with_their_block(parts):
    project = assemble(Modules(parts.library()), {"title": 1}, (), {}, apart=frozenset({HOME}))
    files = print_project(project, load_platform("wechat"))
    assert beside(files) == []
    assert {"lib/rows.wxml", "lib/m.wxs", "pictures/b.png"} <= set(beside(files, f"more/{HOME}"))
