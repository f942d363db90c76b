"""A Kaipu of its own for a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ..installation import Installation, new_installation


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
