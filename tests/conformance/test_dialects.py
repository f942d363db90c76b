"""What each platform prints for a fixed set of tiny templates. The first line of an input says in words what must
hold; the platform's folder keeps its text, `cases/templates/<input>.txt`. KAIPU_GOLDEN=1 writes the texts anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.parse.template import parse_template
from kaipu.compiler.printing.template import print_template
from kaipu.platforms.loader import PLATFORMS, list_platforms, load_platform

INPUTS = sorted((Path(__file__).parent / "inputs").glob("*.wxml"))


def printed(file: Path, platform: str) -> str:
    document, problems = parse_template(SourceText(file.read_text(encoding="utf-8"), file.name))
    assert not problems
    text, missing = print_template(document, load_platform(platform).dialect)
    return "".join(f"{problem.line('en')}\n" for problem in missing) or text


@pytest.mark.parametrize("platform", list_platforms())
@pytest.mark.parametrize("file", INPUTS, ids=lambda file: file.stem)
def test_a_platform_says_it_in_its_own_words(file, platform):
    expected = PLATFORMS / platform / "cases/templates" / f"{file.stem}.txt"
    if os.environ.get("KAIPU_GOLDEN"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(printed(file, platform), encoding="utf-8")
    assert printed(file, platform) == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", INPUTS, ids=lambda file: file.stem)
def test_an_input_says_what_must_hold(file):
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("<!-- ")
    assert first.endswith(". -->")


@pytest.mark.parametrize("platform", list_platforms())
def test_no_case_is_left_over(platform):
    known = {f"{file.stem}.txt" for file in INPUTS}
    assert {file.name for file in (PLATFORMS / platform / "cases/templates").iterdir()} == known
