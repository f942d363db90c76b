"""`kaipu eject`: a project that is the package, readable, with a README, and never written over again."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaipu.cli.main import main
from kaipu.platforms.loader import list_platforms, load_platform

PLATFORMS = [name for name in list_platforms() if not load_platform(name).dialect.bundled]


@pytest.fixture(autouse=True)
def speak_english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


def ejected(folder, platform="wechat", source="trade:noodle_shop"):
    return main(["eject", source, "--platform", platform, "--out", str(folder)])


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_it_is_the_readable_package_with_a_readme(tmp_path, platform):
    """What compiles and lints as a package therefore does so as a project."""
    assert ejected(tmp_path / "mine", platform) == 0
    assert main(["build", "trade:noodle_shop", "--platform", platform, "--out", str(tmp_path)]) == 0
    mine, package = contents(tmp_path / "mine"), contents(tmp_path / platform)
    readme = mine.pop("README.md").decode()
    del package["manifest.json"]
    assert mine == package
    for said in ("## 打开", "## 修改", "## 上传", "## Open", "## Change", "## Upload", "order_menu 1"):
        assert said in readme
    assert f"`pages/<page>/<page>{load_platform(platform).dialect.endings.template}`" in readme
    assert "https://" in readme.split("## Open")[1].split("## Change")[0], "the tool has an address"
    assert "{" not in readme


def test_what_was_changed_by_hand_is_not_written_over(tmp_path, capsys):
    assert ejected(tmp_path / "mine") == 0
    (tmp_path / "mine/app.js").write_text("changed")
    assert ejected(tmp_path / "mine") == 2
    assert "is not empty and was left as it is" in capsys.readouterr().err
    assert (tmp_path / "mine/app.js").read_text() == "changed"


@pytest.mark.parametrize(
    ("platform", "source", "said"),
    [
        ("web", "trade:noodle_shop", "“web” comes as one bundle"),
        ("wechat,alipay", "trade:noodle_shop", "One platform at a time"),
        ("all", "trade:noodle_shop", "One platform at a time"),
        ("myspace", "trade:noodle_shop", "There is no platform called “myspace”"),
        ("wechat", "trade:bakery", "There is no trade called “bakery”"),
        ("wechat", "lost.json", "lost.json:1:1: This file cannot be read"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(tmp_path, capsys, platform, source, said):
    assert ejected(tmp_path / "mine", platform, source) == 2
    assert capsys.readouterr().err.startswith(said)
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("good_things")
def test_a_platform_of_one_s_own(capsys):
    words = ["--platforms", "toys", "--platform", "toy"]
    assert main(["eject", "shop.json", "--out", "mine/strip/out", "--blocks", "mine", *words]) == 2
    assert "mine/strip/out lies in " in capsys.readouterr().err
    assert main(["eject", "shop.json", "--out", "given", *words]) == 0
    assert "pages/home/home.toy" in contents(Path("given"))
