"""`kaipu build block:NAME` shows every case: on as many pages as they need, and says what one package cannot show."""

from __future__ import annotations

import json

import pytest

from kaipu.cli.main import main
from kaipu.cli.shown_block import show_block
from kaipu.compiler.custom import usable_blocks
from kaipu.definition import Refused, validate
from kaipu.definition.blocks import installed_blocks
from kaipu.trades import load_trade


@pytest.fixture
def made(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    installed_blocks.cache_clear()
    assert main(["new-block", "lamp", "--out", str(tmp_path)]) == 0
    capsys.readouterr()
    yield tmp_path / "lamp"
    installed_blocks.cache_clear()


def shown(home, **changes):
    registry = usable_blocks(home)
    block = registry["lamp"].model_copy(update=changes)
    found = show_block(block, load_trade("noodle_shop").definition, registry["title"].version)
    return found, validate(found.definition, registry)


@pytest.mark.parametrize(
    ("changes", "pages", "left"),
    [
        ({}, [3], 0),
        ({"max_per_page": 2}, [2, 1], 0),
        ({"max_per_page": 1}, [1, 1, 1], 0),
        ({"max_per_page": 1, "allowed_on": ["entry"]}, [1], 2),
        ({"max_per_page": 1, "allowed_on": ["tab"]}, [1, 1, 1], 0),
        ({"max_per_page": 2, "allowed_on": ["page"]}, [0, 2, 1], 0),
    ],
)
def test_every_case_has_a_page_where_the_block_may_stand(made, changes, pages, left):
    found, problems = shown(made, **changes)
    assert problems == []
    definition = found.definition
    names = [definition.entry_page, *(name for name in definition.pages if name.startswith("cases_"))]
    counts = [sum(definition.nodes[node].block == "lamp" for node in definition.pages[name].nodes) for name in names]
    assert (counts, len(found.without_page)) == (pages, left)
    links = [node.props["link"]["page"] for node in definition.nodes.values() if node.block == "title"]
    assert sorted({*links, *(tab.page for tab in definition.tabs)} & set(names)) == sorted(names)


def test_the_first_case_brings_its_shop_and_the_others_are_named(made, capsys):
    goods = {"categories": [{"code": "a", "name": "A"}], "dishes": []}
    (made / "cases/default/shop.json").write_text(json.dumps({"catalog": goods}), "utf-8")
    (made / "cases/without_link/shop.json").write_text(json.dumps({"catalog": goods}), "utf-8")
    out = made.parent / "out"
    words = ["build", "block:lamp", "--blocks", str(made), "--platform", "wechat", "--out", str(out)]
    assert main(words) == 0
    said = capsys.readouterr().err
    assert "is not shown of english;" in said
    assert '"categories":[{"code":"a","name":"A"}]' in (out / "wechat/release.js").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("shop.json", '{"noww": 1}', ":1:2: "),
        ("props.json", '{\n "text": 1}', ":2:2: "),
        ("shop.json", "{/**/}", ":1:2"),
    ],
)
def test_a_case_that_cannot_be_is_refused_at_its_place(made, name, text, place):
    (made / "cases/english" / name).write_text(text, "utf-8")
    with pytest.raises(Refused) as refused:
        shown(made)
    assert f"{made}/cases/english/{name}{place}" in refused.value.diagnostics[0].line("en")
