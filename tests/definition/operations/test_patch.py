"""RFC 6902, with its own examples (appendix A), and what our limits add."""

import copy

import pytest

from kaipu.definition import Refused, apply, parse_patch

RFC = [
    ("A.1", {"foo": "bar"}, [{"op": "add", "path": "/baz", "value": "qux"}], {"baz": "qux", "foo": "bar"}),
    ("A.2", {"foo": ["bar", "baz"]}, [{"op": "add", "path": "/foo/1", "value": "qux"}], {"foo": ["bar", "qux", "baz"]}),
    ("A.3", {"baz": "qux", "foo": "bar"}, [{"op": "remove", "path": "/baz"}], {"foo": "bar"}),
    ("A.4", {"foo": ["bar", "qux", "baz"]}, [{"op": "remove", "path": "/foo/1"}], {"foo": ["bar", "baz"]}),
    ("A.5", {"baz": "qux"}, [{"op": "replace", "path": "/baz", "value": "boo"}], {"baz": "boo"}),
    (
        "A.6",
        {"foo": {"bar": "baz", "waldo": "fred"}, "qux": {"corge": "grault"}},
        [{"op": "move", "from": "/foo/waldo", "path": "/qux/thud"}],
        {"foo": {"bar": "baz"}, "qux": {"corge": "grault", "thud": "fred"}},
    ),
    ("A.7", {"foo": [1, 2, 3, 4]}, [{"op": "move", "from": "/foo/1", "path": "/foo/3"}], {"foo": [1, 3, 4, 2]}),
    ("A.8", {"a": [1, 2]}, [{"op": "test", "path": "/a/1", "value": 2}], {"a": [1, 2]}),
    ("A.10", {"foo": "bar"}, [{"op": "add", "path": "/child", "value": {"g": {}}}], {"foo": "bar", "child": {"g": {}}}),
    ("A.14", {"/": 9, "~1": 10}, [{"op": "test", "path": "/~01", "value": 10}], {"/": 9, "~1": 10}),
    ("A.16", {"foo": ["bar"]}, [{"op": "add", "path": "/foo/-", "value": ["abc"]}], {"foo": ["bar", ["abc"]]}),
    ("root", {"a": 1}, [{"op": "replace", "path": "", "value": [2]}], [2]),
    ("copy", {"a": [1]}, [{"op": "copy", "from": "/a", "path": "/b"}], {"a": [1], "b": [1]}),
    ("numbers", {"a": 1}, [{"op": "test", "path": "/a", "value": 1.0}], {"a": 1}),
    ("to itself", {"a": 1}, [{"op": "move", "from": "/a", "path": "/a"}], {"a": 1}),
]


@pytest.mark.parametrize(("name", "document", "patch", "expected"), RFC, ids=[case[0] for case in RFC])
def test_the_rfc(name, document, patch, expected):
    before = copy.deepcopy(document)
    assert apply(document, parse_patch(patch)) == expected
    assert document == before


MISSES = [
    ({"a": 1}, {"op": "remove", "path": "/b"}),
    ({"a": 1}, {"op": "remove", "path": ""}),
    ({"a": 1}, {"op": "replace", "path": "/b", "value": 1}),
    ({"a": 1}, {"op": "add", "path": "/b/c", "value": 1}),
    ({"a": 1}, {"op": "add", "path": "/a/b", "value": 1}),
    ({"a": [1]}, {"op": "add", "path": "/a/2", "value": 1}),
    ({"a": [1]}, {"op": "add", "path": "/a/01", "value": 1}),
    ({"a": [1]}, {"op": "add", "path": "/a/0\n", "value": 1}),
    ({"a": [1]}, {"op": "add", "path": "/a/-1", "value": 1}),
    ({"a": [1]}, {"op": "add", "path": "/a/٣", "value": 1}),
    ({"a": [1]}, {"op": "remove", "path": "/a/-"}),
    ({"a": [1]}, {"op": "replace", "path": "/a/1", "value": 1}),
    ({"a": {"b": 1}}, {"op": "move", "from": "/a", "path": "/a/b"}),
    ({"a": 1}, {"op": "move", "from": "/b", "path": "/a"}),
    ({"a": 1}, {"op": "copy", "from": "/b", "path": "/c"}),
    ({"a": 1}, {"op": "test", "path": "/a", "value": True}),
    ({"a": True}, {"op": "test", "path": "/a", "value": 1}),
    ({"a": [1]}, {"op": "test", "path": "/a", "value": [1, 2]}),
]


@pytest.mark.parametrize(("document", "step"), MISSES)
def test_a_step_that_misses_is_refused_and_named(document, step):
    before = copy.deepcopy(document)
    good = {"op": "add", "path": "/good", "value": 1}
    with pytest.raises(Refused) as refused:
        apply(document, parse_patch([good, step]))
    (found,) = refused.value.diagnostics
    assert found.code == ("patch_test_failed" if step["op"] == "test" else "patch_misses")
    assert found.where == "/1"
    assert document == before


MALFORMED = [
    ([], "too_short"),
    ({}, "expected_array"),
    ([[]], "expected_object"),
    ([{}], "field_missing"),
    ([{"op": "jump", "path": "/a"}], "not_one_of"),
    ([{"op": "add", "path": "/a"}], "field_missing"),
    ([{"op": "move", "path": "/a"}], "field_missing"),
    ([{"op": "remove", "path": "a"}], "pointer_malformed"),
    ([{"op": "remove", "path": "/~2"}], "pointer_malformed"),
    ([{"op": "remove", "path": 3}], "expected_string"),
    ([{"op": "remove", "path": "/a", "value": 1}], "field_unknown"),
    ([{"op": "remove", "path": "/a" * 33}], "too_deep"),
    ([{"op": "remove", "path": "/" + "a" * 500}], "too_long"),
    ([{"op": "remove", "path": "/a"}] * 201, "too_long"),
    ([{"op": "add", "path": "/a", "value": [0] * 20_000}], "too_many_values"),
    ([{"op": "add", "path": "/a", "value": "x" * 600_000}], "too_large"),
    ([{"op": "add", "path": "/a", "value": float("nan")}], "not_a_number"),
    ([{"op": "add", "path": "/a", "value": "\ud800"}], "unstorable_text"),
]


@pytest.mark.parametrize(("patch", "code"), MALFORMED)
def test_a_malformed_patch_is_refused(patch, code):
    with pytest.raises(Refused) as refused:
        parse_patch(patch)
    assert {found.code for found in refused.value.diagnostics} == {code}


def test_a_problem_of_shape_is_placed_without_the_shapes_name():
    with pytest.raises(Refused) as refused:
        parse_patch([{"op": "remove", "path": "/a"}, {"op": "add", "path": 3, "value": 1}], "/patch")
    assert refused.value.diagnostics[0].where == "/patch/1/path"


def test_doubling_does_not_blow_up():
    doubling = [{"op": "copy", "from": "", "path": "/a"}, {"op": "copy", "from": "/a", "path": "/b"}] * 100
    with pytest.raises(Refused) as refused:
        apply({}, parse_patch(doubling))
    assert refused.value.diagnostics[0].code in {"too_many_values", "too_deep"}


def test_depth_does_not_grow_step_by_step():
    value = []
    for _ in range(25):
        value = [value]
    with pytest.raises(Refused) as refused:
        apply(
            {},
            parse_patch(
                [{"op": "add", "path": "/a", "value": value}, {"op": "add", "path": "/a" + "/0" * 20, "value": value}]
            ),
        )
    assert refused.value.diagnostics[0].code == "too_deep"
