"""Checks a script against what every platform has, and a block's script against what a block may use."""

from __future__ import annotations

from kaipu.compiler.analyze.shapes import Shape
from kaipu.compiler.analyze.vocabulary import GLOBALS
from kaipu.compiler.parse.script import Script
from kaipu.compiler.parse.source import Report

_SHELL_ONLY = frozenset({"kaipu/platform", "kaipu/release", "kaipu/screen"})


def check_globals(script: Script, report: Report) -> None:
    for name, at in script.globals:
        if name not in GLOBALS:
            report.error("script_global", at, name=name)


def check_block_requires(script: Script, report: Report) -> None:
    for require in script.requires:
        if require.path in _SHELL_ONLY:
            report.error("require_platform", require.at, path=require.path)


def check_words(script: Script, tables: Shape, report: Report) -> None:
    """Both languages say the same things."""
    chinese, english = tables.inside("zh"), tables.inside("en")
    if not (chinese.complete and english.complete):
        return
    for language, one, other in (("en", chinese, english), ("zh", english, chinese)):
        for name in one.members.keys() - other.members.keys():
            report.error("word_untranslated", script.offset(one.members[name]), name=name, language=language)
