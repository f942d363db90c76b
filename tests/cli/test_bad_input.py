"""Whatever is wrong with what a person names, `kaipu build` says where and what to do, ends with 2, and writes nothing:
no traceback, no waiting, no half a package.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kaipu.cli.main import main

from .refusing import DEEP, SHOP, dumped, put, refused

FIRST = next(iter(SHOP["nodes"]))
pytestmark = pytest.mark.usefixtures("good_things")


def line_of(mark: str, text: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if mark in line)


def node(**changes: object) -> str:
    return dumped(SHOP | {"nodes": SHOP["nodes"] | {FIRST: SHOP["nodes"][FIRST] | changes}})


HOME = SHOP["pages"]["home"]
SOURCES = {
    "an unknown block": (node(block="time_machine"), '"time_machine"', "no block called “time_machine”"),
    "a newer block": (node(version=9999), "9999", "has version 9999"),
    "a block that climbs": (node(block="../../etc"), '"../../etc"', "“block” is not written the way"),
    "an unknown trade": (dumped(SHOP | {"trade": "bakery"}), '"bakery"', "“trade” has to be one of: noodle_shop."),
    "a newer schema": (dumped(SHOP | {"schema": 2}), '"schema"', "has schema 2"),
    "two names by case": (dumped(SHOP | {"entry": "Home"}), '"entry"', "no field called “entry”"),
    "a page that is not there": (
        dumped(SHOP | {"pages": SHOP["pages"] | {"home": HOME | {"nodes": [*HOME["nodes"], "n_gone"]}}}),
        '"n_gone"',
        "shows “n_gone”, which is not there",
    ),
    "a page's name in capitals": (dumped(SHOP).replace('"page": "home"', '"page": "Home"'), '"Home"', "“page” is not"),
    "not UTF-8": (dumped(SHOP).encode().replace("老王".encode(), b"\xff", 1), "\ufffd", "not UTF-8"),
    "not closed": ("{", "{", "not valid JSON"),
    "nothing": ("", None, "not valid JSON"),
    "null": ("null", "null", "“the whole file” has to be an object"),
    "a list": ("[]", "[]", "“the whole file” has to be an object"),
    "too deep": ("{\n" * 100_000, None, "nested too deeply"),
    "too large": ('"' + "x" * 50_000_000 + '"', None, "too large"),
    "one name twice": (dumped(SHOP)[:-2] + ',\n "name": "x"}', ' "name": "x"', "“name” stands twice"),
    "NaN": (dumped(SHOP)[:-2] + ',\n "x": NaN}', '"x": NaN', "“NaN” is not a number"),
    "too many problems": (dumped({"schema": 1}), "{", "“trade” is missing"),
}


@pytest.mark.parametrize("name", SOURCES)
def test_a_bad_definition_is_told_at_its_line(capsys, name):
    raw, mark, expected = SOURCES[name]
    put("shop.json", raw)
    said = refused(capsys, "shop.json")
    text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else raw
    lines = [line for line in said.splitlines() if expected in line]
    place = f"shop.json:{line_of(mark, text)}:" if mark else "shop.json:"
    assert any(line.startswith(place) for line in lines), said


NAMED = {
    "": "Which shop?",
    "lost.json": "lost.json:1:1: This file cannot be read: there is no such file.",
    "pipe.json": "pipe.json:1:1: This is no ordinary file",
    "zero.json": "zero.json:1:1: This is no ordinary file",
    "folder.json": "folder.json:1:1: This is no ordinary file",
    "circle.json": "circle.json:1:1: This file cannot be read: its symbolic links go in a circle.",
    f"{'x' * 300}.json": "cannot be read: the name is too long",
    "trade:bakery": "There is no trade called “bakery”: there are noodle_shop.",
    "trade:../..": "There is no trade called “../..”",
    "shop.jsn": "There is no shop called “shop.jsn”",
    "mine/strip": "There is no shop called “mine/strip”",
    "block:lamp": "There is no block called “lamp”",
}


@pytest.mark.parametrize("source", NAMED)
def test_what_cannot_be_a_source(capsys, source):
    os.mkfifo("pipe.json")
    Path("zero.json").symlink_to("/dev/zero")
    Path("circle.json").symlink_to("circle.json")
    Path("folder.json").mkdir()
    assert NAMED[source] in refused(capsys, source)
    assert NAMED[source] in refused(capsys, source, "--template")


BLOCK = {
    "block.yaml: deep": ("block.yaml", lambda text: f"{text}z: {DEEP}\n", "block.yaml:{last}:35: This is nested too"),
    "block.yaml: deeper": ("block.yaml", lambda text: text + "z: " + DEEP * 20, "block.yaml:{last}:35: This is nested"),
    "migrations.yaml: deep": ("migrations.yaml", lambda _: "- " * 100_000, "migrations.yaml:1:65: This is nested too"),
    "block.yaml: a date": (
        "block.yaml",
        lambda text: f"{text}z: 2026-13-45\n",
        "block.yaml:{last}:4: The value of “2026",
    ),
    "block.yaml: NUL": (
        "block.yaml",
        lambda text: f"{text}z: '\0'\n",
        "block.yaml:{last}:5: The text holds a character",
    ),
    "block.yaml: not UTF-8": (
        "block.yaml",
        lambda text: text.encode() + b"z: \xff\n",
        "block.yaml:{last}:4: The file is not",
    ),
    "block.yaml: empty": ("block.yaml", lambda _: "", "block.yaml:1:1: “block.yaml” has to be an object"),
    "block.yaml: twice": (
        "block.yaml",
        lambda text: f"{text}id: x\n",
        "block.yaml:{last}:1: The name “id” stands twice",
    ),
    "a case: deep": ("cases/default/props.json", lambda _: DEEP, "default/props.json:1:33: This is nested too deeply"),
    "a case: null": (
        "cases/default/props.json",
        lambda _: "null",
        "props.json:1:1: “the whole file” has to be an object",
    ),
    "a case: a name": (
        "cases/default/props.json",
        lambda _: '{\n\t"x": 1}',
        "props.json:2:2: There is no field called “x”",
    ),
}


@pytest.mark.parametrize("name", BLOCK)
def test_a_bad_file_of_a_block_is_told_at_its_line(capsys, name):
    file, change, expected = BLOCK[name]
    path = Path("mine/strip") / file
    text = path.read_text("utf-8") if path.exists() else ""
    put(str(path), change(text))
    said = refused(capsys, "block:strip", "--blocks", "mine")
    assert expected.format(last=text.count("\n") + 1) in said


def test_a_circle_of_links_is_no_folder_of_blocks(capsys):
    Path("circle").symlink_to("circle")
    assert "There is no block in “circle”" in refused(capsys, "shop.json", "--blocks", "circle")


@pytest.mark.parametrize("file", ["block.yaml", "migrations.yaml", "cases/default/props.json"])
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_a_file_of_a_block_that_is_none(capsys, file, kind):
    path = Path("mine/strip") / file
    path.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()
    assert f"{file}:1:1: " in refused(capsys, "block:strip", "--blocks", "mine")


@pytest.mark.parametrize("language", ["zh_CN.UTF-8", "en_US.UTF-8"])
def test_the_system_s_reasons_are_in_the_reader_s_language(capsys, monkeypatch, language):
    monkeypatch.setenv("LC_ALL", language)
    assert main(["build", "lost.json"]) == 2
    said = capsys.readouterr().err
    assert ("没有这个文件" in said) == language.startswith("zh")
    assert said.startswith("lost.json:1:1: ")


def test_no_depth_ends_the_process():
    """It would not be a traceback: the C stack overflows."""
    put("mine/strip/migrations.yaml", "[" * 900_000)
    command = [sys.executable, "-m", "kaipu.cli.main", "build", "shop.json", "--blocks", "mine", "--out", "out"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
