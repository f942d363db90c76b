"""A Kaipu of its own for a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kaipu.definition.blocks import custom_blocks, installed_blocks
from kaipu.platforms.loader import load_platform

from ..installation import Installation, new_installation
from .refusing import put_all


@pytest.fixture(scope="session")
def opened_before() -> Iterator[Path]:
    """The data folder of a Kaipu with the demo shop, at rest: copying it is quicker than making it."""
    with new_installation() as made:
        opened = made.run("demo")
        assert opened.returncode == 0, opened.stderr
        yield made.data


@pytest.fixture
def installation(opened_before: Path) -> Iterator[Installation]:
    with new_installation(opened_before) as made:
        yield made


@pytest.fixture
def fresh_installation() -> Iterator[Installation]:
    """One that was never started."""
    with new_installation() as made:
        yield made


@pytest.fixture
def good_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The current folder has a shop, a block and a platform; blocks and platforms are read anew."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.delenv("KAIPU_BLOCKS", raising=False)
    monkeypatch.chdir(tmp_path)
    kept = (installed_blocks, custom_blocks, load_platform)
    for scanned in kept:
        scanned.cache_clear()
    put_all()
    yield
    for scanned in kept:
        scanned.cache_clear()
