"""What argparse says, and what each command is for, in Chinese where the terminal is. argparse asks one function of its
module for every text of its own.
"""

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


COMMANDS: Final[Mapping[str, str]] = {
    "build": "生成店铺在各平台的包，可以直接用平台的工具打开。",
    "bundle-blocks": "为网页编译自己的模块，放进它们的文件夹；kaipu up 会自己做。",
    "demo": "开好演示店铺：商品、第一个版本、沙箱里的钱；做好了的不再做。",
    "eject": "把店铺导出成一个平台的、看得懂的工程，交给开发者自己改下去。",
    "lint": "检查一个模块、放着模块的文件夹，或任何平台的包。",
    "manage": "在开铺的数据库上运行 Django 自己的命令，例如 migrate、shell。",
    "new-block": "新建自己的模块：能显示、能通过全部检查、自带说明的文件夹。",
    "sandbox": "运行支付渠道的替身，用它自己的密钥和钱。",
    "serve": "运行店铺和接口的 HTTP 服务。",
    "sign-in": "给出一个只能用一次的店主登录链接。",
    "up": "启动全部服务和能下单的演示店铺，按 Ctrl-C 停止。",
    "worker": "运行请求留下的后台任务。",
}


def summary_of(command: str, english: str) -> str:
    return COMMANDS.get(command, english) if language() == "zh" else english


def speak_their_language() -> None:
    """From now on, for all parsers; each text in the terminal's language as it is when it is said."""
    vars(argparse)["_"] = _said


def _said(text: str) -> str:
    return CHINESE.get(text, text) if language() == "zh" else text
