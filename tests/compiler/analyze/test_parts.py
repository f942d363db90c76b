"""Named templates, files that templates bring in, and script modules: one broken thing at a time."""

from __future__ import annotations

import pytest

from kaipu.compiler.analyze.check import check_unit

HOME = "blocks/title"
GOOD = {
    "view.wxml": (
        '<wxs module="m" src="./m.wxs"/><import src="./rows.wxml"/>'
        '<template is="row" data="{{text: view.text, words}}"/><include src="head.wxml"/>{{m.f(view.text)}}'
    ),
    "rows.wxml": (
        '<wxs module="n">module.exports.g = 1;</wxs><template name="row">{{text}}{{words.more}}{{n.g}}</template>'
    ),
    "head.wxml": '<view role="button" bind:tap="tap">{{view.text}}{{m.f(words.more)}}</view>',
    "m.wxs": "var o = require('./o.wxs');\nmodule.exports = { f: function (a) { return o.g + a; } };\n",
    "o.wxs": "module.exports.g = getDate(0);\n",
}


@pytest.fixture
def found(tiny):
    def problems(**files: str) -> list[str]:
        for name, text in (GOOD | {name.replace("_", "."): text for name, text in files.items()}).items():
            tiny.write(f"{HOME}/{name}", text)
        library = tiny.library()
        checked = check_unit(library.block("title"), library)
        return [f"{p.where} {p.code}".removeprefix(f"{HOME}/") for p in (*library.problems, *checked)]

    return problems


def test_the_good_one_is_good(found):
    assert found() == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("./none.wxml", "part_missing"),
        ("./m.wxs", "part_missing"),
        ("../other/a.wxml", "part_outside"),
        ("/a.wxml", "part_outside"),
        ("./title.wxml", "part_name_taken"),
    ],
)
@pytest.mark.parametrize("tag", ["import", "include"])
def test_a_file_that_cannot_be_brought_in(found, tag, path, code):
    assert found(view_wxml=f'\n <{tag} src="{path}"/>') == [f"view.wxml:2:2 {code}"]


@pytest.mark.parametrize(
    ("files", "places"),
    [
        ({"head_wxml": '<include src="./view.wxml"/>'}, ["head.wxml:1:1 include_circle"]),
        ({"rows_wxml": '<import src="rows.wxml"/><template name="row"/>'}, ["rows.wxml:1:1 import_circle"]),
        ({"o_wxs": "require('../o.wxs');"}, ["o.wxs:1:9 part_outside"]),
        ({"o_wxs": "require('./o');"}, ["o.wxs:1:9 part_missing"]),
        ({"view_wxml": '<wxs module="m" src="./x.wxs"/>'}, ["view.wxml:1:1 part_missing"]),
    ],
)
def test_files_that_lead_back_or_nowhere(found, files, places):
    assert found(**files) == places


@pytest.mark.parametrize(
    ("view", "places"),
    [
        ('<template is="row"/>', ["1:1 template_unknown"]),
        ('<template name="a"/><template name="a"/>', ["1:21 template_twice"]),
        ('<template name="a"><template is="a"/></template>', ["1:20 template_circle"]),
        (
            '<template name="a"><template is="b"/></template><template name="b"><template is="a"/></template>',
            ["1:68 template_circle"],
        ),
        ('<template name="a">{{x}}{{y}}</template><template is="a" data="{{x: 1}}"/>', ["1:27 name_unknown"]),
        ('<template name="a">{{x}}</template><template is="a" data="{{...view}}"/>', []),
        ('<template name="a">{{view.text}}</template><template is="a"/>', ["1:22 name_unknown"]),
        ('<template name="a">{{view.txt}}</template><template is="a" data="{{view}}"/>', ["1:26 view_missing"]),
        ('<template name="a">{{view.txt}}</template><template is="a" data="{{view: words}}"/>', []),
        ("<template name=\"a\"/><template is=\"{{view.text ? 'a' : 'b'}}\"/>", ["1:21 template_unknown"]),
        ('<template name="a">{{x}}</template><template is="{{view.text}}" data="{{x: 1}}"/>', []),
        ('<template name="a"><view bind:tap="tip" role="button">{{x}}</view></template>', ["1:26 handler_missing"]),
        ('<import src="rows.wxml"/><template name="row"/><template is="row"/>', []),
        ('<wxs module="m" src="m.wxs"/><wxs module="m" src="o.wxs"/>', ["1:30 module_twice"]),
        ('<wxs module="m" src="m.wxs"/>{{m.g}}', ["1:33 module_member_missing"]),
        ('<wxs module="m" src="m.wxs"/><view wx:for="{{view.text}}" wx:for-item="m">{{m.g}}</view>', []),
        ('<wxs module="m">\n  module.exports = { a: () => 1 };</wxs>{{m.a()}}', ["2:28 module_too_new"]),
        ('<wxs module="m">module.exports = { a: Promise };</wxs>', ["1:39 module_global"]),
        ('<wxs module="m">exports.a = 1;</wxs>', ["1:17 module_global"]),
        ('<wxs module="m">var b = module;</wxs>', ["1:25 module_form"]),
        ('<wxs module="m">\n a (;</wxs>', ["2:4 script_bracket", "2:6 script_syntax"]),
        ("{{view.text()}}", ["1:12 call_outside_module"]),
        (
            '<view role="button" bind:tap="tap"><include src="head.wxml"/></view>',
            ["head.wxml:1:51 name_unknown", "head.wxml:1:54 call_outside_module"],
        ),
    ],
)
def test_a_template_is_held_against_its_files(found, view, places):
    assert [place.removeprefix("view.wxml:") for place in found(view_wxml=view)] == places


def test_an_included_file_has_no_templates_and_modules_of_its_own(found):
    head = '<wxs module="own">module.exports.a = 1;</wxs><template name="t"/><text>{{own.a}}</text><template is="t"/>'
    assert found(head_wxml=head) == ["head.wxml:1:88 template_unknown", "head.wxml:1:74 name_unknown"]


def test_templates_of_an_imported_files_imports_are_not_seen(found):
    assert found(
        view_wxml='<import src="rows.wxml"/><template is="deep"/>',
        rows_wxml='<import src="./deep.wxml"/>',
        deep_wxml='<template name="deep"/>',
    ) == ["view.wxml:1:26 template_unknown"]


@pytest.mark.parametrize(
    ("files", "places"),
    [
        ({"style_wxss": '@import "./base.wxss";'}, []),
        ({"style_wxss": '@import "base.wxss";', "base_wxss": '@import "./deep.wxss";', "deep_wxss": ""}, []),
        ({"style_wxss": '\n @import "./none.wxss";'}, ["style.wxss:2:2 part_missing"]),
        ({"style_wxss": '@import "./view.wxml";'}, ["style.wxss:1:1 part_missing"]),
        ({"style_wxss": '@import "/etc/passwd";'}, ["style.wxss:1:1 part_outside"]),
        ({"style_wxss": '@import "../other/style.wxss";'}, ["style.wxss:1:1 part_outside"]),
        ({"style_wxss": '@import "./title.wxss";', "title_wxss": ""}, ["style.wxss:1:1 part_name_taken"]),
        ({"style_wxss": '@import "./style.wxss";'}, ["style.wxss:1:1 import_circle"]),
        (
            {"style_wxss": '@import "./base.wxss";', "base_wxss": '@import "style.wxss";'},
            ["base.wxss:1:1 import_circle"],
        ),
        ({"style_wxss": '@import "./base.wxss";', "base_wxss": "view {}"}, ["base.wxss:1:1 selector_not_class"]),
    ],
)
def test_a_style_that_brings_in_others(found, files, places):
    assert found(**{"base_wxss": ".kp-title { color: red; }", **files}) == places
