"""WeChat's package, checked with WeChat's own compilers. Each check is also shown a mistake, to see that it would find
one.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from kaipu.compiler.build import build
from kaipu.definition.blocks.registry import installed_blocks
from kaipu.platforms.loader import load_platform

pytestmark = pytest.mark.vendor

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "node_modules/miniprogram-compiler/bin/linux"


@pytest.fixture(scope="session")
def compilers(tmp_path_factory) -> Path:
    """npm does not keep the bit that lets them run."""
    folder = tmp_path_factory.mktemp("compilers")
    for name in ("wcc", "wcsc"):
        shutil.copy(TOOLS / name, folder / name)
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture(params=[False, True], ids=["readable", "minified"])
def wechat(package, request) -> Path:
    return package("wechat", minify=request.param)


@pytest.fixture
def broken(package, tmp_path) -> Path:
    """A copy to break."""
    return shutil.copytree(package("wechat"), tmp_path / "broken")


def compiled(tool: Path, folder: Path, ending: str) -> subprocess.CompletedProcess[str]:
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob(f"*{ending}"))
    assert names
    return subprocess.run([tool, *names], cwd=folder, capture_output=True, text=True, check=False)


def node(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = ["node", f"tools/verify/{script}", str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


def test_templates_compile(compilers, wechat):
    done = compiled(compilers / "wcc", wechat, ".wxml")
    assert done.returncode == 0, done.stderr


def test_a_broken_template_would_be_found(compilers, broken):
    (broken / "pages/home/home.wxml").write_text("<view wx:else/>")
    assert compiled(compilers / "wcc", broken, ".wxml").returncode != 0


def test_styles_compile(compilers, wechat):
    done = compiled(compilers / "wcsc", wechat, ".wxss")
    assert done.returncode == 0, done.stderr


def test_a_broken_style_would_be_found(compilers, broken):
    (broken / "app.wxss").write_text('@import "./lost.wxss";\n* { color: red }')
    assert compiled(compilers / "wcsc", broken, ".wxss").returncode != 0


def test_templates_compile_for_the_newer_framework(wechat):
    done = node("glass-easel.mjs", wechat)
    assert done.returncode == 0, done.stderr


def test_a_warning_of_the_newer_framework_would_be_found(broken):
    (broken / "pages/home/home.wxml").write_text('<view a="1" a="2"/>')
    done = node("glass-easel.mjs", broken)
    assert (done.returncode, done.stderr) == (1, "pages/home/home.wxml:1:13: duplicated attribute\n")


def test_the_uploader_takes_the_package(package):
    done = node("wechat-ci.mjs", package("wechat", minify=True))
    assert done.returncode == 0, done.stderr
    assert {"app.js", "pages/home/home.js", "blocks/banner/banner.wxml"} <= set(
        json.loads(done.stdout.splitlines()[-1])["files"]
    )


def test_the_uploader_would_find_a_missing_icon(broken):
    (broken / "icons/home.png").unlink()
    done = node("wechat-ci.mjs", broken)
    assert done.returncode == 1
    assert '"icons/home.png" not found' in done.stderr


def test_the_tab_bar(wechat):
    bar = json.loads((wechat / "app.json").read_text())["tabBar"]
    assert 2 <= len(bar["list"]) <= 5
    for tab in bar["list"]:
        assert (wechat / f"{tab['pagePath']}.wxml").exists()
        for key in ("iconPath", "selectedIconPath"):
            icon = wechat / tab[key]
            assert icon.stat().st_size < 40 * 1024
            assert Image.open(icon).size == (81, 81)


def test_only_what_a_page_needs_is_loaded(wechat, noodle):
    assert json.loads((wechat / "app.json").read_text())["lazyCodeLoading"] == "requiredComponents"
    folders = {manifest.id: manifest.folder for manifest in installed_blocks()}
    (built,) = build(noodle, [load_platform("wechat")], folders, minify=False)
    home, menu = (json.loads(built.files[f"pages/{page}/{page}.json"]) for page in ("home", "menu"))
    assert home["usingComponents"] == menu["usingComponents"]
    assert home["componentPlaceholder"] == {"kp-order-menu": "view"}
    assert "kp-order-menu" not in menu["componentPlaceholder"]
    assert json.loads((wechat / "pages/cart/cart.json").read_text())["usingComponents"] == {}


def test_the_noodle_shops_scripts_stay_small(noodle):
    """40 KB in all, the budget: what a phone reads before it can do anything."""
    folders = {manifest.id: manifest.folder for manifest in installed_blocks()}
    (built,) = build(noodle, [load_platform("wechat")], folders, minify=True)
    scripts = [len(data) for name, data in built.files.items() if name.endswith(".js") and name != "release.js"]
    assert sum(scripts) <= 40 * 1024
