"""Scripts: what is required from where, and what no platform can run."""

from __future__ import annotations

import pytest

from kaipu.compiler.parse.script import parse_script
from kaipu.compiler.parse.source import SourceText


def problems(text):
    return [f"{p.where.line}:{p.where.column} {p.code}" for p in parse_script(SourceText(text, "s.js"))[1]]


def test_requires_stand_where_their_literals_do():
    text = "// 面\nconst a = require('kaipu/cart'), { b } = require(\"./b\");"
    script, found = parse_script(SourceText(text, "s.js"))
    assert not found
    assert [(one.path, text[one.at]) for one in script.requires] == [("kaipu/cart", "'"), ("./b", '"')]
    assert script.raw[script.requires[0].start : script.requires[0].end] == b"'kaipu/cart'"


def test_what_is_found_is_in_the_texts_order():
    text = "".join(f"require('./{number}'); name{number};\n" for number in range(40))
    script = parse_script(SourceText(text, "s.js"))[0]
    assert [one.path for one in script.requires] == [f"./{number}" for number in range(40)]
    assert [name for name, _ in script.globals] == ["require", *(f"name{number}" for number in range(40))]


def test_only_names_from_nowhere_are_globals():
    text = """
    const { a, b: [c], ...d } = x;
    function e(f, { g } = h) { try { i(); } catch (j) { j; } for (const k of l) k; }
    a.m; ({ n: 1, o })
    """
    script, found = parse_script(SourceText(text, "s.js"))
    assert not found
    assert {name for name, _ in script.globals} == {"x", "h", "i", "l", "o"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("const a = ;\n", ["1:9 script_syntax"]),
        ("eval('1')", ["1:1 script_evaluates"]),
        ("面();\nnew Function('x')", ["2:5 script_evaluates"]),
        ("Function('x')", ["1:1 script_evaluates"]),
        ("a?.b", ["1:2 script_too_new"]),
        ("a ?? b", ["1:3 script_too_new"]),
        ("import a from 'a'", ["1:1 script_too_new"]),
        ("export const a = 1", ["1:1 script_too_new"]),
        ("class A { #b = 1 }", ["1:11 script_too_new", "1:11 script_too_new"]),
        ("class A { static { a() } }", ["1:11 script_too_new"]),
        ("try { a() } catch { b() }", ["1:13 script_too_new"]),
        ("const a = 10n, b = 1_000, c = 0x1f;", ["1:11 script_too_new", "1:20 script_too_new"]),
        ("/(?<!a)b/.test(c)", ["1:2 script_too_new"]),
        ("a(import.meta)", ["1:3 script_too_new"]),
        ("await a", ["1:1 script_too_new"]),
        ("const a = <view/>", ["1:11 script_too_new"]),
        ("with (a) b()", ["1:1 script_form"]),
        ("@a class B {}", ["1:1 script_form"]),
        ("<!-- a", ["1:1 script_form"]),
        ("#!/usr/bin/node\n", ["1:1 script_form"]),
        ("const r = require;\nr('./a')", ["1:11 require_not_literal"]),
        ("require.async('./a')", ["1:1 require_not_literal"]),
        ("require(`./a`)", ["1:1 require_not_literal"]),
        ("require(a)", ["1:1 require_not_literal"]),
        ("require('a' + 'b')", ["1:1 require_not_literal"]),
    ],
)
def test_what_is_refused_and_where(text, found):
    assert problems(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "if (a) require('./b')",
        "a(require('./b').c, require('./b'))",
        "const f = () => require('./b');",
        "module.exports = { ...require('./b') };",
        "function f() { return async () => { for await (const a of require('./b')) a(); }; }",
        "class A extends require('./b').B { async *c() { await d ** 2; } get e() { return new.target; } }",
    ],
)
def test_a_require_is_found_wherever_it_stands(text):
    script, found = parse_script(SourceText(text, "s.js"))
    assert not found
    assert {one.path for one in script.requires} == {"./b"}


@pytest.mark.parametrize("text", ["(" * 100_000, "[" * 200_000 + "]" * 200_000, "a" + ".b" * 100_000])
def test_depth_is_no_danger(text):
    parse_script(SourceText(text, "s.js"))
