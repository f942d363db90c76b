"""What each platform prints for a fixed set of tiny inputs. The first line of an input says in words what must hold;
the platform's folder keeps its text, `cases/<kind>/<input>.txt`. KAIPU_GOLDEN=1 writes the texts anew.
"""

from __future__ import annotations

import os

import pytest

from kaipu.platforms.loader import PLATFORMS, list_platforms, load_platform

from .case import CASES, KINDS, Case


@pytest.mark.parametrize("platform", list_platforms())
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file.stem)
def test_a_platform_says_it_in_its_own_words(case: Case, platform: str) -> None:
    home = load_platform(platform)
    expected = case.golden(home)
    if os.environ.get("KAIPU_GOLDEN"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(case.printed(home), encoding="utf-8")
    assert case.printed(home) == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file.stem)
def test_an_input_says_what_must_hold(case: Case) -> None:
    assert case.sentence.endswith(".")
    assert " " in case.sentence


def test_each_input_has_a_name_of_its_own() -> None:
    assert len({case.file.stem for case in CASES}) == len(CASES)


@pytest.mark.parametrize("platform", list_platforms())
@pytest.mark.parametrize("kind", KINDS.values())
def test_no_case_is_left_over(platform: str, kind: str) -> None:
    known = {f"{case.file.stem}.txt" for case in CASES if case.kind == kind}
    assert {file.name for file in (PLATFORMS / platform / "cases" / kind).iterdir()} == known
