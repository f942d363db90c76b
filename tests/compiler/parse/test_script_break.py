"""A script that cannot be read is told where it breaks off, and which bracket was left open."""

import pytest

from kaipu.compiler.parse.script import parse_script
from kaipu.compiler.parse.source import SourceText


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Page({\n  data: {\n    a: 1,\n  load() {}\n})\n", [("script_bracket", 1, 6), ("script_syntax", 5, 2)]),
        ("a({\n b: function () {\n  c({ d: 1 }\n }\n})", [("script_bracket", 3, 4), ("script_syntax", 4, 2)]),
        ("var a = 1;\nvar = 3;\n", [("script_syntax", 2, 1)]),
        ("Page({\n a: 1\n b: 2\n})\n", [("script_syntax", 3, 2)]),
        ("const s = 'abc\nlet b = 1\n", [("script_syntax", 1, 11)]),
        ("f()\n}\n", [("script_syntax", 2, 1)]),
    ],
)
def test_the_place_is_where_the_mistake_is(text, places):
    _, problems = parse_script(SourceText(text, "a.js"))
    assert [(one.code, one.where.line, one.where.column) for one in problems] == places
    assert all(one.text("zh") and one.text("en") for one in problems)
