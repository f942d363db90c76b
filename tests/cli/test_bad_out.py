"""Where `kaipu build` and `kaipu eject` will not write, and that they say so before anything is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kaipu.cli.main import main

from .refusing import refused

pytestmark = pytest.mark.usefixtures("good_things")

OUT = {
    "/": "Nothing is written to the top of the disk",
    "//": "Nothing is written to the top of the disk",
    "mine/strip": "mine/strip lies in ",
    "mine/strip/out": "mine/strip/out lies in ",
    "mine/../mine/strip": "lies in ",
    "link": "link lies in ",
    "toys/toy/out": "toys/toy/out lies in ",
    "shop.json": "shop.json lies in shop.json",
    str(Path(__file__).parents[2] / "src/kaipu/out"): "lies in ",
    "dangling": "“dangling” is a symbolic link that leads nowhere",
    "dangling/out": "“dangling” is a symbolic link that leads nowhere",
    "circle": "“circle” is a symbolic link that leads nowhere",
    "x" * 300: "cannot be written: the name is too long",
    "/proc/nobody": "“/proc/nobody/toy” cannot be written",
    "": "There is nothing after --out",
}


@pytest.mark.parametrize("out", OUT)
def test_where_nothing_can_be_written(capsys, out):
    Path("link").symlink_to("mine/strip")
    Path("dangling").symlink_to("nowhere")
    Path("circle").symlink_to("circle")
    words = ["shop.json", "--blocks", "mine", "--platforms", "toys", "--platform", "toy,wechat"]
    assert OUT[out] in refused(capsys, *words, out=out)


@pytest.mark.parametrize("out", ["dangling", "/proc/nobody"])
def test_where_no_block_can_be_made(capsys, out):
    Path("dangling").symlink_to("nowhere")
    assert main(["new-block", "lamp", "--out", out]) == 2
    assert f"{out}/lamp cannot be used: " in capsys.readouterr().err


def test_one_place_that_is_a_file_is_told_once(capsys):
    assert refused(capsys, "shop.json", "--platform", "wechat,web", out="shop.json/x").count("\n") == 1


def test_a_former_build_that_holds_a_pipe_is_not_waited_for(capsys):
    Path("out/wechat").mkdir(parents=True)
    os.mkfifo("out/wechat/manifest.json")
    assert "is no former build" in refused(capsys, "shop.json", "--platform", "wechat")


def test_a_page_that_cannot_ask_for_the_newer_framework(capsys):
    said = refused(capsys, "shop.json", "--platform", "wechat,web", "--glass-easel-pages", "home, nope")
    assert said.startswith("The package has no page “nope”")
