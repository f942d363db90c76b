"""The command itself: its help, its words, what it does with a mistake."""

import string

import pytest

from kaipu.cli.main import commands, main
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
