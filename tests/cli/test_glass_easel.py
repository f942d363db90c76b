"""WeChat's newer component framework: asked for by all pages or by some, and by none unless told."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from kaipu.cli.main import main

ROOT = Path(__file__).parents[2]
ASKED = {"componentFramework": "glass-easel", "glassEaselWebview": True}


def asking(tmp_path: Path, *words: str) -> set[str]:
    """The files that ask for it, with both settings or not at all."""
    assert main(["build", "trade:noodle_shop", "--platform", "wechat", "--out", str(tmp_path), *words]) == 0
    found = set()
    for file in (tmp_path / "wechat").rglob("*.json"):
        said = {key: value for key, value in json.loads(file.read_text(encoding="utf-8")).items() if key in ASKED}
        assert said in ({}, ASKED)
        found |= {str(file.relative_to(tmp_path / "wechat"))} if said else set()
    return found


@pytest.mark.parametrize("minify", [[], ["--minify"]], ids=["readable", "minified"])
def test_who_asks_for_it(tmp_path, minify):
    assert asking(tmp_path, *minify) == set()
    assert asking(tmp_path, *minify, "--glass-easel") == {"app.json"}
    pages = asking(tmp_path, *minify, "--glass-easel-pages", "home, cart")
    assert pages == {"pages/home/home.json", "pages/cart/cart.json"}


@pytest.mark.vendor
@pytest.mark.parametrize("words", [["--glass-easel"], ["--glass-easel-pages", "home,menu"]], ids=["all", "two"])
def test_the_uploader_takes_it(tmp_path, words):
    assert asking(tmp_path, *words)
    command = ["node", "tools/verify/wechat-ci.mjs", str(tmp_path / "wechat")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
