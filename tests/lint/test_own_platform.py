"""Packages of a platform from elsewhere are checked by what that says, not by what they resemble."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kaipu.cli.main import main
from kaipu.platforms.loader import PLATFORMS


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """Like one of Kaipu's own, but with a directive of another name."""
    shutil.copytree(PLATFORMS / "wechat", tmp_path / "platforms/toy", ignore=shutil.ignore_patterns("dist", "cases"))
    dialect = tmp_path / "platforms/toy/dialect.yaml"
    dialect.write_text(
        "directives: { when: 'toy:if', each: 'toy:for', item: 'toy:item', key: 'toy:key' }\n" + dialect.read_text()
    )
    order = ["build", "trade:noodle_shop", "--platforms", str(dialect.parent), "--platform", "toy"]
    assert main([*order, "--out", str(tmp_path / "out")]) == 0
    return tmp_path


def found(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    capsys.readouterr()
    main(["lint", *words, "--json"])
    return [one["code"] for one in json.loads(capsys.readouterr().out)]


def test_it_is_checked_by_its_own_dialect(toy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys, str(toy / "out/toy"), "--platforms", str(toy / "platforms")) == []


def test_without_the_platform_nothing_else_is_guessed(toy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys, str(toy / "out/toy")) == ["platform_not_here"]
