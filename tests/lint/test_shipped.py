"""What ships passes: the blocks, the shell, and the noodle shop's package for every platform: readable, minified, as a
template. Each is also shown a mistake, to see that it would be found.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import kaipu
from kaipu.cli.main import main
from kaipu.definition.blocks.registry import installed_blocks
from kaipu.lint.run import lint
from kaipu.platforms.loader import list_platforms, load_platform

HOME = Path(kaipu.__file__).parent


def told(path: Path) -> list[str]:
    return [f"{one.where}: {one.code}" for one in lint(path)]


@pytest.mark.parametrize("room", ["blocks", "shell"])
def test_blocks_and_shell_pass(room):
    assert told(HOME / room) == []


def test_each_block_by_itself_passes():
    assert {
        folder.name: told(folder) for folder in (HOME / "blocks").iterdir() if (folder / "block.yaml").exists()
    } == {block.id: [] for block in installed_blocks()}


@pytest.fixture(scope="module", params=[[], ["--minify"], ["--template"]], ids=["readable", "minified", "template"])
def packages(request, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("packages")
    assert main(["build", "trade:noodle_shop", "--platform", "all", "--out", str(out), *request.param]) == 0
    return out


@pytest.mark.parametrize("platform", [name for name in list_platforms() if not load_platform(name).dialect.bundled])
def test_the_noodle_shops_package_passes(packages, platform):
    assert told(packages / platform) == []
    ending = load_platform(platform).dialect.endings.template
    template = packages / platform / f"pages/cart/cart{ending}"
    whole = template.read_text(encoding="utf-8")
    template.write_text(whole.replace("</view>", "", 1), encoding="utf-8")
    assert any("tag_unclosed" in line for line in told(packages / platform))
    template.write_text(whole, encoding="utf-8")
