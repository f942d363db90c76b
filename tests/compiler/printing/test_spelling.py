"""How a template is spelled in a dialect that says loops in one value, needs no braces where nothing else can stand,
and has another sign for what is bound both ways. No platform's own: those texts are in the platforms' cases.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaipu.compiler.dialect import Dialect, Directives, TagRule
from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.parse.template import parse_template
from kaipu.compiler.printing.template import print_template

DIALECT = Dialect(
    directives=Directives(
        when="t-if",
        otherwise_when="t-elif",
        otherwise="t-else",
        each="t-for",
        bare=True,
        loop="{item},{index} in {items}",
        tracked=" by {key}",
    ),
    tags={
        "view": TagRule("docs", frozenset(), frozenset()),
        "input": TagRule("docs", frozenset({"value", "placeholder"}), frozenset(), both_ways=frozenset({"value"})),
    },
    everywhere=frozenset({"class"}),
    drop={"aria-*": "nobody reads it", "role": "nobody reads it"},
    both_ways=("{= ", " =}"),
    data=("{{{", "}}}"),
)


def said(text: str, dialect: Dialect = DIALECT) -> str:
    document, problems = parse_template(SourceText(text, "t.wxml"))
    assert not problems
    printed, missing = print_template(document, dialect, {"kp-own": "own"}, compact=True)
    return "".join(f"{problem.line('en')}\n" for problem in missing) or printed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<view wx:for="{{list}}"/>', '<view t-for="item,index in list"/>'),
        ('<view wx:for="{{a.b}}" wx:key="code"/>', '<view t-for="item,index in a.b by item.code"/>'),
        (
            '<view wx:for="{{list}}" wx:for-item="dish" wx:for-index="n" wx:key="*this"/>',
            '<view t-for="dish,n in list by dish"/>',
        ),
        ("""<view wx:for="{{a ? b : ['x']}}"/>""", """<view t-for="item,index in (a?b:['x'])"/>"""),
        ('<view wx:if="{{a > 1}}"/><view wx:elif="{{!b}}"/>', '<view t-if="a>1"/><view t-elif="!b"/>'),
        ('<view wx:if="{{a}}{{b}}"/>', """<view t-if="''+a+b"/>"""),
        ('<view wx:if="yes {{a ? b : c}}"/>', """<view t-if="'yes '+(a?b:c)"/>"""),
        ('<view wx:if="yes"/>', """<view t-if="'yes'"/>"""),
        ("""<view wx:if="{{a == 'x'}}"/>""", """<view t-if="a=='x'"/>"""),
    ],
)
def test_what_steers_drawing_needs_no_braces(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize("items", ["abc", "{{3}}", "{{'abc'}}"])
def test_a_loop_over_neither_list_nor_object_can_be_refused(items):
    strict = replace(DIALECT, unsupported={"loop_over_text": "only lists have items"})
    assert said(f'<view wx:for="{items}"/>', strict).endswith("only lists have items Write it another way.\n")
    assert said('<view wx:for="{{[1]}}"/>', strict) == '<view t-for="item,index in [1]"/>'


def test_a_handler_that_data_names_can_be_refused():
    strict = replace(DIALECT, unsupported={"handler_by_data": "only names are called"})
    assert "“{{}} (tap)”: only names are called" in said('<view bind:tap="{{a}}"/>', strict)
    assert said('<view bind:tap="a"/>', strict) == '<view bind:tap="a"/>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<input value="{{text}}"/>', '<input value="{= text =}"/>'),
        ('<input value="{{a.b[c]}}"/>', '<input value="{= a.b[c] =}"/>'),
        ('<input model:value="{{text}}"/>', '<input value="{= text =}"/>'),
        ('<input value="{{a || b}}"/>', '<input value="{{a||b}}"/>'),
        ('<input value="1 {{text}}"/>', '<input value="1 {{text}}"/>'),
        ('<input value="here"/>', '<input value="here"/>'),
        ('<input placeholder="{{text}}"/>', '<input placeholder="{{text}}"/>'),
        ('<kp-own value="{{text}}"/>', '<kp-own value="{{text}}"/>'),
    ],
)
def test_only_a_place_is_bound_both_ways(text, expected):
    assert said(text) == expected


def test_without_a_sign_for_it_a_model_keeps_its_prefix():
    assert said('<input model:value="{{text}}"/>', Dialect()) == '<input model:value="{{text}}"/>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<template is="a" data="{{b: 1, ...c}}"/>', '<template is="a" data="{{{b:1,...c}}}"/>'),
        ('<template is="a" data="{{b: {c: 1}}}"/>', '<template is="a" data="{{{b:{c:1} }}}"/>'),
    ],
)
def test_data_stands_in_the_dialects_own_braces(text, expected):
    assert said(text) == expected


def test_what_is_left_out_everywhere_is_left_to_a_component_of_ones_own():
    assert said('<view class="a" role="button" aria-label="b"/>') == '<view class="a"/>'
    assert said('<kp-own role="button" aria-label="b"/>') == '<kp-own role="button" aria-label="b"/>'
    assert "hover" in said('<view hover="x"/>')
