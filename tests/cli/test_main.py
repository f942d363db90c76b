"""The command itself: its help, its words, what it does with a mistake."""

import argparse
import inspect
import string
from pathlib import Path

import pytest

from kaipu.cli.main import commands, main
from kaipu.cli.usage import CHINESE, COMMANDS
from kaipu.cli.words import say, words


def test_every_command_is_listed_with_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    listed = capsys.readouterr().out
    for name, summary in commands().items():
        assert name in listed
        assert summary.endswith(".")
    assert {"up", "demo", "sign-in", "serve", "worker", "sandbox", "manage"} <= set(commands())


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["fly"])
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["fly"], "kaipu：COMMAND 没有 'fly' 这一项，可用的有 'build',"),
        (["build", "x", "--nope"], "kaipu：不认识：--nope。用 kaipu --help 看说明"),
        (["eject", "x", "--out", "y"], "kaipu eject：缺少：--platform。"),
        (["build", "x", "--platform"], "kaipu build：--platform 后面要写一个值。"),
        (["build", "x", "--pl", "y"], "kaipu build：--pl 不够明确，可以是 --platform, --platforms。"),
    ],
)
def test_what_is_wrong_with_the_words_is_said_in_chinese(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, asked: list[str], said: str
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with pytest.raises(SystemExit) as ended:
        main(asked)
    assert ended.value.code == 2
    error = capsys.readouterr().err
    assert error.startswith("用法：kaipu ")
    assert said in error


def test_every_command_has_a_line_in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert commands() == COMMANDS


def test_the_texts_are_those_that_argparse_says() -> None:
    source = inspect.getsource(argparse)
    assert [text for text in CHINESE if f"_({text!r})" not in source] == []


@pytest.mark.parametrize("asked", [["lint", ""], ["build", ""], ["new-block", "strip", "--out", ""]])
def test_an_empty_path_is_not_the_current_folder(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, asked: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(asked) == 2
    assert "\n" not in capsys.readouterr().err.strip()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("asked", [["new-block", "strip", "--out", "x" * 300], ["build", "x", "--blocks", "x" * 300]])
def test_a_name_that_is_too_long(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, asked: list[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)
    assert main(asked) == 2
    assert "名字太长" in capsys.readouterr().err


def test_a_port_that_is_none(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAIPU_PORT", "eighty")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert main(["up"]) == 2
    assert capsys.readouterr().err == "KAIPU_PORT 应是 1 到 65534 的数字，例如 KAIPU_PORT=8010。\n"


def test_all_is_said_in_both_languages() -> None:
    def parameters(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for code, texts in words().items():
        assert set(texts) == {"zh", "en"}, code
        assert parameters(texts["zh"]) == parameters(texts["en"]), code
        assert not texts["zh"].isascii(), code


@pytest.mark.parametrize(
    ("variables", "text"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "正在停止……"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "Stopping..."),
        ({}, "Stopping..."),
    ],
)
def test_it_speaks_the_terminal_s_language(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], text: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert say("stopping") == text
