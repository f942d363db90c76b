"""Whether the parts of a definition fit together. Each case breaks one thing and expects one diagnostic."""

import pytest

from kaipu.definition import Catalog, parse_definition, validate


def found(document, registry, catalog=None):
    return {(one.code, one.where) for one in validate(parse_definition(document), registry, catalog)}


def test_the_sample_is_valid(document, registry):
    assert found(document, registry) == set()


def rename_key(document):
    document["nodes"]["n_sign"]["id"] = "n_else"


def shell_entry(document):
    document["tabs"].reverse()


def tab_twice(document):
    document["tabs"][1]["id"] = "t_home"


def tab_page_twice(document):
    document["tabs"].append({"id": "t_again", "page": "@orders", "label": "x", "icon": "home"})


def tab_nowhere(document):
    document["tabs"][1]["page"] = "nowhere"


def order_short(document):
    document["page_order"] = ["home"]


def order_double(document):
    document["page_order"] = ["home", "home", "story"]


def node_missing(document):
    document["pages"]["home"]["nodes"].append("n_gone")


def node_nowhere(document):
    document["pages"]["home"]["nodes"].remove("n_sign")


def node_twice(document):
    document["pages"]["story"]["nodes"].append("n_sign")


def unknown_block(document):
    document["nodes"]["n_sign"]["block"] = "spaceship"


def newer_block(document):
    document["nodes"]["n_sign"]["version"] = 4


def older_block(document):
    document["nodes"]["n_sign"]["version"] = 1


def wrong_place(document):
    document["pages"]["home"]["nodes"].remove("n_door")
    document["pages"]["story"]["nodes"].append("n_door")


def too_often(document):
    for number in range(2):
        name = f"n_more{number}"
        document["nodes"][name] = {**document["nodes"]["n_sign"], "id": name}
        document["pages"]["home"]["nodes"].append(name)


def wrong_prop(document):
    document["nodes"]["n_sign"]["props"]["shadow"] = True


def dead_link(document):
    document["nodes"]["n_other"]["props"]["entries"][0]["link"]["page"] = "gone"


def unclean_text(document):
    document["nodes"]["n_sign"]["props"]["story"] = "<script>alert(1)</script>"


BROKEN = [
    (rename_key, {("id_differs", "/nodes/n_sign/id")}),
    (shell_entry, {("entry_not_a_page", "/tabs/0/page"), ("block_not_here", "/pages/home/nodes/1")}),
    (tab_twice, {("tab_twice", "/tabs/0/id"), ("tab_twice", "/tabs/1/id")}),
    (tab_page_twice, {("tab_page_twice", "/tabs/1/page"), ("tab_page_twice", "/tabs/2/page")}),
    (tab_nowhere, {("page_unknown", "/tabs/1/page")}),
    (order_short, {("page_order_differs", "/page_order")}),
    (order_double, {("page_order_differs", "/page_order")}),
    (node_missing, {("node_unknown", "/pages/home/nodes/2")}),
    (node_nowhere, {("node_nowhere", "/nodes/n_sign")}),
    (node_twice, {("node_twice", "/nodes/n_sign")}),
    (unknown_block, {("block_unknown", "/nodes/n_sign/block")}),
    (newer_block, {("block_newer", "/nodes/n_sign/version")}),
    (older_block, {("block_older", "/nodes/n_sign/version")}),
    (wrong_place, {("block_not_here", "/pages/story/nodes/1")}),
    (too_often, {("block_too_often", "/pages/home/nodes/3")}),
    (wrong_prop, {("field_unknown", "/nodes/n_sign/props/shadow")}),
    (dead_link, {("page_unknown", "/nodes/n_other/props/entries/0/link/page")}),
    (unclean_text, {("rich_text_unclean", "/nodes/n_sign/props/story")}),
]


@pytest.mark.parametrize(("break_it", "expected"), BROKEN, ids=lambda value: getattr(value, "__name__", ""))
def test_what_does_not_fit_is_named_at_its_place(document, registry, break_it, expected):
    break_it(document)
    assert found(document, registry) == expected


def test_what_a_node_leaves_out_comes_from_the_defaults(document, registry):
    document["nodes"]["n_sign"]["props"] = {}
    assert found(document, registry) == set()


def test_links_to_goods_are_warnings_because_goods_come_and_go(document, registry):
    link = {"kind": "category", "category": "noodles"}
    document["nodes"]["n_other"]["props"]["entries"][0]["link"] = link
    catalog = Catalog(categories=[], dishes=[])
    diagnostics = validate(parse_definition(document), registry, catalog)
    assert {(one.code, one.severity) for one in diagnostics} == {
        ("dish_unknown", "warning"),
        ("category_unknown", "warning"),
    }
    assert validate(parse_definition(document), registry) == []
