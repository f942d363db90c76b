"""docs/reference/platforms.md is what the dialects say and what the tests prove today."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kaipu.definition.tree import load_yaml
from kaipu.platforms.loader import PLATFORMS, list_platforms

ROOT = Path(__file__).parents[2]
KINDS = {"templates", "styles", "scripts", "configuration", "runtime", "behaviour"}
MEANS = {"vendor", "typings", "host", "reading", "documentation"}


def proofs(platform: str) -> list[tuple[str, dict[str, object]]]:
    said = load_yaml(PLATFORMS / platform / "verified.yaml")
    assert isinstance(said, dict)
    assert set(said) == KINDS, platform
    return [(kind, one) for kind, found in said.items() for one in found]


def named() -> set[str]:
    return {test for platform in list_platforms() for _, one in proofs(platform) for test in one["tests"]}


@pytest.fixture(scope="module")
def collected() -> tuple[str, ...]:
    """Every test that a run would run, of the files that proofs are named in."""
    files = sorted({test.partition("::")[0] for test in named()})
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-o", "addopts=--import-mode=importlib", *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    return tuple(line for line in done.stdout.splitlines() if "::" in line)


def test_the_reference_is_current() -> None:
    asked = [sys.executable, str(ROOT / "tools/docs/platforms_reference.py"), "--check"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize("platform", list_platforms())
def test_each_proof_says_by_what_means(platform: str) -> None:
    for kind, one in proofs(platform):
        assert set(one) == {"by", "what", "tests"}, (platform, kind)
        assert one["by"] in MEANS, (platform, kind)
        assert one["tests"], (platform, kind)


def test_each_proof_is_a_test_that_runs(collected: tuple[str, ...]) -> None:
    missing = [test for test in sorted(named()) if not is_there(test, collected)]
    assert missing == []


def test_no_proof_is_passed_over() -> None:
    for file in sorted({test.partition("::")[0] for test in named()}):
        text = (ROOT / file).read_text("utf-8")
        assert not re.search(r"mark\.(?:skip|xfail)|pytest\.(?:skip|xfail)\(", text), file


def test_a_proof_that_is_gone_would_be_found() -> None:
    collected = ("tests/a.py::test_b", "tests/a.py::test_c[x-1]")
    assert is_there("tests/a.py::test_b", collected)
    assert is_there("tests/a.py::test_c[x-...]", collected)
    assert not is_there("tests/a.py::test_c[y-...]", collected)
    assert not is_there("tests/a.py::test_", collected)


def is_there(test: str, collected: tuple[str, ...]) -> bool:
    """`test[x-...]` is any of that test's cases that begin so."""
    if test.endswith("...]"):
        return any(one.startswith(test.removesuffix("...]")) for one in collected)
    return any(one == test or one.startswith(f"{test}[") for one in collected)
