"""Blocks that join the bundle after it was made: compiled once, kept beside their sources, used where no Node is."""

import json
import shutil

import pytest

from kaipu.cli.main import main
from kaipu.definition import BlockManifest, Refused
from kaipu.definition.blocks import own_blocks
from kaipu.platforms.emit import emit
from kaipu.platforms.web import joining
from kaipu.platforms.web.bundle import load_bundle
from kaipu.platforms.web.joined import joined_folder, kept_block
from kaipu.platforms.web.joining import compile_blocks, joined_block, keep_blocks


@pytest.fixture(scope="module")
def compiled(tmp_path_factory, real_bundle):
    folder = tmp_path_factory.mktemp("compiled")
    assert main(["new-block", "lamp", "--out", str(folder)]) == 0
    keep_blocks([BlockManifest.read(folder / "lamp")], real_bundle)
    return folder / "lamp"


@pytest.fixture(scope="session")
def real_bundle():
    """What `make bundles` made."""
    return load_bundle()


@pytest.fixture
def lamp(compiled, tmp_path):
    """The block with what was compiled of it, to be changed."""
    shutil.copytree(compiled, tmp_path / "lamp")
    return BlockManifest.read(tmp_path / "lamp")


@pytest.fixture
def no_node(monkeypatch):
    monkeypatch.setattr(joining.shutil, "which", lambda name: None)


def test_the_page_has_a_place_for_blocks_that_the_bundle_has_not():
    files = emit("web", own_blocks())
    drawn = (
        '<kaipu-node wx:else block="{{item.block}}" data-node="{{item.id}}" props="{{item.props}}" shop="{{shop}}"/>'
    )
    assert drawn in files["pages/page/page.wxml"].decode()
    assert json.loads(files["pages/page/page.json"])["usingComponents"]["kaipu-node"] == "/kaipu-node"


def test_what_is_kept_needs_no_node(lamp, real_bundle, no_node):
    block = joined_block(lamp, real_bundle)
    assert set(block.files) == {block.script, block.style}
    assert keep_blocks([lamp], real_bundle) == []
    assert {file.name for file in joined_folder(lamp.folder).iterdir()} == {"manifest.json", block.script, block.style}


@pytest.mark.parametrize("name", ["view.wxml", "style.wxss", "script.js"])
def test_a_source_that_changed_is_not_served_as_it_was(lamp, real_bundle, no_node, name):
    (lamp.folder / name).write_text((lamp.folder / name).read_text("utf-8") + "\n", "utf-8")
    assert kept_block(lamp.folder, real_bundle) is None
    with pytest.raises(Refused, match="not compiled for the web"):
        joined_block(lamp, real_bundle)


@pytest.mark.parametrize("name", ["block.yaml", "README.md", "cases/default/expected.txt"])
def test_what_is_not_compiled_may_change(lamp, real_bundle, name):
    (lamp.folder / name).write_text("", "utf-8")
    assert kept_block(lamp.folder, real_bundle)


def test_a_bundle_that_shares_other_modules_wants_it_anew(lamp, real_bundle):
    other = type(real_bundle)(*(real_bundle.folder, "a", "b", "c", frozenset(), "", {}, ("kaipu/block",)))
    assert kept_block(lamp.folder, other) is None


@pytest.mark.parametrize("broken", ["", "{}", "[]", '{"mark": 1}'])
def test_a_manifest_that_is_broken_is_none(lamp, real_bundle, broken):
    (joined_folder(lamp.folder) / "manifest.json").write_text(broken, "utf-8")
    assert kept_block(lamp.folder, real_bundle) is None


def test_the_same_block_gives_the_same_bytes_and_shares_the_shells_modules(lamp, real_bundle):
    (again,) = compile_blocks([lamp], real_bundle)
    kept = kept_block(lamp.folder, real_bundle)
    assert again == kept
    script = again.files[again.script].decode()
    assert 'kaipuShop.modules["kaipu/links"]' in script
    assert "platform.component" not in script  # the shell's own code is not there a second time


def test_a_folder_that_cannot_be_written_to_is_said(lamp, real_bundle):
    shutil.rmtree(lamp.folder / "dist")
    (lamp.folder / "dist").write_text("a file in the way", "utf-8")
    with pytest.raises(Refused, match="cannot be written to"):
        keep_blocks([lamp], real_bundle)
