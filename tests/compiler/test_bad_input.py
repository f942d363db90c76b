"""Files that may be anybody's: each is refused with a place, at once, and never followed out of its folder."""

from __future__ import annotations

import os

import pytest

from kaipu.compiler import build as builder
from kaipu.compiler.build import build
from kaipu.compiler.library import Library
from kaipu.compiler.lower.project import lower
from kaipu.definition.diagnostics import Refused
from kaipu.platforms.loader import load_platform


@pytest.fixture
def refused(tiny, monkeypatch):
    tiny.write("platforms/toy/dialect.yaml", "endings: {template: .toy}\n")
    tiny.write("platforms/toy/target.py", "from kaipu.platforms.target import print_project as assemble\n")
    tiny.write("platforms/toy/runtime/index.js", "module.exports = {};\n")
    monkeypatch.setattr(builder, "Library", lambda blocks: Library(blocks, tiny.folder / "shell"))

    def run() -> list[str]:
        with pytest.raises(Refused) as caught:
            build(tiny.source(), [load_platform("toy", tiny.folder / "platforms")], tiny.blocks)
        return [f"{problem.where} {problem.code}" for problem in caught.value.diagnostics]

    return run


def test_a_style_of_fifty_megabytes(tiny, refused):
    with (tiny.folder / "blocks/title/style.wxss").open("wb") as style:
        style.truncate(50 * 1024 * 1024)
    assert refused() == ["blocks/title/style.wxss:1:1 file_too_large"]


@pytest.mark.parametrize("name", ["view.wxml", "style.wxss", "script.js"])
def test_what_is_not_utf8(tiny, refused, name):
    file = tiny.folder / "blocks/title" / name
    file.write_bytes(b"/* \n \xff */" + file.read_bytes())
    assert refused()[0] == f"blocks/title/{name}:2:2 not_utf8"


@pytest.mark.parametrize("name", ["view.wxml", "style.wxss", "script.js"])
def test_a_link_is_not_followed(tiny, refused, name):
    file = tiny.folder / "blocks/title" / name
    file.rename(tiny.folder / "elsewhere")
    file.symlink_to(tiny.folder / "elsewhere")
    assert f"blocks/title/{name}:1:1 source_is_a_link" in refused()


def test_neither_is_a_folder_that_is_one(tiny, refused):
    (tiny.folder / "outside").mkdir()
    (tiny.folder / "outside/photo.png").write_bytes(b"private")
    (tiny.folder / "blocks/title/pictures").symlink_to(tiny.folder / "outside")
    tiny.write("blocks/title/view.wxml", '<image src="./pictures/photo.png"/>')
    assert "blocks/title/pictures/photo.png:1:1 source_is_a_link" in refused()


def test_a_pipe_is_not_waited_for(tiny, refused):
    style = tiny.folder / "blocks/title/script.js"
    style.unlink()
    os.mkfifo(style)
    assert refused() == ["blocks/title/script.js:1:1 file_missing"]


@pytest.mark.parametrize("path", ["../../../secret", "../../title/../../secret", "./../../../secret.js"])
def test_a_required_path_does_not_climb_out(tiny, refused, path):
    (tiny.folder / "secret.js").write_text("exports.a = 1;")
    tiny.write("blocks/title/script.js", f"require('{path}');\n")
    assert refused() == ["blocks/title/script.js:1:9 require_unknown"]


@pytest.mark.parametrize("path", ["../../secret.png", "../other/a.png", "/../secret.png"])
def test_a_picture_s_path_does_not_climb_out(tiny, refused, path):
    (tiny.folder / "secret.png").write_bytes(b"private")
    tiny.write("blocks/title/view.wxml", f'<image src="{path}"/>')
    assert refused() == ["blocks/title/view.wxml:1:8 asset_missing"]


def test_templates_that_bring_in_each_other(tiny, refused):
    tiny.write("blocks/title/view.wxml", '<import src="./more.wxml"/><template is="a"/>')
    tiny.write("blocks/title/more.wxml", '<import src="./view.wxml"/><template name="a"><template is="a"/></template>')
    assert refused() == ["blocks/title/more.wxml:1:1 import_circle"]


def test_parts_of_the_shell_that_are_made_of_each_other_end(tiny):
    for name, other in (("one", "two"), ("two", "one")):
        tiny.write(f"shell/parts/{name}/{name}.wxml", f"<{other}-part/>")
        tiny.write(f"shell/parts/{name}/{name}.wxss", "")
        tiny.write(f"shell/parts/{name}/{name}.js", "require('kaipu/block').block({});\n")
        uses = f'{{"usingComponents": {{"{other}-part": "../{other}/{other}"}}}}'
        tiny.write(f"shell/parts/{name}/{name}.json", uses)
    tiny.write("shell/pages/orders/orders.json", '{"usingComponents": {"one-part": "../../parts/one/one"}}')
    project = lower(tiny.library(), tiny.source())
    assert [unit.path for unit in project.components] == ["blocks/title/title", "parts/one/one", "parts/two/two"]


PARTS = '<wxs module="m" src="./m.wxs"/><import src="./rows.wxml"/><include src="./head.wxml"/>'


@pytest.mark.parametrize("name", ["rows.wxml", "head.wxml", "m.wxs"])
def test_further_files_are_read_as_carefully(tiny, refused, name):
    tiny.write("blocks/title/view.wxml", PARTS)
    for one in ("rows.wxml", "head.wxml", "m.wxs"):
        tiny.write(f"blocks/title/{one}", "")
    file = tiny.folder / "blocks/title" / name
    file.write_bytes(b"\n\xff")
    assert f"blocks/title/{name}:2:1 not_utf8" in refused()
    file.unlink()
    file.symlink_to(tiny.folder / "elsewhere")
    assert f"blocks/title/{name}:1:1 source_is_a_link" in refused()
    file.unlink()
    with file.open("wb") as large:
        large.truncate(50 * 1024 * 1024)
    assert f"blocks/title/{name}:1:1 file_too_large" in refused()


def test_a_long_chain_of_files_that_leads_back(tiny, refused):
    tiny.write("blocks/title/view.wxml", '<import src="f0.wxml"/><wxs module="m" src="f0.wxs"/>')
    for number in range(1200):
        after = min(number + 1, 1199)
        tiny.write(f"blocks/title/f{number}.wxml", f'<import src="f{after}.wxml"/>')
        tiny.write(f"blocks/title/f{number}.wxs", f"require('./f{after}.wxs');")
    assert refused() == ["blocks/title/f1199.wxml:1:1 import_circle"]


def test_files_that_include_each_other_again_and_again(tiny, refused):
    tiny.write("blocks/title/view.wxml", '<include src="f0.wxml"/>')
    for number in range(40):
        tiny.write(f"blocks/title/f{number}.wxml", f'<include src="f{number + 1}.wxml"/>' * 2)
    tiny.write("blocks/title/f40.wxml", "<text>a</text>")
    assert {problem.rpartition(" ")[2] for problem in refused()} == {"file_too_large"}


def test_files_that_include_each_other_too_deep(tiny, refused):
    tiny.write("blocks/title/view.wxml", '<include src="f0.wxml"/>')
    for number in range(20):
        tiny.write(
            f"blocks/title/f{number}.wxml",
            f'<view><view><view><include src="f{number + 1}.wxml"/></view></view></view>',
        )
    tiny.write("blocks/title/f20.wxml", "<text>a</text>")
    assert refused()[0].endswith(" template_too_deep")


def test_thousands_of_named_templates_in_a_row(tiny, refused):
    rows = "".join(f'<template name="a{n}"><template is="a{n + 1}" data="{{{{x}}}}"/></template>' for n in range(3000))
    tiny.write(
        "blocks/title/view.wxml", rows + '<template name="a3000">{{y}}</template><template is="a0" data="{{x: 1}}"/>'
    )
    (problem,) = refused()
    assert problem.endswith(" name_unknown")
