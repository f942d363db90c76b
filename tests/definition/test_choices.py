"""What may be chosen of a dish, and what it then costs."""

import pytest

from kaipu.definition import Dish, Refused, check_choices, chosen, default_choices, price_of

NOODLES = Dish.model_validate(
    {
        "code": "beef_noodles",
        "category": "signature",
        "name": "红烧牛肉面",
        "price_fen": 2000,
        "options": [
            {
                "code": "size",
                "name": "份量",
                "kind": "one",
                "choices": [
                    {"code": "small", "name": "小"},
                    {"code": "medium", "name": "中", "price_fen": 400},
                    {"code": "large", "name": "大", "price_fen": 800, "sold_out": True},
                ],
            },
            {
                "code": "topping",
                "name": "加料",
                "kind": "many",
                "max": 2,
                "choices": [
                    {"code": "egg", "name": "卤蛋", "price_fen": 250},
                    {"code": "beef", "name": "牛肉", "price_fen": 1200},
                    {"code": "greens", "name": "青菜", "price_fen": 200},
                ],
            },
        ],
    }
)


@pytest.mark.parametrize(
    ("choices", "price_fen"),
    [
        (["size:small"], 2000),
        (["size:medium"], 2400),
        (["topping:egg", "size:medium"], 2650),
        (["size:small", "topping:egg", "topping:beef"], 3450),
    ],
)
def test_the_price_is_the_dish_and_what_was_chosen(choices, price_fen):
    assert price_of(NOODLES, choices) == price_fen


@pytest.mark.parametrize(
    ("choices", "codes"),
    [
        ([], {"choice_needed"}),
        (["topping:egg"], {"choice_needed"}),
        (["size:small", "size:medium"], {"choice_needed"}),
        (["size:small", "size:small"], {"choice_repeated"}),
        (["size:large"], {"choice_sold_out"}),
        (["size:giant"], {"choice_unknown", "choice_needed"}),
        (["size:small", "size"], {"choice_unknown"}),
        (["size:small", "egg:topping"], {"choice_unknown"}),
        (["size:small", "topping:egg", "topping:beef", "topping:greens"], {"choices_too_many"}),
    ],
)
def test_what_is_not_allowed_is_named(choices, codes):
    problems = check_choices(NOODLES, choices)
    assert {one.code for one in problems} == codes
    assert all(one.text("zh") and one.text("en") for one in problems)
    with pytest.raises(Refused):
        price_of(NOODLES, choices)


def test_the_first_choice_is_the_default():
    assert default_choices(NOODLES) == ["size:small"]
    assert check_choices(NOODLES, default_choices(NOODLES)) == []


def test_choices_are_told_in_the_dishs_order():
    found = chosen(NOODLES, ["topping:egg", "size:medium"])
    assert [choice.name for _, choice in found] == ["中", "卤蛋"]
