"""Pictures are of one size, light enough for a slow phone, and each is of something."""

import pytest
from PIL import Image

from kaipu.trades import load_trade

TRADE = load_trade("noodle_shop")
DISHES = [f"{dish.code}.webp" for dish in TRADE.catalog.dishes]
OTHERS = {
    "banner_beef.webp": ((1500, 800), 120_000),
    "banner_dumplings.webp": ((1500, 800), 120_000),
    "banner_sets.webp": ((1500, 800), 120_000),
    "cover.webp": ((500, 400), 40_000),
    "logo.webp": ((512, 512), 40_000),
    "shop.webp": ((1200, 675), 60_000),
    **{f"nav_{name}.webp": ((240, 240), 16_000) for name in ("noodles", "dumplings", "sets", "small_dishes", "drinks")},
}


def test_nothing_lies_there_unused_and_nothing_is_missing():
    assert {file.name for file in TRADE.pictures.iterdir()} == {*DISHES, *OTHERS}


@pytest.mark.parametrize("name", [*DISHES, *OTHERS])
def test_size_and_weight(name: str):
    size, most_bytes = OTHERS.get(name, ((720, 720), 40_000))
    file = TRADE.pictures / name
    with Image.open(file) as image:
        assert (image.format, image.size) == ("WEBP", size)
        channels = image.convert("RGB").getextrema()
    assert file.stat().st_size <= most_bytes
    assert all(high - low > 100 for low, high in channels), "nearly one colour"


def test_no_two_dishes_share_a_picture():
    assert len({(TRADE.pictures / name).read_bytes() for name in DISHES}) == len(DISHES)
