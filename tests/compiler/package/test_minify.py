"""Minified scripts come from what was made when Kaipu was built; only what is not there needs a Node."""

from __future__ import annotations

import json

import pytest

from kaipu.compiler.package import minify as minifier
from kaipu.compiler.package.minify import KEPT, Minifier, keep, key_of
from kaipu.compiler.parse.script import parse_script
from kaipu.compiler.parse.source import SourceText
from kaipu.definition.diagnostics import Refused


def script(text):
    return parse_script(SourceText(text, "s.js"))[0]


@pytest.fixture
def without_node(monkeypatch):
    monkeypatch.setattr(minifier.shutil, "which", lambda name: None)


def test_what_was_kept_needs_no_node(tmp_path, without_node):
    long = script("const answer = require('./a'); exports.b = answer;")
    (tmp_path / KEPT).write_text(json.dumps({key_of(long): "exports.b=require('./a');"}))
    kept = Minifier(tmp_path)
    kept.prepare([long])
    small = kept.shrink(long)
    assert small.raw == b"exports.b=require('./a');"
    assert [one.path for one in small.requires] == ["./a"]


def test_what_was_not_is_refused_without_node(tmp_path, without_node):
    with pytest.raises(Refused) as caught:
        Minifier(tmp_path).prepare([script("exports.a = 1;")])
    assert [f"{problem.where} {problem.code}" for problem in caught.value.diagnostics] == ["s.js:1:1 minify_impossible"]


def test_keeping_makes_modules_own_names_short_and_its_requires_stay(tmp_path):
    long = script("const aLongName = require('kaipu/cart');\n/** why */\nexports.面 = () => aLongName.count + 1;\n")
    keep([long], tmp_path)
    kept = json.loads((tmp_path / KEPT).read_text())
    assert list(kept) == [key_of(long)]
    assert "aLongName" not in kept[key_of(long)]
    assert 'require("kaipu/cart")' in kept[key_of(long)]
    assert "面" in kept[key_of(long)]


def test_keeping_anew_is_seen_at_once(tmp_path, monkeypatch):
    first, second = script("exports.a = 1;"), script("exports.b = 2;")
    keep([first], tmp_path)
    Minifier(tmp_path).prepare([first])
    keep([first, second], tmp_path)
    monkeypatch.setattr(minifier.shutil, "which", lambda name: None)
    Minifier(tmp_path).prepare([first, second])
