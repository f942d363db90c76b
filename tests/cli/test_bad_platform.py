"""A platform of somebody's own, in which anything may be wrong: `kaipu build` says where, as of any other file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaipu.cli.main import main

from .refusing import DEEP, put, refused

pytestmark = pytest.mark.usefixtures("good_things")

PLATFORM = {
    "dialect.yaml: a name": ("dialect.yaml", "\nendngs: {}\n", "dialect.yaml:2:1: There is no field called “endngs”"),
    "dialect.yaml: a kind": ("dialect.yaml", "endings: 3\n", "dialect.yaml:1:1: “endings” has to be an object"),
    "dialect.yaml: a number": ("dialect.yaml", "main_package_kb: x", "yaml:1:1: “main_package_kb” has to be a whole"),
    "dialect.yaml: in a list": ("dialect.yaml", "both_ways: [a, 1]", "yaml:1:16: “both_ways[1]” has to be text"),
    "dialect.yaml: empty": ("dialect.yaml", "", "dialect.yaml:1:1: “the whole file” has to be an object"),
    "dialect.yaml: deep": ("dialect.yaml", DEEP, "dialect.yaml:1:33: This is nested too deeply"),
    "target.py: missing": ("target.py", None, "target.py:1:1: This file is missing"),
    "target.py: empty": ("target.py", "", "target.py:1:1: There is no function assemble here"),
    "target.py: syntax": ("target.py", "a = 1\nb = (\n", "target.py:2:5: This line fails: SyntaxError: '(' was never"),
    "target.py: NUL": ("target.py", "a = '\0'", "target.py:1:1: This line fails: "),
    "target.py: not UTF-8": ("target.py", b"\xff", "target.py:1:1: This line fails: SyntaxError: "),
    "target.py: import": ("target.py", "\nimport nobody\n", "target.py:2:1: This line fails: ModuleNotFoundError"),
    "target.py: exit": ("target.py", "exit(0)", "target.py:1:1: This line fails: SystemExit"),
    "assemble: raises": ("target.py", "def assemble(a, b):\n    return a.nothing\n", "py:2:1: This line fails: Attr"),
    "assemble: deep": ("target.py", "def assemble(a, b):\n    return assemble(a, b)\n", "py:2:1: This line fails: Rec"),
    "assemble: too few": ("target.py", "\ndef assemble():\n    return {}\n", "This line fails: TypeError: assemble()"),
    "assemble: None": ("target.py", "\ndef assemble(a, b): ...\n", "py:2:1: What assemble gives is not files but None"),
    "assemble: text": ("target.py", "def assemble(a, b): return {'a': 'b'}", "not files but 'a': str"),
    "assemble: app.json": ("target.py", "def assemble(a, b): return {'app.json': b'['}", "not files but app.json"),
    "assemble: out of it": ("target.py", "def assemble(a, b): return {'../a': b''}", "“../a” leads out of the package"),
    "runtime: missing": ("runtime/index.js", None, "runtime/index.js:1:1: This file is missing"),
}  # fmt: skip


@pytest.mark.parametrize("name", PLATFORM)
def test_a_bad_platform_is_told_at_its_line(capsys, name):
    file, content, expected = PLATFORM[name]
    path = Path("toys/toy") / file
    path.unlink()
    if content is not None:
        put(str(path), content)
    said = refused(capsys, "shop.json", "--platforms", "toys", "--platform", "toy")
    assert expected in said
    assert len(said.splitlines()) == 1


def test_a_platform_of_its_own_folder_is_taken(capsys):
    assert main(["build", "shop.json", "--platforms", "toys/toy", "--platform", "toy", "--out", "out"]) == 0
    assert Path("out/toy/manifest.json").is_file()


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("lost", "There is no platform in “"),
        ("mine", "There is no platform in “"),
        ("My Toy", "My Toy/dialect.yaml:1:1: “My Toy” cannot be a platform's name"),
        ("wechat", "wechat/dialect.yaml:1:1: There is a platform called “wechat” already"),
        ("x" * 300, "the name is too long"),
    ],
)
def test_a_folder_that_cannot_be_a_platform(capsys, folder, expected):
    if folder in ("My Toy", "wechat"):
        Path("toys/toy").rename(folder)
    assert expected in refused(capsys, "shop.json", "--platforms", folder)


def test_two_platforms_of_one_name(capsys):
    put("others/toy/dialect.yaml", "")
    said = refused(capsys, "shop.json", "--platforms", "toys", "--platforms", "others", "--platforms", "toys")
    assert said.count("There is a platform called “toy” already") == 1
    assert "others/toy/dialect.yaml:1:1" in said


def test_platforms_may_be_given_one_by_one(capsys):
    words = ["--platforms", "toys", "--platform", "toy", "--platform", "wechat,toy", "--out", "out"]
    assert main(["build", "shop.json", *words]) == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["toy", "wechat"]
