"""Expressions: what is read, what is refused and where, and that hostile ones cost nothing."""

from __future__ import annotations

import pytest

from kaipu.compiler.parse.expression import (
    Binary,
    Conditional,
    Index,
    Member,
    Name,
    Number,
    Object,
    Property,
    Spread,
    String,
    Unary,
)
from kaipu.compiler.parse.expression_parser import ExpressionFault, ExpressionParser
from kaipu.compiler.printing.expression import print_expression


def parse(text):
    parser = ExpressionParser(text, 0, len(text))
    expression = parser.expression()
    if parser.tokens.ahead.text:
        parser.fail()
    return expression


def test_operators_bind_as_in_javascript():
    assert parse("a + b * c") == Binary("+", Name("a"), Binary("*", Name("b"), Name("c")))
    assert parse("a - b - c") == Binary("-", Binary("-", Name("a"), Name("b")), Name("c"))
    assert parse("!a && b || c") == Binary("||", Binary("&&", Unary("!", Name("a")), Name("b")), Name("c"))
    assert parse("a ? b : c ? 1 : 2") == Conditional(
        Name("a"), Name("b"), Conditional(Name("c"), Number("1"), Number("2"))
    )


def test_paths():
    assert parse("a.b[0]['c']") == Index(Index(Member(Name("a"), "b"), Number("0")), String("c"))
    assert parse("-a.b") == Unary("-", Member(Name("a"), "b"))


def test_objects():
    assert parse("{a, b: 1, 'c': 2, ...e}") == Object(
        (Property("a", Name("a")), Property("b", Number("1")), Property("c", Number("2")), Spread(Name("e")))
    )


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("a +", "expression_unfinished", 3),
        ("a + * b", "expression_unexpected", 4),
        ("a b", "expression_unexpected", 2),
        ("a ?? b", "expression_unexpected", 3),
        ("a?.b", "expression_unexpected", 2),
        ("(a || b).c", "expression_unexpected", 8),
        ("'abc'.length", "expression_unexpected", 5),
        ("(-a)(b)", "expression_unexpected", 4),
        ("{a: 1}[b]", "expression_unexpected", 6),
        ("a.true", "expression_unexpected", 2),
        ("{}", "expression_unexpected", 1),
        ("{'c d': 1}", "expression_key", 1),
        ("{'': 1}", "expression_key", 1),
        ("{a, 'a': 1}", "expression_key_twice", 4),
        ("057", "expression_unexpected", 0),
        ("+a", "expression_unexpected", 0),
        ("1e5", "expression_unexpected", 0),
        ("`a`", "expression_unexpected", 0),
        ("'a", "expression_string", 0),
        (r"'a\'b'", "expression_string", 0),
        ("a.1", "expression_unexpected", 2),
        ("a = 1", "expression_unexpected", 2),
        ("(a", "expression_unfinished", 2),
        ("{a: }", "expression_unexpected", 4),
        ("{'a'}", "expression_unexpected", 4),
        ("", "expression_unfinished", 0),
    ],
)
def test_what_is_refused_and_where(text, code, at):
    with pytest.raises(ExpressionFault) as caught:
        parse(text)
    assert (caught.value.code, caught.value.at) == (code, at)


@pytest.mark.parametrize("text", ["(" * 100_000, "!" * 100_000 + "a", "[" * 5000, "a?" * 5000, "{a:" * 5000])
def test_depth_is_refused_not_recursed_into(text):
    with pytest.raises(ExpressionFault) as caught:
        parse(text)
    assert caught.value.code in {"expression_too_deep", "expression_too_long"}


def test_length_is_refused():
    with pytest.raises(ExpressionFault) as caught:
        parse("+".join("a" * 10_000))
    assert caught.value.code == "expression_too_long"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("(a + b) * c", "(a+b)*c"),
        ("a + (b * c)", "a+b*c"),
        ("(a ? b : c) ? 1 : 2", "(a?b:c)?1:2"),
        ("a - (-b)", "a- -b"),
        ("-(-b)", "- -b"),
        ("(a).b", "a.b"),
        ("-!a", "-(!a)"),
        ("{a: {b: {c}}}", "{a:{b:{c} } }"),
        ("'it\"s'", "'it\"s'"),
        ('"it\'s"', '"it\'s"'),
        ("{a: a, b: c}", "{a,b:c}"),
    ],
)
def test_brackets_are_printed_where_meaning_needs_them(text, printed):
    assert print_expression(parse(text)) == printed
