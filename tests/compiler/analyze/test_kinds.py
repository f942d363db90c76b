"""Kinds of values: what cannot be gone through, shown or asked for a member; and silence where a kind is not plain."""

from __future__ import annotations

import pytest

from kaipu.compiler.analyze.check import check_unit

SCRIPT = """const { block } = require('kaipu/block');
block({
  words: { zh: {}, en: {} },
  derive(props, shop) {
    if (!props.on) return { rows: [], either: 'a', text: '' };
    return {
      rows: shop.dishes.filter((dish) => dish.sold), text: 'a' + props.text, on: !props.off, many: 3 * props.count,
      card: { name: 'x' }, go: () => 1, either: 1, price: props.price.toFixed(2), any: props.any || '',
    };
  },
});
"""


@pytest.fixture
def found(tiny):
    def problems(template: str) -> list[str]:
        tiny.write("blocks/title/view.wxml", template)
        tiny.write("blocks/title/script.js", SCRIPT)
        library = tiny.library()
        unit = library.block("title")
        return [f"{p.where.column} {p.code}" for p in (*library.problems, *check_unit(unit, library))]

    return problems


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ('<view wx:if="view.on"/>', "1 braces_missing"),
        ('<view wx:if="{{view.on}}"/><view wx:elif="true"/>', "28 braces_missing"),
        ('<view wx:for="view.rows"/>', "1 braces_missing"),
        ('<view wx:for="{{view.on}}"/>', "21 loop_kind"),
        ('<view wx:for="{{view.many > 2}}"/>', "27 loop_kind"),
        ('<view wx:for="{{view.go}}"/>', "21 loop_kind"),
        ('<view hidden="false"/>', "7 text_is_true"),
        ("<view>{{view.card}}</view>", "13 shown_kind"),
        ("<view>{{view.on ? view.card : {a: 1}}}</view>", "17 shown_kind"),
        ("<view>{{view.text.name}}</view>", "18 member_kind"),
        ("<view>{{view.rows.first}}</view>", "18 member_kind"),
        ("<view>{{view.price.length.more}}</view>", "26 member_kind"),
    ],
)
def test_a_kind_that_does_not_fit(found, template, told):
    assert found(template) == [told]


@pytest.mark.parametrize(
    "template",
    [
        '<view wx:for="{{view.rows}}" wx:key="id">{{item.name.more}}{{view.rows.length}}{{view.rows[0].name}}</view>',
        '<view wx:for="{{view.card}}" wx:key="id">{{view.card.name.length}}</view>',
        "<view>{{view.text}}{{view.price.length}}{{view.many}}{{view.on}}{{view.either.name}}{{view.any.name}}</view>",
        '<view wx:for="{{view.rows}}" wx:for-item="view" wx:key="id">{{view.card}}{{view.text.name}}</view>',
        '<view hidden="{{false}}" aria-hidden="false" data-open="false">{{view.any}}</view>',
        '<view wx:if="{{view.go}}">{{props.card}}{{props.text.name}}</view>',
    ],
)
def test_nothing_is_said_where_it_fits_or_is_not_plain(found, template):
    assert found(template) == []
