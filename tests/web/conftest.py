"""The demo shop, as `kaipu up` opens it, for the tests of pages and of the API."""

from dataclasses import replace
from pathlib import Path

import pytest

from kaipu.cli.demo import open_demo_shop
from kaipu.commerce.shops.models import Shop
from kaipu.web.environment import Environment


@pytest.fixture
def demo_shop(db: None, tmp_path: Path) -> Shop:
    open_demo_shop(replace(Environment.read(), data=tmp_path, port=8000))
    return Shop.objects.get(slug="noodle")
