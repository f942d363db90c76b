"""The same script of taps gives the same words on the page and the same requests on every platform.

Each platform's package runs as it is built, in an engine that takes its printed text by that platform's documentation.
What is expected stands once for all of them, in expected/.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kaipu.platforms.loader import list_platforms

from .playing import HERE, REFERENCE, play_in_engine, scripts

PLATFORMS = sorted(set(list_platforms()) - {"web"}, key=lambda name: (name != REFERENCE, name))


@pytest.mark.parametrize("script", scripts())
@pytest.mark.parametrize("minify", [False, True], ids=["readable", "minified"])
@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_script_is_the_same_everywhere(played, platform, minify, script):
    answer = played(platform, minify)[script]
    assert "problem" not in answer, answer["problem"]
    expected = HERE / f"expected/{script}.txt"
    if os.environ.get("KAIPU_GOLDEN") and (platform, minify) == (REFERENCE, False):
        expected.write_text(answer["text"], "utf-8")
    assert answer["text"] == expected.read_text("utf-8")


def test_what_is_expected_is_of_a_script():
    assert {file.stem for file in HERE.glob("expected/*.txt")} == set(scripts())


def test_the_scripts_reach_what_matters():
    """Worded, so that rewriting the expected files cannot hide it."""
    order, offline, cart = (
        (HERE / f"expected/{name}.txt").read_text("utf-8")
        for name in ("order_a_bowl", "without_a_network", "fill_and_clear_the_cart")
    )
    for line in ("+ 大 · 中辣 · 干拌 · 卤蛋", "+ ¥ 38.5", "> pays ¥38.5 for o1", "已付款", "+ 制作中", "[点餐]"):
        assert line in order, line
    assert '"choices":["size:large","spice:medium","style:dry","topping:braised_egg"]' in order
    assert "> GET orders (no answer)" not in order
    assert "再试一次" in offline
    assert "网络断开了" in offline
    assert "> asks 清空购物车？" in cart
    assert "购物车还空着" in cart


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("blocks/order_menu/order_menu", 'onTap="put"', 'onTap="putt"'),
        ("blocks/order_menu/order_menu", 'a:if="{{dish}}"', 'a:if="{{dishes}}"'),
        ("blocks/order_menu/order_menu", "{{line.options}}", "{{line.option}}"),
        ("pages/checkout/checkout", 'data-table="{{item.table}}"', 'data-table="{{item.tables}}"'),
        ("pages/home/home", "<kp-notice ", "<kp-note "),
    ],
)
def test_a_mistake_in_a_template_would_be_found(package, tmp_path: Path, file, old, new):
    folder = shutil.copytree(package("alipay", False), tmp_path / "alipay")
    template = folder / f"{file}.axml"
    text = template.read_text("utf-8")
    assert old in text
    template.write_text(text.replace(old, new), "utf-8")
    answer = play_in_engine("alipay", folder, {"order_a_bowl": scripts()["order_a_bowl"]})["order_a_bowl"]
    assert answer.get("text") != (HERE / "expected/order_a_bowl.txt").read_text("utf-8")
