"""What a script exports, and when that is not plain to see."""

from __future__ import annotations

import pytest

from kaipu.compiler.analyze.exports import exports_of
from kaipu.compiler.parse.script import parse_script
from kaipu.compiler.parse.source import SourceText


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("module.exports = { a: 1, b };", {"a", "b"}),
        ("exports.a = 1; module.exports.b = exports.a;", {"a", "b"}),
        ("module.exports = { a: 1 }; module.exports.b = 2;", {"a", "b"}),
        ("exports.a = exports.b = 1; exports.c();", {"a", "b"}),
        ("const a = 1;", set()),
    ],
)
def test_what_is_exported(text, names):
    shape = exports_of(parse_script(SourceText(text, "a.js"))[0])
    assert (set(shape.members), shape.complete) == (names, True)


@pytest.mark.parametrize(
    "text",
    [
        "Object.assign(exports, more());",
        "Object.assign(module.exports, more());",
        "more(module);",
        "module.exports = more();",
        "module.exports = { a: 1 }; module.exports = { b: 1 };",
        "exports.a = (",
    ],
)
def test_what_is_not_plain(text):
    assert not exports_of(parse_script(SourceText(text, "a.js"))[0]).complete
