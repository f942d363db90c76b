"""A toy block and a toy platform, neither known to Kaipu: named by path or brought by an installed package, both are
built; a bad one is refused with its place, and nothing is written.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from kaipu.cli.main import main
from kaipu.definition.blocks import custom_blocks, installed_blocks
from kaipu.platforms.loader import PLATFORMS
from kaipu.trades import load_trade

DIALECT = """
endings: {template: .toy, style: .css}
directives: {when: "t:if", each: "t:for", key: "t:key"}
events: {spelling: {bind: "on{Name}"}}
"""
TARGET = """
from kaipu.platforms.target import Files, Platform, Project, json_file, print_project

def assemble(project: Project, platform: Platform) -> Files:
    return print_project(project, platform) | {"toy.json": json_file({"pages": [page.path for page in project.pages]})}
"""


@pytest.fixture(autouse=True)
def anew(monkeypatch):
    """Blocks are scanned once a process; here each test is a new one."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.delenv("KAIPU_BLOCKS", raising=False)
    for scanned in (installed_blocks, custom_blocks):
        scanned.cache_clear()
    yield
    for scanned in (installed_blocks, custom_blocks):
        scanned.cache_clear()


@pytest.fixture
def mine(tmp_path) -> Path:
    """A folder with a toy block, and a shop that shows it."""
    assert main(["new-block", "countdown", "--out", str(tmp_path / "mine")]) == 0
    document = load_trade("noodle_shop").definition.document()
    document["nodes"]["n_toy"] = {"id": "n_toy", "block": "countdown", "version": 1, "hidden": False, "props": {}}
    document["pages"]["home"]["nodes"].append("n_toy")
    (tmp_path / "shop.json").write_text(json.dumps(document), "utf-8")
    return tmp_path / "mine"


@pytest.fixture
def platforms(tmp_path) -> Path:
    folder = tmp_path / "platforms/toy"
    (folder / "runtime").mkdir(parents=True)
    (folder / "dialect.yaml").write_text(DIALECT, "utf-8")
    (folder / "target.py").write_text(TARGET, "utf-8")
    (folder / "runtime/index.js").write_text("module.exports = {};\n", "utf-8")
    return folder.parent


def build(tmp_path: Path, *words: object) -> int:
    return main(["build", str(tmp_path / "shop.json"), "--out", str(tmp_path / "out"), *map(str, words)])


def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, group: str, package: Path) -> None:
    """A distribution as an installer leaves it, whose entry point names the package."""
    facts = package.parent / f"{package.name}-1.0.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package.name}\nVersion: 1.0\n", "utf-8")
    (facts / "entry_points.txt").write_text(f"[{group}]\nany = {package.name}\n", "utf-8")
    monkeypatch.setattr(sys, "path", [*sys.path, str(package.parent)])


def test_a_toy_block_by_path_for_every_platform(mine, tmp_path):
    assert build(tmp_path, "--blocks", mine) == 0
    for manifest in (tmp_path / "out").glob("*/manifest.json"):
        assert json.loads(manifest.read_text())["blocks"]["countdown"] == 1, manifest
    for printed in ("wechat/blocks/countdown/countdown.wxml", "alipay/blocks/countdown/countdown.axml"):
        assert "kp-countdown__go" in (tmp_path / "out" / printed).read_text("utf-8")
    page = (tmp_path / "out/web/index.html").read_text("utf-8")
    (script,) = (tmp_path / "out/web/assets/blocks/countdown").glob("*.js")
    assert f'<script src="./assets/blocks/countdown/{script.name}" defer>' in page


def test_a_toy_block_of_an_installed_package(mine, tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, "kaipu.blocks", mine)
    assert build(tmp_path, "--platform", "wechat") == 0
    assert (tmp_path / "out/wechat/blocks/countdown/countdown.js").is_file()


def test_a_toy_block_of_the_variable(mine, tmp_path, monkeypatch):
    monkeypatch.setenv("KAIPU_BLOCKS", str(mine / "countdown"))
    assert build(tmp_path, "--platform", "wechat") == 0


def test_a_toy_platform_by_path(mine, platforms, tmp_path):
    assert build(tmp_path, "--blocks", mine, "--platforms", platforms, "--platform", "toy") == 0
    out = tmp_path / "out/toy"
    assert json.loads((out / "toy.json").read_text())["pages"][0] == "pages/home/home"
    assert 'onTap="go"' in (out / "blocks/countdown/countdown.toy").read_text("utf-8")


def test_a_toy_platform_of_an_installed_package(mine, platforms, tmp_path, monkeypatch):
    package = tmp_path / "site/toy_platforms"
    shutil.copytree(platforms, package)
    install(tmp_path, monkeypatch, "kaipu.platforms", package)
    assert build(tmp_path, "--blocks", mine, "--platform", "toy") == 0
    assert (tmp_path / "out/toy/toy.json").is_file()


RUNTIME = """
const { family } = require('kaipu/family/platform');
module.exports = family(toy, { name: 'toy' }, 'q');
"""


def test_a_toy_platform_has_the_run_time_that_platforms_share(mine, platforms, tmp_path):
    (platforms / "toy/runtime/index.js").write_text(RUNTIME, "utf-8")
    assert build(tmp_path, "--blocks", mine, "--platforms", platforms, "--platform", "toy") == 0
    out = tmp_path / "out/toy/kaipu"
    assert "require('../family/platform')" in (out / "platform/index.js").read_text("utf-8")
    assert (out / "family/platform.js").read_bytes() == (PLATFORMS / "family/platform.js").read_bytes()


def test_toy_platforms_may_share_what_stands_beside_them(mine, platforms, tmp_path):
    (platforms / "family").mkdir()
    (platforms / "family/platform.js").write_text("exports.family = () => ({});\n", "utf-8")
    (platforms / "toy/runtime/index.js").write_text(RUNTIME, "utf-8")
    assert build(tmp_path, "--blocks", mine, "--platforms", platforms, "--platform", "toy") == 0
    shared = {file.name: file.read_text("utf-8") for file in (tmp_path / "out/toy/kaipu/family").iterdir()}
    assert shared == {"platform.js": "exports.family = () => ({});\n"}


BAD = {
    "a handler that is not there": ("view.wxml", 'bind:tap="go"', 'bind:tap="gone"'),
    "a tag that is not closed": ("view.wxml", "{{words.go}}</view>", "{{words.go}}"),
    "a script that breaks off": ("script.js", "return {", "return"),
    "a selector of an element": ("style.wxss", ".kp-countdown__text {", "text {"),
    "a module that is not there": ("script.js", "require('kaipu/links')", "require('kaipu/lniks')"),
    "defaults that do not fit": ("block.yaml", "tone: loud", "tone: shrill"),
    "an English name that is missing": ("block.yaml", ", en: Countdown", ""),
    "another block's id": ("block.yaml", "id: countdown", "id: lamp"),
    "a version without its migrations": ("block.yaml", "version: 1", "version: 2"),
}
NEAR = {"a tag that is not closed": (-3, 3), "a script that breaks off": (0, 12)}
"""Where a mistake shows first, in lines from where it is; else in its very line."""


@pytest.mark.parametrize("name", BAD)
def test_a_bad_block_is_refused_with_its_place_though_nobody_uses_it(mine, tmp_path, capsys, name):
    file, good, bad = BAD[name]
    (tmp_path / "shop.json").write_text(json.dumps(load_trade("noodle_shop").definition.document()), "utf-8")
    text = (mine / "countdown" / file).read_text("utf-8")
    (mine / "countdown" / file).write_text(text.replace(good, bad), "utf-8")
    assert build(tmp_path, "--blocks", mine, "--platform", "wechat") == 2
    said = capsys.readouterr().err
    line, (least, most) = text[: text.index(good)].count("\n") + 1, NEAR.get(name, (0, 0))
    places = re.findall(rf"^{re.escape(str(mine))}/countdown/{file}:(\d+):\d+: .", said, re.MULTILINE)
    assert any(least <= int(place) - line <= most for place in places), said
    assert not (tmp_path / "out").exists()


def test_what_a_platform_refuses_is_told_in_the_blocks_own_file(mine, tmp_path, capsys):
    view = mine / "countdown/view.wxml"
    view.write_text(view.read_text("utf-8").replace("bind:tap", "bind:click"), "utf-8")
    assert build(tmp_path, "--blocks", mine, "--platform", "wechat") == 2
    assert re.search(rf"^{re.escape(str(view))}:\d+:\d+: .*“click”", capsys.readouterr().err)
    assert not (tmp_path / "out").exists()


def test_one_that_is_not_text_or_not_whole_is_refused(mine, tmp_path, capsys):
    (mine / "countdown/script.js").unlink()
    (mine / "countdown/view.wxml").write_bytes(b"<view>\xff</view>")
    assert build(tmp_path, "--blocks", mine, "--platform", "wechat") == 2
    said = capsys.readouterr().err
    assert f"{mine}/countdown/script.js:1:1" in said
    assert f"{mine}/countdown/view.wxml:1:7" in said
    assert not (tmp_path / "out").exists()


def test_a_block_can_be_looked_at_alone_with_all_its_cases(mine, tmp_path, capsys):
    words = ["--blocks", str(mine), "--platform", "wechat", "--out", str(tmp_path / "look")]
    assert main(["build", "block:countdown", *words]) == 0
    script = (tmp_path / "look/wechat/release.js").read_text("utf-8")
    for case in ("default", "english", "without_link"):
        props = json.loads((mine / "countdown/cases" / case / "props.json").read_text("utf-8"))
        assert json.dumps(props["text"], ensure_ascii=False)[1:-1] in script
    assert main(["build", "block:cuntdown", *words]) == 2
    assert "no block called “cuntdown”: there are banner, countdown," in capsys.readouterr().err


@pytest.mark.parametrize("command", ["serve", "up", "bundle-blocks"])
def test_nothing_is_served_with_a_bad_block(mine, tmp_path, capsys, monkeypatch, command):
    monkeypatch.setenv("KAIPU_BLOCKS", str(mine))
    monkeypatch.setenv("KAIPU_DATA", str(tmp_path / "data"))
    (mine / "countdown/view.wxml").write_text("<view>{{1 +}}</view>", "utf-8")
    assert main([command]) == 2
    assert f"{mine}/countdown/view.wxml:1:" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()
    assert not (mine / "countdown/dist").exists()
