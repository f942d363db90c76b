"""`kaipu build`: packages from a trade and from a file, and what it says when there can be none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kaipu.cli.failure import Failure
from kaipu.cli.main import main
from kaipu.cli.sources import load_live
from kaipu.commerce.catalog.import_catalog import import_catalog
from kaipu.commerce.publishing.publish_release import publish_release
from kaipu.commerce.publishing.start_draft import start_draft
from kaipu.commerce.shops.tenancy import shop_scope
from kaipu.trades import load_trade
from kaipu.web.environment import Environment


@pytest.fixture(autouse=True)
def speak_english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


def built(folder: Path) -> dict[str, object]:
    return json.loads((folder / "manifest.json").read_text())


def test_a_trade_for_two_platforms(tmp_path, capsys):
    assert main(["build", "trade:noodle_shop", "--platform", "wechat, alipay", "--out", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["wechat", "alipay"]
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["alipay", "wechat"]
    assert built(tmp_path / "wechat")["release"] == built(tmp_path / "alipay")["release"]


def test_all_platforms_is_what_it_builds_unless_told(tmp_path):
    assert main(["build", "trade:noodle_shop", "--out", str(tmp_path)]) == 0
    assert {"alipay", "web", "wechat"} <= {path.name for path in tmp_path.iterdir()}


def test_a_definitions_file(tmp_path):
    definition = load_trade("noodle_shop").definition.document() | {"name": "另一家"}
    (tmp_path / "shop.json").write_text(json.dumps(definition))
    assert main(["build", str(tmp_path / "shop.json"), "--platform", "wechat", "--out", str(tmp_path / "out")]) == 0
    assert json.loads((tmp_path / "out/wechat/app.json").read_text())["window"]["navigationBarTitleText"] == "另一家"


def test_a_folder_with_other_things_is_left_alone(tmp_path, capsys):
    (tmp_path / "wechat").mkdir()
    (tmp_path / "wechat/diary.txt").write_text("mine")
    assert main(["build", "trade:noodle_shop", "--platform", "wechat", "--out", str(tmp_path)]) == 2
    assert "no former build" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "wechat").iterdir()] == ["diary.txt"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["trade:bakery"], "There is no trade called “bakery”: there are noodle_shop."),
        (["trade:noodle_shop", "--platform", "wechat,myspace"], "There is no platform called “myspace”"),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence(tmp_path, capsys, words, said):
    assert main(["build", *words, "--out", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err.startswith(said)
    assert not (tmp_path / "out").exists()


def test_a_build_without_a_shop_needs_no_django(tmp_path):
    code = (
        "import sys; from kaipu.cli.main import main;"
        f"main(['build', 'trade:noodle_shop', '--out', {str(tmp_path)!r}]);"
        "heavy = {name.split('.')[0] for name in sys.modules} & {'django', 'ninja', 'PIL', 'psycopg'};"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_shop_is_built_as_it_is_live(shop, owner):
    trade = load_trade("noodle_shop")
    with shop_scope(shop.id):
        import_catalog(trade.catalog, {})
        start_draft(trade.definition.document())
        published = publish_release(owner)
    source = load_live("noodle", Environment.read())
    assert (source.slug, source.sha256, source.definition["name"]) == ("noodle", published.sha256, "老王面馆")
    assert len(source.catalog["dishes"]) == len(trade.catalog.dishes)
    assert set(source.blocks) == {node.block for node in trade.definition.nodes.values()}


def test_a_shop_that_is_not_there_is_said(db):
    with pytest.raises(Failure, match="no shop called “lost”"):
        load_live("lost", Environment.read())
