"""A trade is a folder, found by scanning; loading one gives a whole shop."""

import json
import shutil
from pathlib import Path

import pytest

from kaipu.definition import BlockRegistry, Refused, validate
from kaipu.trades import TRADES, list_trades, load_trade

BLOCKS = BlockRegistry.scan(TRADES.parent / "blocks")


def test_every_folder_with_a_trade_file_is_a_trade():
    assert list_trades() == sorted(file.parent.name for file in TRADES.glob("*/trade.yaml"))
    assert "noodle_shop" in list_trades()


def test_a_folder_put_beside_the_others_is_a_trade(tmp_path: Path):
    shutil.copytree(TRADES / "noodle_shop", tmp_path / "dumpling_shop")
    assert list_trades(tmp_path) == ["dumpling_shop"]
    assert load_trade("dumpling_shop", tmp_path).catalog.dish("beef_noodles")


def test_an_unknown_trade_is_named_with_the_known_ones():
    with pytest.raises(LookupError, match=r"spaceship.*noodle_shop"):
        load_trade("spaceship")


def test_a_broken_goods_file_is_refused_with_its_place(tmp_path: Path):
    shutil.copytree(TRADES / "noodle_shop", tmp_path / "broken")
    goods = tmp_path / "broken" / "goods.yaml"
    goods.write_text(goods.read_text("utf-8").replace("price_fen: 800", "price_fen: eight", 1), "utf-8")
    with pytest.raises(Refused) as refused:
        load_trade("broken", tmp_path)
    assert [d.code for d in refused.value.diagnostics] == ["expected_integer"]


@pytest.mark.parametrize("name", list_trades())
def test_the_definition_fits_the_blocks_and_the_goods(name: str):
    trade = load_trade(name)
    assert [problem.line("en") for problem in validate(trade.definition, BLOCKS, trade.catalog)] == []
    assert trade.definition.trade == trade.id == name
    assert trade.shop.order_kinds == list(trade.order_kinds)


@pytest.mark.parametrize("name", list_trades())
def test_every_picture_that_is_named_is_there(name: str):
    trade = load_trade(name)
    written = json.dumps(trade.definition.document()) + json.dumps(trade.catalog.model_dump())
    named = {text.split('"')[0] for text in written.split("picture:")[1:]}
    assert named <= {file.name for file in trade.pictures.iterdir()}
    assert all(dish.picture for dish in trade.catalog.dishes), "every dish has a picture of its own"
    assert len({dish.picture for dish in trade.catalog.dishes}) == len(trade.catalog.dishes)


@pytest.mark.parametrize("name", list_trades())
def test_the_folder_says_where_its_pictures_come_from(name: str):
    assert (TRADES / name / "README.md").is_file()
    assert (TRADES / name / "LICENSES").is_file()
