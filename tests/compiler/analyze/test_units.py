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
        (("tap() {}", "tap() { cartt.add(); }"), [f"{SCRIPT}:2:129 script_undefined"]),
        (("derive(", "deriv("), [f"{SCRIPT}:2:62 definition_unknown"]),
        (("derive(", "counted("), [f"{SCRIPT}:2:1 definition_draws_nothing"]),
        (("tap() {}", "tap() {}, tap() {}"), [f"{SCRIPT}:2:131 object_key_twice"]),
        (("tap() {}", "get a() { return 1; }, set a(v) {}, tap() {}"), []),
        (("tap() {}", "tap() { require('kaipu/block').addd; }"), [f"{SCRIPT}:2:152 export_missing"]),
        (("{ block }", "{ block, blokc: b }"), [f"{SCRIPT}:1:16 export_missing"]),
        (("block({", "const one = require('kaipu/block');\none.block;\nblock({"), []),
        (
            ("block({", "const one = require('kaipu/block');\none.opn();\nblock({"),
            [f"{SCRIPT}:3:5 export_missing"],
        ),
        (("block({", "const on = require('kaipu/block');\nconst f = (on) => on.a;\nblock({"), []),
        (("require('kaipu/block')", "require('kaipu/words')"), [f"{SCRIPT}:1:1 block_not_made"]),
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
        (".kp-title { color: var(--kp-on-primary); width: calc(2px + var(--w)) }", []),
        (".kp-title { --kp-own: red; color: var(--kp-own) }", []),
        (".kp-title { color: var(--kp-mutde) }", [f"{STYLE}:1:20 style_variable"]),
        (".kp-title { width: calc(1px + var(--kp-wdith)) }", [f"{STYLE}:1:31 style_variable"]),
        (".kp-title { background: url(a.png) }", [f"{STYLE}:1:25 style_local_file"]),
        (".kp-title { background: url('a.png') }", [f"{STYLE}:1:25 style_local_file"]),
        (".kp-title { background: url(data:image/png;base64,AA==) }", []),
    ],
)
def test_a_components_style_selects_its_own_classes(tiny, text, found):
    tiny.write(STYLE, text)
    assert problems(tiny) == found
