"""`kaipu new-block`: what it makes is a block at once; what it cannot make it says, and writes nothing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kaipu.cli.main import main
from kaipu.compiler.custom import usable_blocks
from kaipu.definition.blocks import BlockManifest, installed_blocks

ROOT = Path(__file__).parents[2]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(autouse=True)
def speak_english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    installed_blocks.cache_clear()
    yield
    installed_blocks.cache_clear()


@pytest.fixture
def made(tmp_path, capsys):
    assert main(["new-block", "coupon_strip", "--out", str(tmp_path / "mine")]) == 0
    assert f"kaipu lint {tmp_path / 'mine/coupon_strip'}" in capsys.readouterr().out
    return tmp_path / "mine/coupon_strip"


def test_it_is_a_block_that_can_be_used_at_once(made):
    manifest = usable_blocks(made)["coupon_strip"]
    assert manifest.name.en == "Coupon strip"
    assert manifest.folder == made
    assert [folder.name for folder in made.parent.iterdir()] == ["coupon_strip"]


def test_nothing_of_the_pattern_is_left_in_it(made):
    texts = {file: file.read_text("utf-8") for file in made.rglob("*") if file.is_file()}
    assert not [file for file, text in texts.items() if re.search(r"new.block", text, re.IGNORECASE)]
    assert ".kp-coupon-strip__text" in texts[made / "style.wxss"]


@pytest.mark.parametrize("name", ["block.yaml", "view.wxml", "style.wxss", "script.js", "migrations.yaml", "README.md"])
def test_every_file_explains_itself_in_both_languages(made, name):
    text = (made / name).read_text("utf-8")
    assert CHINESE.search(text)
    assert len(re.findall(r"[A-Za-z]{3,}", text)) > 10


def test_its_default_case_is_its_defaults(made):
    props = json.loads((made / "cases/default/props.json").read_text("utf-8"))
    assert props == BlockManifest.read(made).defaults
    assert {case.name for case in (made / "cases").iterdir()} == {"default", "english", "without_link"}


@pytest.mark.browser
def test_it_passes_every_test_that_kaipus_own_blocks_pass(made):
    tests = [f"tests/blocks/{name}.py" for name in ("test_complete", "test_cases")]
    words = [sys.executable, "-m", "pytest", "-q", *tests, "-k", "coupon_strip", "-p", "no:cacheprovider"]
    environment = os.environ | {"KAIPU_BLOCKS": str(made)}
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count(".") > 12, "its cases were not tried"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Coupon", "lower case letter"),
        ("a__b", "lower case letter"),
        ("../up", "lower case letter"),
        ("", "lower case letter"),
        ("a" * 33, "32 at most"),
        ("banner", "Kaipu has a block called"),
        ("there", "is there already"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_written(tmp_path, capsys, name, said):
    (tmp_path / "there").mkdir()
    assert main(["new-block", name, "--out", str(tmp_path)]) == 2
    assert said in capsys.readouterr().err
    assert [file.name for file in tmp_path.rglob("*")] == ["there"]


def test_a_file_is_no_folder_to_make_it_in(tmp_path, capsys):
    (tmp_path / "notes").write_text("mine", "utf-8")
    assert main(["new-block", "coupon_strip", "--out", str(tmp_path / "notes")]) == 2
    assert "not a folder" in capsys.readouterr().err
    assert (tmp_path / "notes").read_text("utf-8") == "mine"
