"""The shape of an operation as it comes from outside."""

import json

import pytest

from kaipu.definition import Refused, parse_operation

GOOD = {
    "id": "0198c0de-0000-7000-8000-000000000001",
    "label": "改横幅",
    "base_rev": 7,
    "patch": [{"op": "remove", "path": "/a"}],
}


def test_it_reads_text_and_trees():
    operation = parse_operation(GOOD)
    assert operation == parse_operation(json.dumps(GOOD))
    assert (operation.label, operation.base_rev, operation.patch[0].op) == ("改横幅", 7, "remove")


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("id", "x", ("wrong_value", "/id")),
        ("label", "", ("too_short", "/label")),
        ("label", "a\nb", ("wrong_form", "/label")),
        ("label", "x" * 81, ("too_long", "/label")),
        ("base_rev", -1, ("too_small", "/base_rev")),
        ("base_rev", "7", ("expected_integer", "/base_rev")),
        ("base_rev", 7.0, ("expected_integer", "/base_rev")),
        ("patch", "x", ("expected_array", "/patch")),
        ("patch", [], ("too_short", "/patch")),
        ("more", 1, ("field_unknown", "/more")),
    ],
)
def test_a_wrong_shape_is_named_at_its_place(name, value, expected):
    with pytest.raises(Refused) as refused:
        parse_operation({**GOOD, name: value})
    assert [(one.code, one.where) for one in refused.value.diagnostics] == [expected]
