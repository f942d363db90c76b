"""The shapes of catalogue and shop information: what is well-formed, and what is refused where."""

import copy

import pytest

from kaipu.definition import Refused, parse_catalog, parse_shop_information

CATALOG = {
    "revision": "",
    "currency": "CNY",
    "categories": [{"code": "signature", "name": "招牌面"}],
    "dishes": [
        {
            "code": "beef_noodles",
            "category": "signature",
            "name": "红烧牛肉面",
            "price_fen": 2000,
            "options": [{"code": "size", "name": "份量", "kind": "one", "choices": [{"code": "small", "name": "小"}]}],
        }
    ],
}
SHOP = {
    "name": "老王面馆",
    "branch": "人民路店",
    "phones": ["0571-86002218", "13800571218"],
    "latitude": 30,
    "hours": [{"days": [1, 2], "opens": "06:30", "closes": "14:00"}],
    "table_notes": {"6": "大桌8人"},
}


def change(value, path, new):
    value = copy.deepcopy(value)
    *way, last = path[1:].split("/")
    part = value
    for name in way:
        part = part[int(name)] if isinstance(part, list) else part[name]
    if isinstance(part, list):
        part.append(new)
    else:
        part[last] = new
    return value


def test_what_is_well_formed_is_read():
    catalog = parse_catalog(CATALOG)
    assert catalog.dish("beef_noodles").options[0].choices[0].price_fen == 0
    assert catalog.dish("nothing") is None
    assert parse_shop_information(SHOP).zone.key == "Asia/Shanghai"


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("/dishes/-", CATALOG["dishes"][0], ("repeated_code", "")),
        ("/dishes/-", {**CATALOG["dishes"][0], "code": "x", "category": "y"}, ("unknown_category", "")),
        ("/dishes/0/price_fen", 20.5, ("expected_integer", "/dishes/0/price_fen")),
        ("/dishes/0/price_fen", -1, ("too_small", "/dishes/0/price_fen")),
        ("/dishes/0/code", "Beef", ("wrong_form", "/dishes/0/code")),
        ("/dishes/0/options/0/kind", "two", ("not_one_of", "/dishes/0/options/0/kind")),
        ("/dishes/0/options/0/choices", [], ("too_short", "/dishes/0/options/0/choices")),
        ("/dishes/0/options/-", CATALOG["dishes"][0]["options"][0], ("repeated_code", "/dishes/0")),
        ("/currency", "EUR", ("not_one_of", "/currency")),
    ],
)
def test_a_wrong_catalogue_is_named_at_its_place(path, value, expected):
    with pytest.raises(Refused) as refused:
        parse_catalog(change(CATALOG, path, value))
    assert [(one.code, one.where) for one in refused.value.diagnostics] == [expected]
    assert refused.value.diagnostics[0].text("en")


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("/timezone", "Mars/Olympus", ("unknown_timezone", "/timezone")),
        ("/timezone", "../../etc/passwd", ("unknown_timezone", "/timezone")),
        ("/phones/-", "tel:1", ("wrong_form", "/phones/2")),
        ("/latitude", 91.0, ("too_great", "/latitude")),
        ("/hours/0/opens", "25:00", ("wrong_form", "/hours/0/opens")),
        ("/hours/0/days", [0], ("too_small", "/hours/0/days/0")),
        ("/opening", "maybe", ("not_one_of", "/opening")),
        ("/more", 1, ("field_unknown", "/more")),
    ],
)
def test_wrong_shop_information_is_named_at_its_place(path, value, expected):
    with pytest.raises(Refused) as refused:
        parse_shop_information(change(SHOP, path, value))
    assert [(one.code, one.where) for one in refused.value.diagnostics] == [expected]
