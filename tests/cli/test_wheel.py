"""The wheel alone is a whole shop: no checkout, no Node."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What pip would put into site-packages."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_a_shop_from_the_wheel(installation, unpacked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(unpacked))
    monkeypatch.setenv("PATH", os.defpath.replace("/usr/bin", "/usr/sbin"))
    monkeypatch.chdir(unpacked)
    installation.up()
    status, page = installation.get("/s/noodle/")
    assert status == 200
    for name in (b"/static/web/app.", b"kaipu-release"):
        assert name in page
    script = page.partition(b'<script src="')[2].partition(b'"')[0].decode()
    assert installation.get(script)[0] == 200
    assert installation.get("/studio/")[0] == 200
    assert installation.get("/static/trades/noodle_shop/cover.webp")[0] == 200
    where = installation.run("manage", "shell", "--no-imports", "-c", "import kaipu; print(kaipu.__file__)")
    assert str(unpacked) in where.stdout, where.stderr
