"""The inverses of single steps; that every inverse works is a property test."""

import pytest

from kaipu.definition import apply, invert, parse_patch
from kaipu.definition.operations import dump_patch
from kaipu.definition.tree import same_json


@pytest.mark.parametrize(
    ("document", "step", "inverse"),
    [
        ({}, {"op": "add", "path": "/a", "value": 1}, [{"op": "remove", "path": "/a"}]),
        ({"a": 0}, {"op": "add", "path": "/a", "value": 1}, [{"op": "replace", "path": "/a", "value": 0}]),
        ({"a": [0]}, {"op": "add", "path": "/a/-", "value": 1}, [{"op": "remove", "path": "/a/1"}]),
        ({"a": [0]}, {"op": "remove", "path": "/a/0"}, [{"op": "add", "path": "/a/0", "value": 0}]),
        ({"a": 0}, {"op": "test", "path": "/a", "value": 0}, []),
        ({"a": 0}, {"op": "move", "from": "/a", "path": "/b"}, [{"op": "move", "from": "/b", "path": "/a"}]),
        ({"a": 0}, {"op": "move", "from": "/a", "path": "/a"}, []),
        (
            {"a": 0, "b": 1},
            {"op": "move", "from": "/a", "path": "/b"},
            [{"op": "replace", "path": "/b", "value": 1}, {"op": "add", "path": "/a", "value": 0}],
        ),
        (
            {"a": {"b": 1, "c": 2}},
            {"op": "move", "from": "/a/b", "path": "/a"},
            [{"op": "replace", "path": "/a", "value": {"c": 2}}, {"op": "add", "path": "/a/b", "value": 1}],
        ),
        (
            [{"a": 1}],
            {"op": "move", "from": "/0/a", "path": "/0"},
            [{"op": "remove", "path": "/0"}, {"op": "add", "path": "/0/a", "value": 1}],
        ),
        (
            {"a": [[1]]},
            {"op": "move", "from": "/a/0/0", "path": "/a/0"},
            [{"op": "remove", "path": "/a/0"}, {"op": "add", "path": "/a/0/0", "value": 1}],
        ),
        ([1], {"op": "replace", "path": "", "value": 2}, [{"op": "replace", "path": "", "value": [1]}]),
    ],
)
def test_the_way_back(document, step, inverse):
    patch = parse_patch([step])
    assert dump_patch(invert(document, patch)) == inverse
    assert same_json(apply(apply(document, patch), invert(document, patch)), document)
