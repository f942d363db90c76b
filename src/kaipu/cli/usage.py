"""What argparse itself says, in Chinese where the terminal is. It asks one function of its module for every text."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Final

from kaipu.cli.words import language

CHINESE: Final[Mapping[str, str]] = {
    "usage: ": "用法：",
    "positional arguments": "参数",
    "options": "选项",
    "show this help message and exit": "显示这些说明",
    "%(prog)s: error: %(message)s\n": "%(prog)s：%(message)s。用 %(prog)s --help 看说明\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s %(message)s",
    "the following arguments are required: %s": "缺少：%s",
    "unrecognized arguments: %s": "不认识：%s",
    "expected one argument": "后面要写一个值",
    "ignored explicit argument %r": "后面不能写值（%r）",
    "invalid choice: %(value)r (choose from %(choices)s)": "没有 %(value)r 这一项，可用的有 %(choices)s",
    "invalid %(type)s value: %(value)r": "的值 %(value)r 不对",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s 不够明确，可以是 %(matches)s",
}


def speak_their_language() -> None:
    """From now on, for all parsers; each text in the terminal's language as it is when it is said."""
    vars(argparse)["_"] = _said


def _said(text: str) -> str:
    return CHINESE.get(text, text) if language() == "zh" else text
