"""Templates: the tree, and what is refused with its line and column."""

from __future__ import annotations

import pytest

from kaipu.compiler.parse.expression import Member, Name, Number
from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.parse.template import DEEPEST, parse_template
from kaipu.compiler.parse.tree import (
    Attribute,
    Branch,
    Element,
    Event,
    For,
    If,
    Import,
    ScriptModule,
    Slot,
    TemplateDefinition,
    TemplateUse,
    Text,
)


def tree(text):
    document, problems = parse_template(SourceText(text, "t.wxml"))
    assert [problem.line("en") for problem in problems] == []
    return document.children


def problems(text):
    return [f"{p.where.line}:{p.where.column} {p.code}" for p in parse_template(SourceText(text, "t.wxml"))[1]]


def test_elements_attributes_events_and_text():
    assert tree(
        '<view class="a {{b}}" data-dish="{{c.d}}" hidden bind:tap="go" catch:input="in"> hi {{x}}\n</view>'
    ) == (
        Element(
            "view",
            (
                Attribute("class", ("a ", Name("b"))),
                Attribute("dish", (Member(Name("c"), "d"),), "data"),
                Attribute("hidden", None),
            ),
            (Event("tap", ("go",)), Event("input", ("in",), "catch")),
            (Text((" hi ", Name("x"))),),
        ),
    )


def test_events_in_all_their_ways():
    (element,) = tree(
        '<view mut-bind:tap="a" capture-bind:tap="b" capture-catch:tap="c" mark:m="1" model:value="{{v}}"/>'
    )
    assert element.events == (
        Event("tap", ("a",), "mut-bind"),
        Event("tap", ("b",), "bind", capture=True),
        Event("tap", ("c",), "catch", capture=True),
    )
    assert [attribute.kind for attribute in element.attributes] == ["mark", "model"]


def test_events_without_a_colon_are_the_same_events():
    assert tree("<view bindtap='a' catchlongpress='b' bindgetphonenumber='c'/>") == tree(
        "<view bind:tap='a' catch:longpress='b' bind:getphonenumber='c'/>"
    )


def test_a_chain_is_one_node():
    assert tree('<a wx:if="{{x}}"/> <!-- between --> <b wx:elif="{{y}}"/><block wx:else>text</block>') == (
        If((Branch((Name("x"),), (Element("a"),)), Branch((Name("y"),), (Element("b"),))), (Text(("text",)),)),
    )


def test_the_loop_is_outside_the_condition():
    (loop,) = tree('<view wx:for="{{list}}" wx:for-item="one" wx:for-index="n" wx:key="id" wx:if="{{one}}"/>')
    assert loop == For((Name("list"),), (If((Branch((Name("one"),), (Element("view"),)),)),), "one", "n", "id")


def test_special_tags():
    assert tree(
        '<import src="a.wxml"/><template name="t"><slot name="s"/></template>'
        '<template is="t" data="{{a: 1, ...b}}"/><wxs module="m">exports.a = 1 < 2;</wxs><slot/>'
    ) == (
        Import("a.wxml"),
        TemplateDefinition("t", (Slot(("s",)),)),
        TemplateUse(("t",), TEMPLATE_DATA),
        ScriptModule("m", None, "exports.a = 1 < 2;"),
        Slot(),
    )


def test_entities_are_the_characters_they_stand_for():
    (view,) = tree('<view title="&quot;&#39;">\n  &nbsp;1 &lt; 2 &amp;amp; &#x4e2d;&#25991; {{"&lt;"}}\n</view>')
    assert view.attributes[0].value == ("\"'",)
    assert view.children == (Text(("\u00a01 < 2 &amp; 中文 &lt;",)),)


def test_white_space_between_tags_is_lay_out():
    assert tree("<view>\n  <text>a</text>\n\n  b c\n</view>") == (
        Element("view", (), (), (Element("text", (), (), (Text(("a",)),)), Text(("b c",)))),
    )


def test_signs_in_expressions_are_no_tags():
    assert tree("<view>{{a < b ? '<' : '}}'}} > c</view>")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<view>", ["1:1 tag_unclosed"]),
        ("<view><text></view>", ["1:7 tag_unclosed"]),
        ("<view>\n  <view>\n    <text>a</text>\n  <view>\n  </view>\n</view>", ["2:3 tag_unclosed"]),
        ("<view>\n  <view>\n    <view>\n      a\n  </view>\n</view>", ["3:5 tag_unclosed"]),
        ("<view>\n  <view>\n  a\n  </view>\n", ["1:1 tag_unclosed"]),
        ("</view>", ["1:1 tag_not_open"]),
        ("a\n  <view a=1/>", ["2:10 tag_malformed"]),
        ('<view a="1" b="2" a="3"/>', ["1:19 attribute_twice"]),
        ("<view capture-bindtap='x'/>", ["1:7 event_spelling"]),
        (
            "<view mut-bindtap='x' bind:='y' catch='z'/>",
            ["1:7 event_spelling", "1:23 event_spelling", "1:33 event_spelling"],
        ),
        ("<view bind:tap='x' bindtap='y'/>", ["1:20 attribute_twice"]),
        ("<view wx:for='{{a}}' wx:for-items='{{b}}'/>", ["1:22 attribute_twice"]),
        ("<view wx:if='{{a}}'/><view wx:else='{{b}}'/>", ["1:28 else_condition"]),
        ("<slot>if nothing is put in</slot>", ["1:1 content_unused"]),
        ("<template is='a'><text>1</text></template>", ["1:1 content_unused"]),
        ("<import src='a.wxml'>1</import>", ["1:1 content_unused"]),
        ("<include src='a.wxml'><view/></include>", ["1:1 content_unused"]),
        ("<wxs module='m' src='./m.wxs'>exports.a = 1;</wxs>", ["1:1 content_unused"]),
        ("<kp-a generic:b='c'/>", ["1:7 prefix_unknown"]),
        ("<view change:a='{{m.b}}'/>", ["1:7 prefix_unknown"]),
        ("<view class:a='{{b}}' @tap='c'/>", ["1:7 prefix_unknown", "1:23 prefix_unknown"]),
        ("<view {{...a}}/>", ["1:7 tag_malformed"]),
        ("<view>{{`a`}}</view>", ["1:9 expression_unexpected"]),
        ("<view>{{a?.b}}</view>", ["1:11 expression_unexpected"]),
        ("<view>{{a ?? b}}</view>", ["1:12 expression_unexpected"]),
        (
            "<view>{{+a}}{{~a}}{{typeof a}}</view>",
            ["1:9 expression_unexpected", "1:15 expression_unexpected", "1:28 expression_unexpected"],
        ),
        (
            "<view>{{a = 1}}{{a ** b}}{{a & b}}{{a, b}}</view>",
            [
                "1:11 expression_unexpected",
                "1:21 expression_unexpected",
                "1:30 expression_unexpected",
                "1:38 expression_unexpected",
            ],
        ),
        (
            "<view>{{1e3}}{{.5}}{{0x1f}}</view>",
            ["1:9 expression_unexpected", "1:16 expression_unexpected", "1:22 expression_unexpected"],
        ),
        ("<view>{{'a\\'b'}}</view>", ["1:9 expression_string"]),
        ("<view>{{() => a}}</view>", ["1:10 expression_unexpected"]),
        ("<view>{{}}</view>", ["1:9 expression_unexpected"]),
        ("<view worklet:x='x'/>", ["1:7 prefix_unknown"]),
        ("<view wx:iff='{{a}}'/>", ["1:7 directive_unknown"]),
        ("<view wx:else/>", ["1:1 else_alone"]),
        ("<a wx:if='{{x}}'/><b/><c wx:else/>", ["1:23 else_alone"]),
        ("<a wx:if='{{x}}' wx:for='{{y}}'/><c wx:else/>", ["1:34 else_alone"]),
        ("<a wx:if='{{x}}'/><c wx:else wx:for='{{y}}'/>", ["1:19 else_alone"]),
        ("<a wx:if='{{x}}' wx:elif='{{y}}'/>", ["1:18 branching_twice"]),
        ("<a wx:if/>", ["1:4 directive_empty"]),
        ("<a wx:key='id'/>", ["1:4 for_part_alone"]),
        ("<a wx:for='{{x}}' wx:for-item='a b'/>", ["1:19 name_needed"]),
        ("<block class='a'>x</block>", ["1:8 block_attribute"]),
        ("<view>{{a +}}</view>", ["1:12 expression_unexpected"]),
        ("<view>{{a</view>", ["1:11 expression_unexpected"]),
        ("<view a='{{b}'/>", ["1:14 expression_unfinished"]),
        ("<view>a &le; b &#0; &#xD800;</view>", ["1:9 entity", "1:16 entity", "1:21 entity"]),
        ("<template is='a' data='{{ {a: 1} }}'/>", ["1:27 expression_unexpected"]),
        ("<import/>", ["1:1 attribute_needed"]),
        ("<import src='{{a}}'/>", ["1:1 attribute_needed"]),
        ("<slot size='1'/>", ["1:7 attribute_unknown"]),
        ("<!-- no end", ["1:1 comment_unclosed"]),
        ("< view/>", ["1:1 tag_malformed"]),
    ],
)
def test_what_is_refused_and_where(text, found):
    assert sorted(problems(text)) == sorted(found)


def test_everything_wrong_is_told_at_once():
    assert len(problems("<view a='{{+}}' bind:='x'>{{!}}<text>\n")) == 5


@pytest.mark.parametrize("depth", [DEEPEST + 1, 20_000])
def test_depth_is_refused_once(depth):
    assert problems("<a>" * depth + "</a>" * depth) == [f"1:{DEEPEST * 3 + 1} template_too_deep"]


@pytest.mark.parametrize("text", ["<a " * 50_000, "{{" * 50_000, "<a b='" * 50_000, "</" * 50_000, "<a>" * 50_000])
def test_large_nonsense_is_answered(text):
    assert problems(text)


TEMPLATE_DATA = tree('<template is="t" data="{{a: 1, ...b}}"/>')[0].data


def test_template_data_is_an_object():
    assert [type(entry).__name__ for entry in TEMPLATE_DATA.entries] == ["Property", "Spread"]
    assert TEMPLATE_DATA.entries[0].value == Number("1")
