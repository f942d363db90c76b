"""Two edits side by side: which pairs get in each other's way."""

import pytest

from kaipu.definition import clashes, parse_patch, touched_paths

DOCUMENT = {"title": "a", "list": [{"x": 1}, {"x": 2}], "map": {"one": {"k": 1}, "two": 2}}


def touched(*steps):
    return touched_paths(DOCUMENT, parse_patch(list(steps)))


TITLE = {"op": "replace", "path": "/title", "value": "b"}
FIRST = {"op": "replace", "path": "/list/0/x", "value": 9}
SECOND = {"op": "replace", "path": "/list/1/x", "value": 9}
INSERT = {"op": "add", "path": "/list/0", "value": {}}
APPEND = {"op": "add", "path": "/list/-", "value": {}}
REORDER = {"op": "move", "from": "/list/0", "path": "/list/1"}
NEW = {"op": "add", "path": "/map/three", "value": 3}
OTHER_NEW = {"op": "add", "path": "/map/four", "value": 3}
INSIDE = {"op": "replace", "path": "/map/one/k", "value": 3}
WHOLE = {"op": "remove", "path": "/map/one"}
TEST = {"op": "test", "path": "/title", "value": "a"}
COPY = {"op": "copy", "from": "/title", "path": "/map/three"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (TITLE, FIRST, False),
        (TITLE, TITLE, True),
        (FIRST, SECOND, False),
        (FIRST, INSERT, True),
        (APPEND, APPEND, True),
        (REORDER, SECOND, True),
        (NEW, OTHER_NEW, False),
        (NEW, NEW, True),
        (INSIDE, WHOLE, True),
        (INSIDE, NEW, False),
        (TITLE, TEST, True),
        (TITLE, COPY, True),
        (NEW, COPY, True),
    ],
)
def test_edits_clash_when_one_touches_what_the_other_touched(one, other, expected):
    assert clashes(touched(one), touched(other)) is expected
    assert clashes(touched(other), touched(one)) is expected


def test_what_is_touched():
    assert touched(TITLE, INSERT) == ["/title", "/list"]
    assert touched(REORDER) == ["/list"]
    assert touched({"op": "move", "from": "/title", "path": "/map/t"}) == ["/title", "/map/t"]
    assert touched({"op": "replace", "path": "", "value": {}}) == [""]
