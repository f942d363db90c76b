"""A definition's shape: what is read comes back key for key, what is wrong is named at its place in both languages."""

import json

import pytest

from kaipu.definition import Refused, parse_definition
from kaipu.definition.parsing import called


def problems(raw, file=""):
    with pytest.raises(Refused) as refused:
        parse_definition(raw, file=file)
    for found in refused.value.diagnostics:
        assert found.text("zh")
        assert found.text("en")
    return {(found.code, str(found.where)) for found in refused.value.diagnostics}


def test_loading_and_saving_is_the_identity(document):
    assert parse_definition(document).document() == document
    assert parse_definition(json.dumps(document)).document() == document
    assert parse_definition(json.dumps(document).encode()).document() == document


def test_what_was_left_out_is_written_down_in_the_complete_document(document):
    complete = parse_definition(document).complete_document()
    assert complete["nodes"]["n_door"]["hidden"] is False
    assert complete["description"] == ""


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("/theme/primary", "red", ("wrong_form", "/theme/primary")),
        ("/theme/primary", "#B3261E\n", ("wrong_form", "/theme/primary")),
        ("/theme/radius_px", "12", ("expected_integer", "/theme/radius_px")),
        ("/theme/radius_px", 33, ("too_great", "/theme/radius_px")),
        ("/theme/radius_px", -1, ("too_small", "/theme/radius_px")),
        ("/theme/extra", 1, ("field_unknown", "/theme/extra")),
        ("/name", "", ("too_short", "/name")),
        ("/name", "x" * 61, ("too_long", "/name")),
        ("/name", None, ("expected_string", "/name")),
        ("/tabs", [], ("too_short", "/tabs")),
        ("/tabs", {}, ("expected_array", "/tabs")),
        ("/tabs/0/page", "@nowhere", ("wrong_form", "/tabs/0/page")),
        ("/pages/home/nodes", ["x"] * 101, ("too_long", "/pages/home/nodes")),
        ("/pages/Home", {"id": "home", "title": "x", "nodes": []}, ("wrong_form", "/pages/Home")),
        ("/nodes", 3, ("expected_object", "/nodes")),
        ("/nodes/n_sign", [], ("expected_object", "/nodes/n_sign")),
        ("/nodes/n_sign/hidden", 1, ("expected_boolean", "/nodes/n_sign/hidden")),
        ("/nodes/n_sign/version", 0, ("too_small", "/nodes/n_sign/version")),
        ("/schema", 2, ("schema_newer", "/schema")),
        ("/schema", True, ("schema_unknown", "/schema")),
        ("/schema", "1", ("schema_unknown", "/schema")),
    ],
)
def test_a_wrong_shape_is_named_at_its_place(document, path, value, expected):
    *way, last = path[1:].split("/")
    part = document
    for name in way:
        part = part[int(name)] if isinstance(part, list) else part[name]
    part[last] = value
    assert problems(document) == {expected}


def test_many_problems_are_told_at_once_but_not_without_end(document):
    del document["theme"]["text"], document["name"]
    assert problems(document) == {("field_missing", "/theme/text"), ("field_missing", "/name")}
    document["nodes"] = dict.fromkeys((f"n{number}" for number in range(900)), 0)
    assert len(problems(document)) == 50


def test_in_a_file_it_is_named_at_its_line(document):
    document["theme"]["primary"], document["tabs"][0]["page"] = "red", "@nowhere"
    lines = json.dumps(document, indent=1, ensure_ascii=False).splitlines()
    primary, page = (next(n for n, line in enumerate(lines, 1) if mark in line) for mark in ('"red"', '"@nowhere"'))
    expected = {("wrong_form", f"my.json:{primary}:3"), ("wrong_form", f"my.json:{page}:4")}
    assert problems("\n".join(lines), "my.json") == expected
    assert problems(json.dumps({"schema": 2}), "my.json") == {("schema_newer", "my.json:1:2")}


def test_what_has_no_name_is_called_something():
    with pytest.raises(Refused) as refused:
        parse_definition("[]", file="my.json")
    assert refused.value.diagnostics[0].line("en").startswith("my.json:1:1: “the whole file” has to be an object.")
    assert [called(one) for one in ("/needs/0", "/a/b/1/2", "/a", "/0")] == ["needs[0]", "b[1][2]", "a", "[0]"]


@pytest.mark.parametrize("raw", ["[]", "null", '"a"', "3"])
def test_a_definition_is_an_object(raw):
    assert problems(raw) == {("expected_object", "")}


def test_a_thousand_and_one_nodes_are_too_many(document):
    node = document["nodes"]["n_sign"]
    document["nodes"] = {f"n{number}": {**node, "id": f"n{number}"} for number in range(1001)}
    assert problems(document) == {("too_long", "/nodes")}
