"""The whole way, with a toy platform of the test's own: adding a platform or a block is adding a folder."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest

from kaipu.compiler import build as builder
from kaipu.compiler.build import build
from kaipu.compiler.library import Library
from kaipu.compiler.package import minify as minifier
from kaipu.definition.diagnostics import Refused
from kaipu.platforms.loader import list_platforms, load_platform

DIALECT = """
endings: {template: .toy, style: .css}
directives: {when: "t:if", each: "t:for", key: "t:key"}
events: {spelling: {bind: "on{Name}"}}
attributes: {role: kind}
bare_attributes: false
"""
TARGET = """
from kaipu.platforms.target import Files, Platform, Project, json_file, print_project

def assemble(project: Project, platform: Platform) -> Files:
    return print_project(project, platform) | {"toy.json": json_file({"pages": [page.path for page in project.pages]})}
"""


@pytest.fixture
def toy(tiny, monkeypatch):
    tiny.write("platforms/toy/dialect.yaml", DIALECT)
    tiny.write("platforms/toy/target.py", TARGET)
    tiny.write("platforms/toy/runtime/index.js", "module.exports = {};\n")
    monkeypatch.setattr(builder, "Library", lambda blocks: Library(blocks, tiny.folder / "shell"))
    return load_platform("toy", tiny.folder / "platforms")


def test_a_platform_is_a_folder(tiny, toy):
    assert list_platforms(tiny.folder / "platforms") == ("toy",)
    (package,) = build(tiny.source(), [toy], tiny.blocks)
    assert list(package.files) == [
        "app.css",
        "app.js",
        "blocks/title/title.css",
        "blocks/title/title.js",
        "blocks/title/title.json",
        "blocks/title/title.toy",
        "icons/home-selected.png",
        "icons/home.png",
        "kaipu/block.js",
        "kaipu/platform/index.js",
        "kaipu/screen.js",
        "pages/home/home.css",
        "pages/home/home.js",
        "pages/home/home.json",
        "pages/home/home.toy",
        "pages/orders/orders.css",
        "pages/orders/orders.js",
        "pages/orders/orders.json",
        "pages/orders/orders.toy",
        "pages/page/page.css",
        "pages/page/page.js",
        "pages/page/page.json",
        "pages/page/page.toy",
        "release.js",
        "toy.json",
        "manifest.json",
    ]
    assert package.files["blocks/title/title.toy"].decode() == (
        '<view class="kp-title" kind="button" onTap="tap">{{view.text}} {{words.more}}</view>\n'
    )
    assert b"require('../../kaipu/block')" in package.files["blocks/title/title.js"]


def test_the_package_carries_its_release(tiny, toy):
    (package,) = build(tiny.source(name="a\u2028b"), [toy], tiny.blocks)
    text = package.files["release.js"].decode()
    assert "\u2028" not in text
    release = json.loads(text.removeprefix("module.exports = ").rstrip(";\n"))
    assert release["definition"]["name"] == "a\u2028b"
    assert (release["slug"], release["api"], release["pictures"]) == ("noodle", "http://x/api", "http://x/p/")


def test_the_same_input_gives_the_same_bytes(tiny, toy):
    first, again = (build(tiny.source(), [toy], tiny.blocks)[0].files for _ in range(2))
    assert first == again
    manifest = json.loads(first["manifest.json"])
    assert manifest["blocks"] == {"title": 1}
    assert manifest["files"].keys() == first.keys() - {"manifest.json"}


def test_nothing_is_built_if_anything_is_wrong(tiny, toy):
    tiny.write("blocks/title/view.wxml", "<view>{{nothing}}</view>")
    with pytest.raises(Refused) as caught:
        build(tiny.source(), [toy, toy], tiny.blocks)
    assert [problem.line("en").partition(".wxml")[2][:5] for problem in caught.value.diagnostics] == [":1:9:"]


def test_what_the_dialect_cannot_say_is_told_where_it_stands(tiny, toy):
    tiny.write("platforms/toy/dialect.yaml", DIALECT + "tags: {view: {docs: x, attributes: [class], events: []}}\n")
    load_platform.cache_clear()
    with pytest.raises(Refused) as caught:
        build(tiny.source(), [load_platform("toy", tiny.folder / "platforms")], tiny.blocks)
    assert {f"{problem.where} {problem.code}" for problem in caught.value.diagnostics} == {
        "blocks/title/view.wxml:1:24 attribute_unsupported",
        "shell/pages/page/page.wxml:1:7 attribute_unsupported",
    }


def test_a_dialect_that_says_nonsense_is_refused_with_its_place(tiny, toy):
    tiny.write("platforms/toy/dialect.yaml", "endings: {templates: .toy}\n")
    load_platform.cache_clear()
    with pytest.raises(ValueError, match=r"dialect\.yaml:1:11: There is no field called “templates”"):
        load_platform("toy", tiny.folder / "platforms")


def test_minified_scripts_come_from_what_was_kept(tiny, toy, monkeypatch):
    monkeypatch.setattr(minifier.shutil, "which", lambda name: None)
    with pytest.raises(Refused) as caught:
        build(tiny.source(), [toy], tiny.blocks, minify=True)
    assert {problem.code for problem in caught.value.diagnostics} == {"minify_impossible"}


def test_a_script_that_is_not_kept_is_minified_on_the_spot(tiny, toy):
    if not shutil.which("node"):
        pytest.fail("the tests need Node")
    (package,) = build(tiny.source(), [toy], tiny.blocks, minify=True)
    assert b"module.exports={};" in package.files.values()
    found = re.search(rb"require\('\.\./\.\./(k/\w)'\)", package.files["blocks/title/title.js"])
    assert b".block=" in package.files[f"{found[1].decode()}.js"]
    for name in (name for name in package.files if name.endswith(".js")):
        subprocess.run(["node", "--check", "-"], input=package.files[name], check=True)


SUBPACKAGES = """
subpackages: parts
main_package_kb: %d
"""
APP = """
from kaipu.platforms.target import Files, Platform, Project, json_file, print_project

def assemble(project: Project, platform: Platform) -> Files:
    pages = [page.path for page in project.pages]
    return print_project(project, platform) | {"app.json": json_file({"pages": pages}, minify=project.minify)}
"""


@pytest.fixture
def narrow(tiny, toy):
    """A platform whose main package may weigh so many KB."""
    tiny.write("platforms/toy/target.py", APP)
    # So that the wrapped platform has something to stand beside.
    for name in ("platform", "release"):
        tiny.write(f"shell/places/{name}.js", "module.exports = [require('kaipu/inner'), require('kaipu/moved')];\n")
    tiny.write("shell/pages/orders/orders.wxss", f".kp-a {{ background: url(data:{'x' * 4000}); }}\n")

    def platform(kb: int):
        tiny.write("platforms/toy/dialect.yaml", DIALECT + SUBPACKAGES % kb)
        load_platform.cache_clear()
        return load_platform("toy", tiny.folder / "platforms")

    return platform


@pytest.mark.parametrize("minify", [False, True], ids=["readable", "minified"])
def test_pages_that_are_no_tab_wait_in_a_subpackage_once_the_main_one_is_full(tiny, narrow, minify):
    source = tiny.source(tabs=[{"id": "t_home", "page": "home", "label": "首页", "icon": "home"}])
    (roomy,) = build(source, [narrow(100)], tiny.blocks, minify=minify)
    assert json.loads(roomy.files["app.json"]) == {
        "pages": ["pages/home/home", "pages/orders/orders", "pages/page/page"]
    }
    assert "moved.js" not in roomy.files
    (full,) = build(source, [narrow(5)], tiny.blocks, minify=minify)
    assert json.loads(full.files["app.json"]) == {
        "pages": ["pages/home/home", "pages/page/page"],
        "parts": [{"root": "more", "pages": ["pages/orders/orders"]}],
    }
    assert full.files["moved.js"] == b'module.exports = {"pages/orders/orders":"more/pages/orders/orders"};\n'
    assert "more/pages/orders/orders.toy" in full.files
    assert not [name for name in full.files if name.startswith("pages/orders")]


def test_a_tab_cannot_wait(tiny, narrow):
    (full,) = build(tiny.source(), [narrow(5)], tiny.blocks)
    assert json.loads(full.files["app.json"])["pages"][:2] == ["pages/home/home", "pages/orders/orders"]
