"""Checks a script against what every platform has, and a block's script against what a block may use."""

from __future__ import annotations

from typing import Final

from kaipu.compiler.analyze.shapes import Shape, definition_of, key_of, repeated
from kaipu.compiler.analyze.vocabulary import ELSEWHERE, GLOBALS
from kaipu.compiler.parse.script import Script
from kaipu.compiler.parse.source import Report

_SHELL_ONLY: Final = frozenset({"kaipu/platform", "kaipu/release", "kaipu/screen"})
_BLOCK: Final = "kaipu/block"
_PARTS: Final = ("words", "derive", "counted", "data", "methods", "onCart", "onCategory")
"""What a block's definition is made of."""


def check_globals(script: Script, report: Report) -> None:
    for name, at in script.globals:
        if name not in GLOBALS:
            report.error("script_global" if name in ELSEWHERE else "script_undefined", at, name=name)


def check_block_requires(script: Script, report: Report) -> None:
    for require in script.requires:
        if require.path in _SHELL_ONLY:
            report.error("require_platform", require.at, path=require.path)


def check_definition(script: Script, report: Report) -> None:
    """Of a block: what it hands to `block` is drawn and called by name, so that any other name is passed over."""
    found = definition_of(script)
    if found is None or found[0] != "block":
        if not script.root.has_error and all(one.path != _BLOCK for one in script.requires):
            report.error("block_not_made", 0)
        return
    shape = found[1]
    unknown = {name: node for name, node in shape.members.items() if name not in _PARTS}
    for name, node in unknown.items():
        report.error("definition_unknown", script.offset(key_of(node)), name=name, known=", ".join(_PARTS))
    if shape.complete and not unknown and "derive" not in shape.members:
        report.error("definition_draws_nothing", max(0, script.source.text.find("block({")))


def check_repeated(script: Script, report: Report) -> None:
    for name, node in repeated(script):
        report.error("object_key_twice", script.offset(node), name=name)


def check_words(script: Script, tables: Shape, report: Report) -> None:
    """Both languages say the same things."""
    chinese, english = tables.inside("zh"), tables.inside("en")
    if not (chinese.complete and english.complete):
        return
    for language, one, other in (("en", chinese, english), ("zh", english, chinese)):
        for name in one.members.keys() - other.members.keys():
            report.error("word_untranslated", script.offset(one.members[name]), name=name, language=language)
