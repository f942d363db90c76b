"""A package reaches disk whole or not at all, and nothing of anybody else's is replaced."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kaipu.compiler.package import swap, write
from kaipu.compiler.package.archive import make_archive
from kaipu.compiler.package.swap import clear_away
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
        ({"a/b.js": b"", "A/c.js": b""}, ["path_collides"]),
        ({"a": b"", "a/b.js": b""}, ["path_collides"]),
        ({"": b""}, ["path_climbs"]),
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
    assert refused({out: {"manifest.json": b'{"kaipu": "1"}'}}) == ["place_unwritable"]
    monkeypatch.undo()
    assert listing(tmp_path) == ["out/manifest.json", "out/pages/a/a.js"]
    assert (out / "manifest.json").read_bytes() == BUILD["manifest.json"]


@pytest.fixture
def without_exchange(monkeypatch):
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)


@pytest.mark.usefixtures("without_exchange")
def test_a_failure_to_rename_brings_the_former_build_back(tmp_path, monkeypatch):
    out = tmp_path / "out"
    write_packages({out: BUILD})
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise OSError("not now")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    assert refused({out: {"manifest.json": b'{"kaipu": "1"}'}}) == ["place_unwritable"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert listing(out) == sorted(BUILD)


@pytest.mark.usefixtures("without_exchange")
def test_where_two_folders_cannot_change_places_in_one_step(tmp_path):
    write_packages({tmp_path / "out": BUILD | {"old.js": b""}})
    write_packages({tmp_path / "out": BUILD})
    assert listing(tmp_path) == ["out/manifest.json", "out/pages/a/a.js"]


NEW = {"manifest.json": b'{"kaipu": "1"}', "b.js": b"2"}


@pytest.mark.parametrize("calls", range(1, 12))
def test_a_process_killed_anywhere_leaves_the_old_package_or_the_new_one(tmp_path, calls):
    """The process kills itself at the n-th call that changes the disk; whatever is there then is whole."""
    out = tmp_path / "out"
    write_packages({out: BUILD})
    program = KILLED.format(out=str(out), calls=calls, files=NEW)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    assert listing(out) in (sorted(BUILD), sorted(NEW))
    write_packages({out: NEW})
    assert [path.name for path in tmp_path.iterdir()] == ["out"], "the next build clears away what was left"
    assert listing(out) == sorted(NEW)


KILLED = """
import os, pathlib, shutil, signal
from kaipu.compiler.package import swap
from kaipu.compiler.package.write import write_packages
from pathlib import Path
left = [{calls}]
def deadly(call):
    def counted(*given, **named):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*given, **named)
    return counted
for home, name in ((os, "open"), (os, "write"), (os, "close"), (Path, "mkdir"), (Path, "rename"),
                   (shutil, "rmtree"), (swap, "_exchange")):
    setattr(home, name, deadly(getattr(home, name)))
write_packages({{Path({out!r}): {files!r}}})
"""


def test_a_build_that_was_killed_between_two_renames_is_brought_back(tmp_path):
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    former = tmp_path / f".out.{int(gone.stdout)}.old"
    write_packages({former: BUILD})
    (tmp_path / "x").mkdir()
    assert refused({tmp_path / "out": BUILD, tmp_path / "x": {"/": b""}}) == ["path_climbs"]
    clear_away(tmp_path / "out")
    assert listing(tmp_path / "out") == sorted(BUILD)


def test_what_another_build_that_still_runs_has_put_aside_is_left_alone(tmp_path):
    other = tmp_path / f".out.{os.getppid()}.new"
    other.mkdir()
    write_packages({tmp_path / "out": BUILD})
    assert other.is_dir()


def test_a_file_where_a_folder_should_be(tmp_path):
    (tmp_path / "out").write_text("mine")
    assert refused({tmp_path / "out/wechat": BUILD}) == ["place_not_a_folder"]
    assert (tmp_path / "out").read_text() == "mine"


def test_a_failure_in_the_second_package_leaves_the_first_as_it_was(tmp_path, monkeypatch):
    one, two = tmp_path / "one", tmp_path / "two"
    write_packages({one: BUILD})
    opened = os.open

    def refuse(path: str, *given: object, **named: object) -> int:
        if ".two." in str(path):
            raise PermissionError(13, "Permission denied")
        return opened(path, *given, **named)

    monkeypatch.setattr(write.os, "open", refuse)
    assert refused({one: NEW, two: NEW}) == ["place_unwritable"]
    assert listing(tmp_path) == [f"one/{name}" for name in sorted(BUILD)]


def test_an_archive_is_the_same_bytes_whatever_the_order_and_opens(tmp_path):
    turned = dict(reversed(BUILD.items()))
    assert make_archive(BUILD) == make_archive(turned)
    write_packages({tmp_path / "web": BUILD}, {tmp_path / "web.zip": make_archive(BUILD)})
    with zipfile.ZipFile(tmp_path / "web.zip") as archive:
        assert {entry.filename: archive.read(entry) for entry in archive.infolist()} == BUILD
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}


def test_an_archive_of_somebody_else_is_left_alone(tmp_path):
    write_packages({}, {tmp_path / "web.zip": make_archive(BUILD)})
    write_packages({}, {tmp_path / "web.zip": make_archive(NEW)})
    with zipfile.ZipFile(tmp_path / "mine.zip", "w") as mine:
        mine.writestr("photo.jpg", b"")
    with pytest.raises(Refused):
        write_packages({tmp_path / "web": BUILD}, {tmp_path / "mine.zip": make_archive(BUILD)})
    assert not (tmp_path / "web").exists()
