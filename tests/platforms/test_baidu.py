"""What Baidu alone has: loops and conditions in words of its own, values bound both ways."""

from __future__ import annotations

import pytest

from .unfold import unfolded


@pytest.mark.parametrize(
    "text",
    [
        '<view s-if="{{a}}"/>',
        '<view s-for="{{a}}"/>',
        '<view s-for="list"/>',
        '<view s-for="item,index in list trackBy id"/>',
        '<input value="{= a || b =}"/>',
    ],
)
def test_a_value_that_baidu_would_not_read_is_found(text):
    with pytest.raises(ValueError, match="not read"):
        unfolded(text)


def test_what_must_follow_its_value_is_bound_both_ways(package):
    menu = (package("baidu") / "blocks/order_menu/order_menu.swan").read_text()
    assert 'scroll-into-view="{= into =}"' in menu
    assert 'value="{= text =}"' in (package("baidu") / "pages/search/search.swan").read_text()
