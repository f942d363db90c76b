"""A Kaipu of its own for a test."""

from collections.abc import Iterator

import pytest

from ..installation import Installation, new_installation


@pytest.fixture
def installation() -> Iterator[Installation]:
    with new_installation() as made:
        yield made
