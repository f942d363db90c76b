"""RFC 6901's own examples, and what is no pointer."""

import re

import pytest

from kaipu.definition.tree import join_pointer, split_pointer
from kaipu.definition.tree.pointer import overlap


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", ()),
        ("/", ("",)),
        ("/foo/0", ("foo", "0")),
        ("/a~1b", ("a/b",)),
        ("/m~0n", ("m~n",)),
        ("/~01", ("~1",)),
        ("/c%d", ("c%d",)),
        ("/ ", (" ",)),
    ],
)
def test_split_and_join_are_inverse(text, tokens):
    assert split_pointer(text) == tokens
    assert join_pointer(*tokens) == text


@pytest.mark.parametrize("text", ["a", "a/b", "/~", "/a~2", "#/a"])
def test_what_is_no_pointer(text):
    with pytest.raises(ValueError, match=re.escape(text)):
        split_pointer(text)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("/a/b", "/a", True), ("/a", "/a/b", True), ("/a", "/a", True), ("/a/b", "/a/c", False), ("", "/x", True)],
)
def test_overlap_is_one_inside_the_other(one, other, expected):
    assert overlap(split_pointer(one), split_pointer(other)) is expected
