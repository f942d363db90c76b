"""`kaipu lint`: what it prints, and its exit code."""

from __future__ import annotations

import json

import pytest

from kaipu.cli.main import main

from .projects import HERE, built


@pytest.fixture(autouse=True)
def speak_english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


@pytest.fixture
def broken(tmp_path):
    return built(HERE / "broken/misspelt_property", tmp_path)


def test_a_mistake_is_one_line_with_its_place(broken, capsys):
    assert main(["lint", str(broken)]) == 2
    said = capsys.readouterr().out.splitlines()
    assert said[0] == (
        f"{broken}/pages/home/home.wxss:2:3: property_misspelt "
        "There is no style property “backgroud”. Did you mean “background”?"
    )
    assert said[1] == "errors: 1, warnings: 0"


def test_in_chinese_for_who_reads_chinese(broken, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert main(["lint", str(broken)]) == 2
    assert "没有样式属性“backgroud”。您是不是想写“background”？" in capsys.readouterr().out


def test_json_has_both_languages_and_the_fix(broken, capsys):
    assert main(["lint", "--json", str(broken)]) == 2
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": f"{broken}/pages/home/home.wxss",
            "line": 2,
            "column": 3,
            "code": "property_misspelt",
            "severity": "error",
            "text": {"zh": "没有样式属性“backgroud”。", "en": "There is no style property “backgroud”."},
            "fix": {"zh": "您是不是想写“background”？", "en": "Did you mean “background”?"},
        }
    ]


def test_warnings_alone_pass(tmp_path, capsys):
    assert main(["lint", str(built(HERE / "broken/loop_without_key", tmp_path))]) == 0
    assert "(warning) " in capsys.readouterr().out


def test_clean_says_so(tmp_path, capsys):
    assert main(["lint", str(built(HERE / "good/sound_project", tmp_path))]) == 0
    assert capsys.readouterr().out == "Nothing found.\n"


def test_clean_json_is_an_empty_list(tmp_path, capsys):
    assert main(["lint", "--json", str(built(HERE / "good/sound_project", tmp_path))]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_folder_of_blocks_names_each(tmp_path, capsys):
    built(HERE / "broken/block_misspelt_property", tmp_path)
    built(HERE / "good/sound_block", tmp_path / "more")
    assert main(["lint", str(tmp_path)]) == 2
    assert capsys.readouterr().out.startswith(f"{tmp_path}/greeting/style.wxss:1:16: property_misspelt ")


def test_a_folder_of_blocks_misses_a_manifest(tmp_path, capsys):
    built(HERE / "broken/block_without_manifest", tmp_path)
    assert main(["lint", str(tmp_path)]) == 2
    assert capsys.readouterr().out.startswith(f"{tmp_path}/greeting/block.yaml:1:1: block_manifest_missing ")


def test_one_file_of_a_project(broken, capsys):
    assert main(["lint", str(broken / "pages/home/home.wxss")]) == 2
    assert capsys.readouterr().out.startswith(f"{broken}/pages/home/home.wxss:2:3: property_misspelt ")


@pytest.mark.parametrize(("path", "shown"), [(".", "pages"), ("..", "../greeting/pages"), ("pages/home", "pages")])
def test_files_are_named_from_where_the_command_is_called(broken, capsys, monkeypatch, path, shown):
    monkeypatch.chdir(broken)
    assert main(["lint", path]) == 2
    assert f"{shown}/home/home.wxss:2:3: property_misspelt " in capsys.readouterr().out


def test_one_file_of_a_block(tmp_path, capsys):
    home = built(HERE / "broken/block_case_that_does_not_fit", tmp_path)
    assert main(["lint", str(home / "cases/default/props.json")]) == 2
    assert f"{home}/cases/default/props.json:2:3: expected_string" in capsys.readouterr().out
    assert main(["lint", str(home / "view.wxml")]) == 0


@pytest.mark.parametrize("name", ["shop.json", "notes.txt"])
def test_a_file_of_nothing_is_refused(tmp_path, capsys, name):
    (tmp_path / name).write_text("{}")
    (tmp_path / "loose.js").write_text("exports.a = 1;")
    assert main(["lint", str(tmp_path / name)]) == 2
    assert f"{tmp_path / name}:1:1: file_not_checked" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "code"), [("lost", "path_missing"), ("", "nothing_here")])
def test_nothing_to_check_is_refused(tmp_path, capsys, name, code):
    assert main(["lint", str(tmp_path / name)]) == 2
    assert f" {code} " in capsys.readouterr().out
