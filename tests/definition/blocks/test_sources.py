"""Blocks that do not come with Kaipu: from folders that a variable names, and from installed distributions."""

import os
import sys

import pytest

from kaipu.definition import Refused
from kaipu.definition.blocks.registry import BLOCKS_FOLDER, installed_blocks, own_blocks

from .test_registry import put


@pytest.fixture(autouse=True)
def anew(monkeypatch):
    """Blocks are scanned once a process; here each test is a new one."""
    monkeypatch.delenv("KAIPU_BLOCKS", raising=False)
    installed_blocks.cache_clear()
    yield
    installed_blocks.cache_clear()


def install(folder, monkeypatch, value):
    """A distribution as an installer leaves it; its package does not survive being imported."""
    package = folder / "lantern_blocks"
    package.mkdir()
    (package / "__init__.py").write_text("raise SystemExit('a block is never run on the server')", "utf-8")
    put(package)
    facts = folder / "lantern-1.0.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: lantern\nVersion: 1.0\n", "utf-8")
    (facts / "entry_points.txt").write_text(f"[kaipu.blocks]\nlantern = {value}\n", "utf-8")
    monkeypatch.setattr(sys, "path", [*sys.path, str(folder)])


def test_only_kaipus_own_are_there_by_themselves():
    assert [one.id for one in installed_blocks()] == [one.id for one in own_blocks()]
    assert len(installed_blocks().customs()) == 0


def test_the_variable_names_folders(tmp_path, monkeypatch):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    put(tmp_path / "one")
    put(tmp_path / "two", "candle", {"id": "candle"})
    monkeypatch.setenv("KAIPU_BLOCKS", os.pathsep.join([str(tmp_path / "one"), str(tmp_path / "two/candle")]))
    assert [one.id for one in installed_blocks().customs()] == ["candle", "lamp"]
    assert "banner" in installed_blocks()


def test_a_folder_that_is_handed_in_adds_to_them(tmp_path):
    put(tmp_path)
    assert [one.id for one in installed_blocks(tmp_path).customs()] == ["lamp"]


def test_an_installed_package_brings_its_blocks_and_is_not_run(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, "lantern_blocks")
    assert installed_blocks()["lamp"].folder == tmp_path / "lantern_blocks/lamp"


@pytest.mark.parametrize("value", ["lantern_blokcs", "lantern_blocks:BLOCKS", "nowhere.at.all"])
def test_an_entry_point_that_leads_nowhere_is_refused(tmp_path, monkeypatch, value):
    install(tmp_path, monkeypatch, value)
    with pytest.raises(Refused, match=r"lantern:1:1: The entry point “lantern” leads to"):
        installed_blocks()


def test_a_block_of_kaipus_cannot_be_replaced(tmp_path):
    put(tmp_path, "banner", {"id": "banner"})
    with pytest.raises(Refused, match="Two blocks are called “banner”"):
        installed_blocks(tmp_path)
    assert installed_blocks()["banner"].folder == BLOCKS_FOLDER / "banner"


def test_one_bad_block_and_none_is_used(tmp_path):
    put(tmp_path)
    put(tmp_path, "candle")
    with pytest.raises(Refused, match="candle"):
        installed_blocks(tmp_path)
