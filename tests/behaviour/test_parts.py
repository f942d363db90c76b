"""A block made of several files (named templates, imports, includes, script modules that require each other, entities)
shows the same on every platform: in the tests' own engine, on both of WeChat's frameworks, and on the web.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace

import pytest
import yaml

from kaipu.cli.sources import load_source
from kaipu.compiler.build import build
from kaipu.definition.blocks.registry import installed_blocks
from kaipu.platforms.emit import emit, write
from kaipu.platforms.loader import load_platform
from kaipu.web.environment import Environment

from .playing import HERE, REFERENCE, play_in_engine
from .test_chromium import FRAMEWORKS, play, prepared
from .test_engine import PLATFORMS
from .test_web import as_on_the_web, browsed, driver_of, play_on_the_web, release_of

ROOT = HERE.parents[1]
BLOCK = "price_list"
SCRIPT = yaml.safe_load((HERE / f"blocks/{BLOCK}.yaml").read_text("utf-8"))
EXPECTED = HERE / f"blocks/{BLOCK}.txt"

__all__ = ["browsed", "prepared"]


@pytest.mark.parametrize("minify", [False, True], ids=["readable", "minified"])
@pytest.mark.parametrize("platform", PLATFORMS)
def test_it_is_the_same_everywhere(package, platform, minify):
    marks = play_in_engine(REFERENCE, package(REFERENCE, False, BLOCK), {"it": SCRIPT})["it"].get("marks", [])
    answer = play_in_engine(platform, package(platform, minify, BLOCK), {"it": SCRIPT | {"marks": marks}})["it"]
    assert "problem" not in answer, answer["problem"]
    if os.environ.get("KAIPU_GOLDEN") and (platform, minify) == (REFERENCE, False):
        EXPECTED.write_text(answer["text"], "utf-8")
    assert answer["text"] == EXPECTED.read_text("utf-8")


@pytest.mark.browser
@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_it_is_the_same_in_a_browser(browser, prepared, package, framework):
    text = play(browser, prepared(framework, package("wechat", False, BLOCK)), SCRIPT)
    assert text == EXPECTED.read_text("utf-8")


@pytest.mark.browser
def test_it_is_the_same_on_the_web(browsed, package):
    web = package("web", False, BLOCK)
    answer = play_on_the_web(browsed(web), driver_of(web), release_of(web), SCRIPT)
    assert answer == as_on_the_web(EXPECTED.read_text("utf-8"))


@pytest.mark.browser
def test_it_is_the_same_as_a_part_of_the_bundle(browsed, bundled):
    """There its templates stand beside those of all blocks and pages."""
    answer = play_on_the_web(browsed(bundled), driver_of(bundled), release_of(bundled), SCRIPT)
    assert answer == as_on_the_web(EXPECTED.read_text("utf-8"))


@pytest.fixture
def bundled(tmp_path):
    """The web package on a bundle that was made with the block."""
    registry = installed_blocks(HERE / "blocks")
    write(emit("web", registry), tmp_path / "app")
    command = [
        "node",
        str(ROOT / "tools/bundle/web.mjs"),
        "--app",
        str(tmp_path / "app"),
        "--out",
        str(tmp_path / "dist"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    web = replace(load_platform("web"), folder=tmp_path)
    source = load_source(f"block:{BLOCK}", registry, Environment.read())
    (built,) = build(source, [web], {manifest.id: manifest.folder for manifest in registry})
    assert not any(name.startswith("assets/blocks/") for name in built.files)
    write(built.files, tmp_path / "site")
    return tmp_path / "site"


def test_what_is_expected_is_what_the_files_say():
    """Worded, so that rewriting the expected text cannot hide it."""
    text = EXPECTED.read_text("utf-8")
    for line in (
        "牛肉 & <汤> & 牛肉 & 汤 ¥",
        "- 大碗 售完",
        "2: ¥12.50!",
        "合计 ¥11 <0>",
        "+ 合计 ¥11 <20>",
        "+ 合计 ¥11 <21>",
    ):
        assert line in text, line
