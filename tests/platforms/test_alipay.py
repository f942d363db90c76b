"""Alipay's package. No compiler of Alipay runs without its network, so: its typings, a strict reading against its
tables, and the same templates turned back for a compiler that does run.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from kaipu.platforms.loader import load_platform

from .axml import as_wxml, problems
from .typing_check import undeclared_names

ROOT = Path(__file__).parents[2]
WCC = ROOT / "node_modules/miniprogram-compiler/bin/linux/wcc"
DIALECT = load_platform("alipay").dialect


@pytest.fixture(params=[False, True], ids=["readable", "minified"])
def alipay(package, request) -> Path:
    return package("alipay", minify=request.param)


def custom_tags(template: Path) -> frozenset[str]:
    return frozenset(json.loads(template.with_suffix(".json").read_text())["usingComponents"])


def test_every_tag_attribute_and_event_is_in_alipays_tables(alipay):
    templates = sorted(alipay.rglob("*.axml"))
    assert len(templates) > 15
    for template in templates:
        assert problems(template.read_text(), DIALECT, custom_tags(template)) == [], template


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<view><text></view>", ["</view> closes nothing", "<view> is not closed"]),
        ("<div/>", ["<div> is in no table"]),
        ("<view wx:if='{{a}}'/>", ["<view wx:if> is in no table"]),
        ("<view bind:tap='a'/>", ["<view bind:tap> is in no table"]),
        ("<view onInput='a'/>", ["<view onInput> is in no table"]),
        ("<scroll-view enable-flex='{{true}}'/>", ["<scroll-view enable-flex> is in no table"]),
        ("<scroll-view scroll-y/>", ["<scroll-view scroll-y> has no value"]),
        ("<block class='a'>x</block>", ["<block class> is in no table"]),
        ("<kp-other/>", ["<kp-other> is in no table"]),
    ],
)
def test_the_reading_would_find_a_mistake(text, found):
    assert problems(text, DIALECT, frozenset()) == found


@pytest.mark.vendor
def test_the_same_templates_compile_when_turned_back(alipay, tmp_path):
    compiler = shutil.copy(WCC, tmp_path / "wcc")
    Path(compiler).chmod(0o755)
    for template in alipay.rglob("*.axml"):
        target = tmp_path / template.relative_to(alipay).with_suffix(".wxml")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(as_wxml(template.read_text()))
    names = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.wxml"))
    done = subprocess.run([compiler, *names], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.vendor
def test_scripts_use_nothing_that_alipay_lacks(package):
    assert undeclared_names(package("alipay"), "@mini-types/alipay") == []


@pytest.mark.vendor
def test_a_script_of_another_platform_would_be_found(package, tmp_path):
    broken = shutil.copytree(package("alipay"), tmp_path / "broken")
    (broken / "app.js").write_text("wx.request({});\nmy.requestt({});\n")
    assert undeclared_names(broken, "@mini-types/alipay") == [
        "app.js(1,1): Cannot find name 'wx'.",
        "app.js(2,4): Property 'requestt' does not exist on type 'typeof my'. Did you mean 'request'?",
    ]


@pytest.mark.vendor
def test_the_run_time_is_what_the_shell_asks_for():
    command = ["npx", "tsc", "-p", "src/kaipu/platforms/alipay"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_pages_speak_alipays_words(alipay):
    page = json.loads((alipay / "pages/home/home.json").read_text())
    assert page["pullRefresh"] is True
    assert page.keys() <= {"defaultTitle", "pullRefresh", "usingComponents"}
    app = json.loads((alipay / "app.json").read_text())
    assert [item["pagePath"] for item in app["tabBar"]["items"]] == app["pages"][: len(app["tabBar"]["items"])]
    assert json.loads((alipay / "mini.project.json").read_text())["compileOptions"]["component2"] is True
