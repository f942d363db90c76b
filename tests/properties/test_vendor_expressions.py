"""Whatever expression the parser takes, WeChat's two compilers take as it is printed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaipu.compiler.parse.expression import Expression
from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.parse.tree import Document, Element, Text
from kaipu.compiler.printing.template import print_template

from .trees import expressions

pytestmark = pytest.mark.vendor

ROOT = Path(__file__).parents[2]
WCC = ROOT / "node_modules/miniprogram-compiler/bin/linux/wcc"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("expressions")
    Path(shutil.copy(WCC, home / "wcc")).chmod(0o755)
    return home


def problems_of(text: str, folder: Path) -> str:
    (folder / "a.wxml").write_text(text, encoding="utf-8")
    old = subprocess.run(["./wcc", "a.wxml"], cwd=folder, capture_output=True, text=True, check=False)
    verify = ["node", str(ROOT / "tools/verify/glass-easel.mjs"), str(folder)]
    new = subprocess.run(verify, cwd=ROOT, capture_output=True, text=True, check=False)
    return old.stderr + new.stderr


@given(found=st.lists(expressions, min_size=25, max_size=25), compact=st.booleans())
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_expression_is_read(found: list[Expression], compact: bool, folder: Path) -> None:
    views = tuple(Element("view", (), (), (Text((one,)),)) for one in found)
    text, _ = print_template(Document(views, SourceText("", "")), compact=compact)
    assert problems_of(text, folder) == "", text


@pytest.mark.parametrize("text", ["{{a b}}", "{{ {a: 1, a: 2} }}", "{{05.8}}", "{{ {a: {b: 1}} }}"])
def test_an_expression_that_is_not_read_would_be_found(text: str, folder: Path) -> None:
    assert problems_of(f"<view>{text}</view>", folder)
