"""Whether a unit's files fit each other: one broken thing at a time, in the tiny shop's one block."""

from __future__ import annotations

import pytest

from kaipu.compiler.analyze.check import check_unit

SCRIPT = "blocks/title/script.js"
VIEW = "blocks/title/view.wxml"
STYLE = "blocks/title/style.wxss"
TAP = 'role="button" bind:tap="tap"'


def problems(tiny):
    library = tiny.library()
    found = check_unit(library.block("title"), library)
    assert not library.problems
    return [f"{p.where} {p.code}" for p in found]


def test_the_tiny_block_is_fine(tiny):
    assert problems(tiny) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<view>{{nothing}}</view>", [f"{VIEW}:1:9 name_unknown"]),
        ("<view>{{view.text + view.size}}</view>", [f"{VIEW}:1:25 view_missing"]),
        ("<view>{{words.less}}</view>", [f"{VIEW}:1:14 word_missing"]),
        ('<view role="button" bind:tap="tip">a</view>', [f"{VIEW}:1:21 handler_missing"]),
        ('<view bind:tap="tap">a</view>', [f"{VIEW}:1:1 tap_without_role"]),
        (f"<view {TAP}/>", [f"{VIEW}:1:1 tap_without_name"]),
        (f'<view {TAP} aria-label="{{{{words.more}}}}"/>', []),
        ('<button bind:tap="tap">a</button>', []),
        ("<div>a</div>", [f"{VIEW}:1:1 tag_not_allowed"]),
        ("<kaipu-nodes/>", [f"{VIEW}:1:1 tag_not_allowed"]),
        (
            '<view wx:for="{{view.text}}" wx:for-item="one">{{one}} {{index}} {{item}}</view>',
            [f"{VIEW}:1:68 name_unknown"],
        ),
        ('<view wx:for="{{view.text}}" wx:for-item="view">{{view.anything}}</view>', []),
        (
            '<view wx:if="{{a}}" data-x="{{b}}">{{c}}</view>',
            [f"{VIEW}:1:16 name_unknown", f"{VIEW}:1:31 name_unknown", f"{VIEW}:1:38 name_unknown"],
        ),
    ],
)
def test_a_template_is_held_against_its_script(tiny, text, found):
    tiny.write(VIEW, text)
    assert problems(tiny) == found


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        (("methods: { tap() {} }", "methods: {}"), [f"{VIEW}:1:38 handler_missing"]),
        (("en: { more: 'More' }", "en: {}"), [f"{SCRIPT}:2:30 word_untranslated"]),
        (("return { text: props.text };", "return Object.assign({}, props);"), []),
        (("return { text: props.text };", "if (!props) return {}; return { text: 1 };"), []),
        (("{ text: props.text }", "{ txt: props.text }"), [f"{VIEW}:1:59 view_missing"]),
        (
            ("require('kaipu/block');", "require('kaipu/block'); require('kaipu/platform');"),
            [f"{SCRIPT}:1:51 require_platform"],
        ),
        (("tap() {}", "tap() { window.open(); }"), [f"{SCRIPT}:2:129 script_global"]),
        (("tap() {}", "tap() { const window = 0; return window; }"), []),
        (("tap() {}", "tap() { setTimeout(() => Math.max(1), 2); }"), []),
    ],
)
def test_a_script_is_held_against_the_house(tiny, changed, found):
    text = (tiny.folder / SCRIPT).read_text()
    tiny.write(SCRIPT, text.replace(*changed))
    assert problems(tiny) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (".kp-title__a:first-child::before, .kp-title--b.kp-title { color: red }", []),
        ("@media (min-width: 1px) { .kp-title { color: red } }", []),
        ("@keyframes kp-title-in { from { opacity: 0 } }", []),
        ("view { color: red }", [f"{STYLE}:1:1 selector_not_class"]),
        (".kp-title > text { color: red }", [f"{STYLE}:1:13 selector_not_class"]),
        ("#a { color: red }", [f"{STYLE}:1:1 selector_not_class"]),
        ("\n.kp-title [role] { color: red }", [f"{STYLE}:2:11 selector_not_class"]),
        ("* { color: red }", [f"{STYLE}:1:1 selector_not_class"]),
        (".kp-titles { color: red }", [f"{STYLE}:1:2 selector_prefix"]),
        ("@media (min-width: 1px) { .other { color: red } }", [f"{STYLE}:1:28 selector_prefix"]),
        (".kp-title:not(.kp-title--on):nth-child(2n) { color: red }", []),
    ],
)
def test_a_components_style_selects_its_own_classes(tiny, text, found):
    tiny.write(STYLE, text)
    assert problems(tiny) == found
