"""A package reaches disk whole or not at all, and nothing of anybody else's is replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaipu.compiler.package import write
from kaipu.compiler.package.write import write_packages
from kaipu.definition.diagnostics import Refused

BUILD = {"manifest.json": b'{"kaipu": "0"}', "pages/a/a.js": b"1"}


def refused(packages):
    with pytest.raises(Refused) as caught:
        write_packages(packages)
    return [problem.code for problem in caught.value.diagnostics]


def listing(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_former_build_is_replaced_whole(tmp_path):
    out = tmp_path / "new" / "wechat"
    write_packages({out: BUILD | {"old.js": b""}})
    write_packages({out: BUILD})
    assert listing(tmp_path) == ["new/wechat/manifest.json", "new/wechat/pages/a/a.js"]


@pytest.mark.parametrize("content", [{"notes.txt": "mine"}, {"manifest.json": "{}"}, {"manifest.json": "["}])
def test_anything_else_is_not(tmp_path, content):
    for name, text in content.items():
        (tmp_path / name).write_text(text)
    assert refused({tmp_path: BUILD}) == ["folder_not_a_build"]
    assert listing(tmp_path) == sorted(content)


def test_neither_is_a_file_nor_what_a_link_leads_to(tmp_path):
    (tmp_path / "file").write_text("mine")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert refused({tmp_path / "file": BUILD, tmp_path / "link": BUILD}) == ["folder_not_a_build"] * 2


def test_one_that_cannot_be_written_stops_all(tmp_path):
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "mine").touch()
    assert refused({tmp_path / "one": BUILD, tmp_path / "two": BUILD}) == ["folder_not_a_build"]
    assert not (tmp_path / "one").exists()


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        ({"../a": b""}, ["path_climbs"]),
        ({"/a": b""}, ["path_climbs"]),
        ({"a\\b": b""}, ["path_climbs"]),
        ({"a/B.js": b"", "A/b.js": b""}, ["path_collides"]),
    ],
)
def test_names_that_cannot_be(tmp_path, files, codes):
    assert refused({tmp_path / "out": files}) == codes
    assert listing(tmp_path) == []


def test_a_failure_half_way_leaves_the_former_build(tmp_path, monkeypatch):
    out = tmp_path / "out"
    write_packages({out: BUILD})

    def full(*_: object) -> int:
        raise OSError("no space left")

    monkeypatch.setattr(write.os, "write", full)
    with pytest.raises(OSError, match="no space"):
        write_packages({out: {"manifest.json": b'{"kaipu": "1"}'}})
    monkeypatch.undo()
    assert listing(tmp_path) == ["out/manifest.json", "out/pages/a/a.js"]
    assert (out / "manifest.json").read_bytes() == BUILD["manifest.json"]


def test_a_failure_to_rename_brings_the_former_build_back(tmp_path, monkeypatch):
    out = tmp_path / "out"
    write_packages({out: BUILD})
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise OSError("not now")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="not now"):
        write_packages({out: {"manifest.json": b'{"kaipu": "1"}'}})
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert listing(out) == sorted(BUILD)
