"""Hostile input is refused with a reason, whatever its size or shape, and never by running out of stack."""

import json

import pytest

from kaipu.definition import Limits, Refused, load_json
from kaipu.definition.tree import check_tree


def nested(depth):
    value = 1
    for _ in range(depth):
        value = [value]
    return value


HOSTILE = {
    "a million values": ("[" + "1," * 990_000 + "1]", "too_many_values"),
    "a million objects": ("[" + "{}," * 600_000 + "{}]", "too_many_values"),
    "depth 10,000": ("[" * 10_000 + "]" * 10_000, "too_deep"),
    "depth never closed": ('{"a":' * 10_000, "too_deep"),
    "too many bytes": ('"' + "a" * 2_000_000 + '"', "too_large"),
    "escaped quotes, never closed": ('"' + '\\"' * 900_000, "not_json"),
    "many unclosed strings": ('"a\n' * 500_000, "not_json"),
    "NaN": ('{"a": NaN}', "not_a_number"),
    "minus infinity": ("[-Infinity]", "not_a_number"),
    "a float without end": ("[1e999]", "not_a_number"),
    "a number of a million digits": ("1" * 1_000_000, "number_too_large"),
    "beyond a double": ("[9007199254740992]", "number_too_large"),
    "the same key twice": ('{"a": 1, "a": 2}', "duplicate_key"),
    "half a surrogate pair": ('["\\ud800"]', "unstorable_text"),
    "half a pair as key": ('{"\\udfff": 1}', "unstorable_text"),
    "NUL": ('["\\u0000"]', "unstorable_text"),
    "not UTF-8": (b'["\xff"]', "not_utf8"),
    "nothing": ("", "not_json"),
    "two values": ("{} {}", "not_json"),
    "a comma too many": ("[1,]", "not_json"),
}


@pytest.mark.parametrize(("raw", "code"), HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_refused(raw, code):
    with pytest.raises(Refused) as refused:
        load_json(raw)
    assert [found.code for found in refused.value.diagnostics] == [code]


def cyclic():
    value = []
    value.append(value)
    return value


HOSTILE_TREES = {
    "deep": (nested(10_000), "too_deep"),
    "cyclic": (cyclic(), "too_deep"),
    "many": ([0] * 200_000, "too_many_values"),
    "long texts": (["a" * 900_000] * 3, "too_large"),
    "no JSON": ({"a": object()}, "not_json_value"),
    "numbers as keys": ({1: 2}, "not_json_value"),
    "NaN": ([float("nan")], "not_a_number"),
    "surrogate": (["\ud800"], "unstorable_text"),
}


@pytest.mark.parametrize(("tree", "code"), HOSTILE_TREES.values(), ids=HOSTILE_TREES.keys())
def test_hostile_trees_are_refused(tree, code):
    with pytest.raises(Refused) as refused:
        check_tree(tree)
    assert [found.code for found in refused.value.diagnostics] == [code]


def test_a_problem_is_placed_where_it_is():
    with pytest.raises(Refused) as refused:
        check_tree({"a/b": [1, {"c": "\x00"}]})
    assert refused.value.diagnostics[0].where == "/a~1b/1/c"
    with pytest.raises(Refused) as refused:
        load_json('{\n  "a": ]\n}', file="shop.json")
    assert str(refused.value.diagnostics[0].where) == "shop.json:2:8"


def test_the_limits_are_the_first_refused_and_the_last_allowed():
    limits = Limits(size_bytes=100, depth=3, values=5)
    assert load_json("[[[]]]", limits) == nested_lists(3)
    with pytest.raises(Refused):
        load_json("[[[[]]]]", limits)
    assert load_json("[1,2,3,4]", limits) == [1, 2, 3, 4]
    with pytest.raises(Refused):
        load_json("[1,2,3,4,5]", limits)
    assert load_json('"' + "a" * 98 + '"', limits) == "a" * 98
    with pytest.raises(Refused):
        load_json('"' + "a" * 99 + '"', limits)


def nested_lists(depth):
    value = []
    for _ in range(depth - 1):
        value = [value]
    return value


@pytest.mark.parametrize("value", [{}, [], "面", 0, -1.5, True, None, {"a": [{"b": '}]"{'}]}])
def test_what_is_well_formed_is_read(value):
    assert load_json(json.dumps(value)) == value
    assert load_json(json.dumps(value, ensure_ascii=False).encode()) == value


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert load_json(b"\xef\xbb\xbf[1]") == [1]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b'{"a": 1,\n "b": "\xe9\x9d\xa2\xff"}', "2:9 not_utf8"),
        ('{"a": [{"b": 1,\n\t"面": 2,\n\t"b": 3}]}', "3:2 duplicate_key"),
        ('{"b": "b", "a": {"b": 1, "b": 2}, "b": 3}', "1:26 duplicate_key"),
        ('["NaN",\n NaN]', "1:2 not_a_number"),
        ('{"a":\n -Infinity', "2:2 not_a_number"),
        ('{"a": {"面\\"": [1,\n1e999]}}', "2:1 not_a_number"),
        ('{"a":\n 9007199254740993}', "1:2 number_too_large"),
        ('{"a":\n 99999999999999999999999}', "2:2 number_too_large"),
        ('["ok",\n "\\u0000"]', "2:2 unstorable_text"),
        ('{"a":\n' + "[" * 40, "2:32 too_deep"),
        ("[\n" + "1," * 100_000, "2:200000 too_many_values"),
        ('"' + "a" * 2_000_000 + '"', "1:1 too_large"),
    ],
)
def test_in_a_file_everything_has_its_line_and_column(raw, said):
    with pytest.raises(Refused) as refused:
        load_json(raw, file="a.json")
    (problem,) = refused.value.diagnostics
    assert f"{problem.where} {problem.code}" == f"a.json:{said}"
