"""WeChat's own compilers read what WeChat's dialect prints for every input, in both lay-outs. That they find mistakes
is shown in tests/platforms/test_wechat.py.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from kaipu.platforms.loader import load_platform

from .case import CASES, Case

pytestmark = pytest.mark.vendor

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "node_modules/miniprogram-compiler/bin/linux"
BESIDE = {
    "m.wxs": "exports.f = function () {};\n",
    "head.wxml": "<text>1</text>\n",
    "parts.wxml": '<template name="row"><text>1</text></template>\n',
    "other.wxss": ".kp-b { top: 0; }\n",
    "../more.wxss": ".kp-c { top: 0; }\n",
}
"""What inputs name as standing beside them."""


@pytest.fixture(scope="module", params=[False, True], ids=["readable", "minified"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every text of WeChat's that is no refusal, under its input's name."""
    home = tmp_path_factory.mktemp("wechat") / "inputs"
    home.mkdir()
    for name, text in BESIDE.items():
        (home / name).write_text(text, encoding="utf-8")
    for case in CASES:
        for name, text in (
            case.files(load_platform("wechat"), minify=request.param).items() if case.kind == "units" else ()
        ):
            file = home / case.file.name / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        if case.kind in ("templates", "styles") and not case.file.stem.startswith("unknown-"):
            text = case.printed(load_platform("wechat"), minify=request.param)
            (home / case.file.name).write_text(text, encoding="utf-8")
    return home


def compiled(tool: str, folder: Path, ending: str) -> subprocess.CompletedProcess[str]:
    command = shutil.copy(TOOLS / tool, folder.parent / tool)
    Path(command).chmod(0o755)
    names = sorted(str(file.relative_to(folder.parent)) for file in folder.parent.rglob(f"*{ending}"))
    assert len(names) >= sum(case.file.suffix == ending for case in CASES) - 3
    modules = [str(file.relative_to(folder.parent)) for file in folder.rglob("*.wxs") if ending == ".wxml"]
    return subprocess.run([command, *names, *modules], cwd=folder.parent, capture_output=True, text=True, check=False)


def test_every_template_compiles(folder: Path) -> None:
    done = compiled("wcc", folder, ".wxml")
    assert done.returncode == 0, done.stderr


def test_every_style_compiles(folder: Path) -> None:
    done = compiled("wcsc", folder, ".wxss")
    assert done.returncode == 0, done.stderr


def test_every_template_compiles_for_the_newer_framework(folder: Path) -> None:
    command = ["node", "tools/verify/glass-easel.mjs", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_inputs_that_are_refused_are_few() -> None:
    refused: list[Case] = [case for case in CASES if case.printed(load_platform("wechat")).startswith(case.file.name)]
    assert [case.file.stem for case in refused] == ["unknown-attribute", "unknown-event", "unknown-tag"]
