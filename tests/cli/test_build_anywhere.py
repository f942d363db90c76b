"""The same shop gives the same bytes on any machine; and whatever is wrong with it, nothing is written."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from kaipu.cli.main import main
from kaipu.trades import load_trade

COMMAND = [sys.executable, "-m", "kaipu.cli.main", "build", "trade:noodle_shop"]


@pytest.fixture(autouse=True)
def speak_english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def elsewhere(tmp_path: Path, name: str, **variables: str) -> dict[str, str]:
    (tmp_path / name).mkdir()
    home = {"PATH": os.environ["PATH"], "HOME": str(tmp_path / name), "KAIPU_PORT": "8000", **variables}
    out = tmp_path / name / "out"
    subprocess.run([*COMMAND, "--out", str(out)], env=home, cwd=tmp_path / name, check=True, capture_output=True)
    return digests(out)


def test_the_same_bytes_whatever_the_machine_says(tmp_path):
    one = elsewhere(tmp_path, "one", PYTHONHASHSEED="1", LANG="C", TZ="UTC")
    other = elsewhere(
        tmp_path, "two", PYTHONHASHSEED="271828", LANG="zh_CN.UTF-8", LC_ALL="tr_TR.UTF-8", TZ="Asia/Kathmandu"
    )
    assert one == other
    assert {name.partition("/")[0] for name in one} >= {"wechat", "alipay", "web"}


def test_a_platform_that_uploads_one_file_gets_one(tmp_path):
    assert main(["build", "trade:noodle_shop", "--platform", "web,wechat", "--out", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["web", "web.zip", "wechat"]
    with zipfile.ZipFile(tmp_path / "web.zip") as archive:
        zipped = {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
    assert zipped == digests(tmp_path / "web")


def changed(**changes: object) -> dict[str, object]:
    return load_trade("noodle_shop").definition.document() | changes


@pytest.mark.parametrize("there", ["file", "link", "full", "file above"])
def test_an_out_folder_that_cannot_be_used(tmp_path, capsys, there):
    place = tmp_path / "out" / "wechat"
    place.parent.mkdir()
    if there == "file":
        place.write_text("mine")
    elif there == "link":
        (tmp_path / "real").mkdir()
        place.symlink_to(tmp_path / "real")
    elif there == "full":
        place.mkdir()
        (place / "diary.txt").write_text("mine")
    else:
        place.parent.rmdir()
        place.parent.write_text("mine")
    before = digests(tmp_path)
    assert main(["build", "trade:noodle_shop", "--platform", "alipay,wechat", "--out", str(tmp_path / "out")]) == 2
    assert "Choose another folder" in capsys.readouterr().err
    assert digests(tmp_path) == before
    assert not (tmp_path / "out/alipay").exists()


def test_an_out_folder_nobody_may_write_to(tmp_path, capsys, monkeypatch):
    def refuse(path: object, *given: object, **named: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("kaipu.compiler.package.write.os.open", refuse)
    assert main(["build", "trade:noodle_shop", "--platform", "web", "--out", str(tmp_path / "out")]) == 2
    assert "permission denied" in capsys.readouterr().err
    monkeypatch.undo()
    assert digests(tmp_path) == {}


def test_a_build_that_is_killed_leaves_the_old_package_whole(tmp_path):
    """It is killed as soon as something new stands in the folder; what is there then is the old package or the new."""
    out = tmp_path / "out"
    assert main(["build", "trade:noodle_shop", "--platform", "wechat", "--out", str(out)]) == 0
    old = digests(out / "wechat")
    (tmp_path / "shop.json").write_text(json.dumps(changed(name="另一家")))
    command = [*COMMAND[:-1], str(tmp_path / "shop.json"), "--platform", "wechat", "--out", str(out)]
    building = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while building.poll() is None and time.monotonic() < deadline:
        if any(path.name != "wechat" for path in out.iterdir()):
            building.send_signal(signal.SIGKILL)
            break
    building.wait(timeout=60)
    assert digests(out / "wechat") == old or "另一家" in (out / "wechat/app.json").read_text(encoding="utf-8")
    manifest = json.loads((out / "wechat/manifest.json").read_text(encoding="utf-8"))
    assert manifest["files"] == {
        name: value for name, value in digests(out / "wechat").items() if name != "manifest.json"
    }
    assert main([*command[3:]]) == 0
    assert [path.name for path in out.iterdir()] == ["wechat"]
