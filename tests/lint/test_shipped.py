"""What ships passes: the blocks, the shell, and the noodle shop's package for every platform, readable and minified.
Each is also shown a mistake, to see that it would be found.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import kaipu
from kaipu.compiler.build import build
from kaipu.compiler.package.write import write_packages
from kaipu.definition.blocks.registry import installed_blocks
from kaipu.lint.rules import all_rules
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


@pytest.fixture(scope="module", params=[False, True], ids=["readable", "minified"])
def packages(request, noodle, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("packages")
    platforms = [load_platform(rules.platform) for rules in all_rules()]
    made = build(noodle, platforms, {one.id: one.folder for one in installed_blocks()}, minify=request.param)
    write_packages({out / package.platform: package.files for package in made})
    return out


@pytest.mark.parametrize("platform", [name for name in list_platforms() if not load_platform(name).dialect.bundled])
def test_the_noodle_shops_package_passes(packages, platform):
    assert told(packages / platform) == []
    template = (
        next((packages / platform).glob("pages/home/home.*ml"), None) or packages / platform / "pages/home/home.swan"
    )
    whole = template.read_text(encoding="utf-8")
    template.write_text(whole.replace("</view>", "", 1), encoding="utf-8")
    assert any("tag_unclosed" in line for line in told(packages / platform))
    template.write_text(whole, encoding="utf-8")
