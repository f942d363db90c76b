"""`kaipu build --template`: one package serves any shop, and finds out which when it runs."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from kaipu.cli.main import main
from kaipu.definition.blocks.registry import installed_blocks
from kaipu.trades import load_trade

ROOT = Path(__file__).parents[2]
RUN = Path(__file__).with_name("template_run.mjs")


@pytest.fixture(autouse=True)
def speak_english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module", params=[[], ["--minify"]], ids=["readable", "minified"])
def built(tmp_path_factory, request) -> Path:
    """The package for no shop in particular."""
    out = tmp_path_factory.mktemp("template")
    assert main(["build", "--template", "--platform", "wechat,alipay", "--out", str(out), *request.param]) == 0
    return out


@pytest.fixture(scope="module")
def for_noodle(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("noodle")
    assert main(["build", "trade:noodle_shop", "--template", "--platform", "wechat,alipay", "--out", str(out)]) == 0
    return out


@pytest.mark.parametrize("platform", ["wechat", "alipay"])
def test_all_but_the_configuration_is_the_same_for_every_shop(tmp_path, for_noodle, platform):
    definition = load_trade("noodle_shop").definition.document() | {"name": "另一家"}
    definition["theme"] = definition["theme"] | {"primary": "#00AA00"}
    (tmp_path / "shop.json").write_text(json.dumps(definition))
    assert (
        main(["build", str(tmp_path / "shop.json"), "--template", "--platform", platform, "--out", str(tmp_path)]) == 0
    )
    one, other = contents(for_noodle / platform), contents(tmp_path / platform)
    assert {name for name in one if one[name] != other.get(name)} == {"ext.json", "manifest.json"}
    assert one.keys() == other.keys()
    assert not any("老王面馆".encode() in content for name, content in one.items() if name != "ext.json")


@pytest.mark.parametrize("platform", ["wechat", "alipay"])
def test_all_blocks_are_in_it(built, platform):
    names = {str(Path(name).parent.name) for name in contents(built / platform) if "blocks/" in name}
    assert names == {manifest.id for manifest in installed_blocks()}


def test_ext_json_names_shop_server_and_entry_page(for_noodle):
    ext = json.loads((for_noodle / "wechat/ext.json").read_text())
    assert ext["extEnable"] is True
    assert ext["ext"]["shop"] == "noodle_shop"
    assert ext["ext"]["api"].endswith("/api/shop/noodle_shop")
    assert ext["ext"]["entry"] == ext["entryPagePath"] == "pages/tab1/tab1"
    assert [tab["pagePath"] for tab in ext["tabBar"]["list"]] == [
        "pages/tab1/tab1",
        "pages/tab2/tab2",
        "pages/orders/orders",
        "pages/shop/shop",
    ]
    for tab in ext["tabBar"]["list"]:
        assert (for_noodle / "wechat" / tab["iconPath"]).exists()
        assert f"{tab['pagePath']}.js" in contents(for_noodle / "wechat")


def test_seldom_pages_and_blocks_wait_in_a_subpackage_behind_placeholders(built):
    app = json.loads((built / "wechat/app.json").read_text())
    (later,) = app["subPackages"]
    assert set(later["pages"]) == {"pages/checkout/checkout", "pages/dish/dish", "pages/order/order"}
    assert not [page for page in app["pages"] if page in later["pages"]]
    first = json.loads((built / "wechat/pages/tab1/tab1.json").read_text())
    waiting = {tag for tag, path in first["usingComponents"].items() if path.startswith(f"/{later['root']}/")}
    assert waiting == set(first["componentPlaceholder"])
    assert "kp-banner" not in waiting
    assert "kp-rich-text" in waiting


@pytest.mark.vendor
def test_the_uploader_takes_it(built, for_noodle):
    for folder in (built / "wechat", for_noodle / "wechat"):
        done = subprocess.run(
            ["node", "tools/verify/wechat-ci.mjs", str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_it_runs_for_the_shop_it_is_told(built):
    """What is asserted about navigation, tabs and the first paint stands in template_run.mjs."""
    done = subprocess.run(["node", RUN, built / "wechat"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 8


def test_the_web_needs_none(tmp_path, capsys):
    assert main(["build", "--template", "--platform", "web", "--out", str(tmp_path / "out")]) == 2
    assert "needs no template package" in capsys.readouterr().err
    assert main(["build", "--out", str(tmp_path / "out")]) == 2
    assert "Which shop?" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
