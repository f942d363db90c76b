"""Styles: read, printed back, and refused where they cannot be."""

from __future__ import annotations

import pytest

from kaipu.compiler.parse.source import LARGEST_FILE_BYTES, SourceText, decode
from kaipu.compiler.parse.style import parse_style
from kaipu.compiler.printing.style import print_style


def problems(text):
    return [f"{p.where.line}:{p.where.column} {p.code}" for p in parse_style(SourceText(text, "s.wxss"))[1]]


def printed(text, *, compact):
    sheet, found = parse_style(SourceText(text, "s.wxss"))
    assert not found
    return print_style(sheet, lambda path: path.replace(".wxss", ".acss"), compact=compact)


def test_a_readable_sheet_is_printed_as_it_was_written():
    text = (
        "/* why */\n.a > .b {\n  width: calc(100% - 2rpx);\n}\n\n@media (min-width: 1px) {\n  .a { color: red; }\n}\n"
    )
    assert printed(text, compact=False) == text


def test_a_compact_sheet_keeps_every_meaning():
    text = """
    /* why */ .a  >  .b , .c .d::after { content : "a  b" ; width: calc( 100% - 2rpx ) ; margin : 0 -4rpx ; }
    @media (min-width: 1px) and (max-width: 9px) { .a:not(.b) { color : red !important } }
    @keyframes x { from { opacity: 0 } 50.5% { opacity: .5 } }
    """
    assert printed(text, compact=True) == (
        '.a>.b,.c .d::after{content:"a  b";width:calc(100% - 2rpx);margin:0 -4rpx}'
        "@media (min-width: 1px) and (max-width: 9px){.a:not(.b){color:red!important}}"
        "@keyframes x{from{opacity:0}50.5%{opacity:.5}}"
    )


def test_imports_take_the_platforms_ending():
    assert printed('@import "./a.wxss";\n.b{}', compact=False).startswith('@import "./a.acss";')


@pytest.mark.parametrize("address", ['"./a.wxss"', "'./a.wxss'", "url(./a.wxss)", 'url("./a.wxss")'])
def test_an_import_is_spelled_in_four_ways(address):
    assert printed(f"@import {address};", compact=True) == '@import "./a.acss";'


@pytest.mark.parametrize(
    "text",
    [
        ".a{--free:{x:y};--none:;--Upper:1px}",
        ".a{width:calc(1px + (2px*3));height:env(safe-area-inset-bottom);color:var(--a,red)}",
        '[data-x="a b"]{top:0}',
        ":host{top:0}.a:not(.b)>.c + .e::before{top:0!important}",
        "@supports (top:0){@media print{.a{top:0}}}",
        "@font-face{font-family:x;src:url(data:font/woff2;base64,AA)}",
    ],
)
def test_nothing_of_these_is_lost(text):
    assert printed(text, compact=True).replace('url("', "url(").replace('")', ")") == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (".a { color: red }\n}", ["2:1 style_syntax"]),
        (".a", ["1:2 style_syntax"]),
        ("@import a b;", ["1:1 style_import"]),
        ("@import 'a.wxss' screen;", ["1:1 style_import"]),
        ("@media print { @import 'a.wxss'; }", ["1:16 style_at_rule"]),
        (".a {\n  color red;\n  top: 0;\n}", ["2:3 style_declaration"]),
        (".a ~ .b { top: 0 }", ["1:4 style_sibling"]),
        (".a { *zoom: 1 }", ["1:6 style_declaration"]),
        (".a { .b { color: red } }", ["1:6 style_nested"]),
        (".a { a:hover { color: red } }", ["1:6 style_nested"]),
        (".a { top: 0; @media print { top: 1rpx } }", ["1:14 style_nested"]),
        ("@media print { .a { color red } }", ["1:21 style_declaration"]),
        ("@keyframes a { from { top 0 } }", ["1:23 style_declaration"]),
        ("@layer a { .b { top: 0 } }", ["1:1 style_at_rule"]),
        ("@container (min-width: 1px) { .b { top: 0 } }", ["1:1 style_at_rule"]),
        ('@charset "utf-8";', ["1:1 style_at_rule"]),
        (".a { top: 0) }", ["1:12 style_syntax"]),
        (".a {\n  top: 0;\n", ["1:4 style_unclosed"]),
        (".a { top: calc(1px }", ["1:15 style_unclosed"]),
        (".a { top: 0 }\n/* no end", ["2:1 style_unclosed"]),
        ("{" * 10_000, ["1:13 style_too_deep"]),
        (".a{" * 10_000, ["1:39 style_too_deep"]),
    ],
)
def test_what_is_refused_and_where(text, found):
    assert problems(text) == found


def test_a_file_that_is_too_large_is_not_read():
    _, found = decode(b"a" * (LARGEST_FILE_BYTES + 1), "s.wxss")
    assert [one.code for one in found] == ["file_too_large"]


def test_a_file_that_is_no_utf8_is_refused_where_it_goes_wrong():
    _, found = decode("好\n好".encode() + b"\xff", "s.wxss")
    assert [(one.code, one.where.line, one.where.column) for one in found] == [("not_utf8", 2, 2)]


def test_a_byte_order_mark_is_no_text():
    assert decode("\ufeffa".encode(), "s.wxss")[0].text == "a"
