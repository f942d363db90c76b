"""What a release makes of the shell: pages instantiated, blocks placed, modules found, everything unused left out."""

from __future__ import annotations

import pytest

from kaipu.compiler.lower.project import lower, lower_all
from kaipu.compiler.printing.template import print_template
from kaipu.definition.diagnostics import Refused


def refused(tiny, **changes):
    with pytest.raises(Refused) as caught:
        lower(tiny.library(), tiny.source(**changes))
    return [f"{problem.where} {problem.code}" for problem in caught.value.diagnostics]


def test_tabs_come_first_and_each_page_once(tiny):
    project = lower(tiny.library(), tiny.source())
    assert [page.path for page in project.pages] == ["pages/home/home", "pages/orders/orders", "pages/page/page"]
    assert [component.path for component in project.components] == ["blocks/title/title"]
    assert [(tab.page, tab.label) for tab in project.tabs] == [
        ("pages/home/home", "首页"),
        ("pages/orders/orders", "订单"),
    ]


def test_nodes_become_a_loop_over_the_blocks_in_use(tiny):
    project = lower(tiny.library(), tiny.source())
    text, problems = print_template(project.pages[0].template, compact=True)
    assert not problems
    assert text == (
        '<view style="{{theme}}"><block wx:for="{{nodes}}" wx:key="id"><kp-title wx:if="{{item.block===\'title\'}}"'
        ' data-node="{{item.id}}" props="{{item.props}}" shop="{{shop}}"/></block></view>'
    )
    assert project.pages[0].uses == {"kp-title": "blocks/title/title"}


def test_a_block_nobody_uses_is_left_out(tiny):
    for name in ("view.wxml", "style.wxss", "script.js", "block.yaml"):
        tiny.write(
            f"blocks/spare/{name}", (tiny.folder / "blocks/title" / name).read_text().replace("kp-title", "kp-spare")
        )
    assert "kp-spare" not in lower(tiny.library(), tiny.source()).pages[0].uses
    everything = lower_all(tiny.library(), {"spare": 1, "title": 1})
    assert list(everything.pages[1].uses) == ["kp-spare", "kp-title"]


def test_a_page_knows_which_blocks_it_can_start_without(tiny):
    """Each page may come to show any block in use, but starts with its own."""
    pages = {
        "home": {"id": "home", "title": "", "nodes": ["n_title"]},
        "about": {"id": "about", "title": "", "nodes": []},
    }
    tabs = [{"id": name, "page": name, "label": name, "icon": "home"} for name in pages]
    home, about, other, *_ = lower(tiny.library(), tiny.source(pages=pages, tabs=tabs)).pages
    assert (home.path, home.later) == ("pages/home/home", frozenset())
    assert (about.path, about.uses, about.later) == ("pages/about/about", home.uses, {"kp-title"})
    assert other.later == frozenset()


def test_a_module_nobody_requires_is_left_out(tiny):
    paths = [module.path for module in lower(tiny.library(), tiny.source()).modules]
    assert paths == ["app.js", "kaipu/block.js", "kaipu/platform/index.js", "kaipu/screen.js"]


def test_modules_may_require_each_other(tiny):
    tiny.write("shell/screen.js", (tiny.folder / "shell/screen.js").read_text() + "require('./unused');")
    tiny.write("shell/unused.js", "require('kaipu/screen'); require('kaipu/release');")
    modules = {module.path: module for module in lower(tiny.library(), tiny.source()).modules}
    assert modules["kaipu/unused.js"].requires == {"kaipu/screen": "kaipu/screen.js", "kaipu/release": "release.js"}


def test_what_changes_a_unit_changes_its_digest(tiny):
    before = lower(tiny.library(), tiny.source()).pages[0]
    tiny.write("shell/pages/page/page.wxss", ".a{}")
    assert lower(tiny.library(), tiny.source()).pages[0] != before


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("shell/app.js", "require('kaipu/lost');", ["shell/app.js:1:9 require_unknown"]),
        ("shell/app.js", "require('../../etc/passwd');", ["shell/app.js:1:9 require_unknown"]),
        ("blocks/title/script.js", "require('../../shell/app');", ["blocks/title/script.js:1:9 require_unknown"]),
        ("shell/pages/page/page.wxml", "<kaipu-nodes/>", ["shell/pages/page/page.wxml:1:1 nodes_attribute"]),
        ("shell/pages/page/page.json", "{", ["shell/pages/page/page.json:1:2 not_json"]),
        ("blocks/title/view.wxml", "<view>", ["blocks/title/view.wxml:1:1 tag_unclosed"]),
        (
            "shell/pages/orders/orders.json",
            '{"usingComponents": {"kp-lost": "../../parts/lost/lost"}}',
            ["shell/parts/lost/lost.wxml:1:1 file_missing", "shell/parts/lost/lost.js:1:1 file_missing"],
        ),
    ],
)
def test_what_is_wrong_in_the_source_is_told_where(tiny, name, text, found):
    tiny.write(name, text)
    assert refused(tiny) == found


def test_a_missing_file_is_told(tiny):
    (tiny.folder / "blocks/title/view.wxml").unlink()
    assert refused(tiny) == ["blocks/title/view.wxml:1:1 file_missing"]


def test_what_is_wrong_in_the_release_is_told_where(tiny):
    tabs = [
        {"id": "a", "page": "lost", "label": "a", "icon": "home"},
        {"id": "b", "page": "@nowhere", "label": "b", "icon": "lost"},
        {"id": "c", "page": "orders", "label": "c", "icon": "home"},
    ]
    found = refused(
        tiny,
        tabs=tabs,
        pages={"orders": {"id": "orders", "title": "", "nodes": []}},
        nodes={"n": {"id": "n", "block": "lost", "version": 1, "props": {}}},
    )
    assert found == [
        "/nodes block_unknown",
        "/tabs/0/page page_unknown",
        "/tabs/1/page page_unknown",
        "/tabs/1/icon icon_unknown",
        "/tabs/2/page page_name_taken",
    ]


def test_a_component_of_the_shell_is_found_by_its_json(tiny):
    tiny.write("shell/pages/orders/orders.json", '{"usingComponents": {"kp-stepper": "../../parts/stepper/stepper"}}')
    tiny.write("shell/pages/orders/orders.wxml", "<kp-stepper/>")
    tiny.write("shell/parts/stepper/stepper.wxml", "<view>1</view>")
    tiny.write("shell/parts/stepper/stepper.js", "require('kaipu/unused');")
    project = lower(tiny.library(), tiny.source())
    assert project.pages[1].uses == {"kp-stepper": "parts/stepper/stepper"}
    assert project.components[-1].path == "parts/stepper/stepper"
    assert "kaipu/unused.js" in [module.path for module in project.modules]


def test_pictures_a_template_names_come_along(tiny):
    tiny.write(
        "blocks/title/view.wxml", '<view><image src="a.png"/><image src="/icons/home.png"/><image src="{{b}}"/></view>'
    )
    tiny.write("blocks/title/a.png", "picture")
    project = lower(tiny.library(), tiny.source())
    assert project.assets["blocks/title/a.png"] == b"picture"
    assert set(project.assets) == {"blocks/title/a.png", "icons/home.png", "icons/home-selected.png"}


@pytest.mark.parametrize("path", ["lost.png", "../title2/a.png", "/../../etc/passwd", "../../shell/app.js"])
def test_a_picture_that_is_not_there_is_told_where(tiny, path):
    tiny.write("blocks/title/view.wxml", f'<view>\n<image mode="aspectFit" src="{path}"/></view>')
    assert refused(tiny) == ["blocks/title/view.wxml:2:25 asset_missing"]
