"""Every line of the shop's own price list, as the owner wrote it, against what the trade sells. Amounts are in fen."""

from pathlib import Path

import pytest

from kaipu.definition import Dish, default_choices, price_of
from kaipu.trades import load_trade

TRADE = load_trade("noodle_shop")
LINES = [line.strip() for line in (Path(__file__).parent / "price_list.txt").read_text("utf-8").splitlines()]

# line -> (code, category, {choices: price of one}); "" stands for what one gets without choosing.
SOLD: dict[str, tuple[str, str, dict[str, int]]] = {
    "红烧牛肉面  大28 中24 小20   （微辣/中辣/特辣/不辣，加面+3，可做干拌）": (
        "beef_noodles",
        "招牌面",
        {
            "size:small": 2000,
            "size:medium": 2400,
            "size:large": 2800,
            "spice:mild": 2000,
            "spice:medium": 2000,
            "spice:hot": 2000,
            "spice:none": 2000,
            "topping:extra_noodles": 2300,
            "style:soup": 2000,
            "style:dry": 2000,
        },
    ),
    "番茄牛腩面 26/22": ("tomato_brisket_noodles", "招牌面", {"size:large": 2600, "size:small": 2200}),
    "老坛酸菜肉丝面  18": ("pickled_cabbage_noodles", "招牌面", {"": 1800}),
    "爆鱼面 22  （每天限30份）": ("fried_fish_noodles", "招牌面", {"": 2200}),
    "片儿川  19   杭州老味道": ("pianerchuan", "招牌面", {"": 1900}),
    "腰花面 26  现炒 等10分钟": ("kidney_noodles", "招牌面", {"": 2600}),
    "虾爆鳝面 38": ("eel_shrimp_noodles", "招牌面", {"": 3800}),
    "大排面   20": ("pork_chop_noodles", "招牌面", {"": 2000}),
    "葱油拌面  12  加煎蛋+2": ("scallion_oil_noodles", "招牌面", {"": 1200, "topping:fried_egg": 1400}),
    "阳春面 8元": ("plain_noodles", "招牌面", {"": 800}),
    "雪菜笋丝面 15": ("bamboo_noodles", "招牌面", {"": 1500}),
    "三鲜面 21": ("three_delicacies_noodles", "招牌面", {"": 2100}),
    "素鸡面 13": ("vegetarian_chicken_noodles", "招牌面", {"": 1300}),
    "鲜肉小馄饨 10 (大碗14)": ("small_wontons", "馄饨饺子", {"": 1000, "size:large": 1400}),
    "荠菜大馄饨 16/12只": ("shepherds_purse_wontons", "馄饨饺子", {"": 1600}),
    "虾仁馄饨 22": ("shrimp_wontons", "馄饨饺子", {"": 2200}),
    "白菜猪肉水饺 15/12只  冷冻生饺 28/500g": ("pork_dumplings", "馄饨饺子", {"": 1500}),
    "韭菜鸡蛋饺 14": ("leek_egg_dumplings", "馄饨饺子", {"": 1400}),
    "卤蛋 2.5": ("braised_egg", "浇头加料", {"": 250}),
    "煎蛋 2": ("fried_egg", "浇头加料", {"": 200}),
    "素鸡 3": ("vegetarian_chicken", "浇头加料", {"": 300}),
    "大排 10": ("pork_chop", "浇头加料", {"": 1000}),
    "牛肉 12": ("beef", "浇头加料", {"": 1200}),
    "爆鱼 9": ("fried_fish", "浇头加料", {"": 900}),
    "青菜 2": ("greens", "浇头加料", {"": 200}),
    "加面 3（免费续汤）": ("extra_noodles", "浇头加料", {"": 300}),
    "拍黄瓜 8": ("smashed_cucumber", "小菜", {"": 800}),
    "凉拌木耳 9": ("wood_ear", "小菜", {"": 900}),
    "糖醋萝卜 5": ("sweet_sour_radish", "小菜", {"": 500}),
    "卤牛肉 38/份 半份20": ("braised_beef", "小菜", {"portion:whole": 3800, "portion:half": 2000}),
    "卤鸭头 7/只": ("duck_head", "小菜", {"": 700}),
    "海带丝 6": ("seaweed", "小菜", {"": 600}),
    "花生米 8": ("peanuts", "小菜", {"": 800}),
    "豆浆 热/冰 3": ("soy_milk", "饮料", {"temperature:hot": 300, "temperature:iced": 300}),
    "酸梅汤 5   1升装 12": ("plum_drink", "饮料", {"size:cup": 500, "size:litre": 1200}),
    "可乐 3.5   雪碧 3.5": ("cola", "饮料", {"": 350}),
    "王老吉 5": ("wanglaoji", "饮料", {"": 500}),
    "西湖啤酒 6   冰的": ("beer", "饮料", {"temperature:iced": 600, "temperature:room": 600}),
    "绿豆汤（夏天才有） 4": ("mung_bean_soup", "饮料", {"": 400}),
    "一人食：红烧牛肉面(小)+卤蛋+豆浆 = 23": ("set_for_one", "套餐", {"": 2300}),
    "双人：牛肉面中×2 + 拍黄瓜 + 酸梅汤×2   58（原价66）": ("set_for_two", "套餐", {"": 5800}),
}
# The two lines that sell a second thing.
ALSO_SOLD = {"frozen_dumplings": ("馄饨饺子", 2800), "sprite": ("饮料", 350)}
TOPPINGS = {
    "braised_egg": 250,
    "fried_egg": 200,
    "vegetarian_chicken": 300,
    "pork_chop": 1000,
    "beef": 1200,
    "fried_fish": 900,
    "greens": 200,
    "extra_noodles": 300,
}


def dish(code: str) -> Dish:
    found = TRADE.catalog.dish(code)
    assert found, f"{code} is not sold"
    return found


def category_name(code: str) -> str:
    return next(category.name for category in TRADE.catalog.categories if category.code == dish(code).category)


def price_with(code: str, choice: str) -> int:
    """The price of one with this choice and, where one must be made, the first of all others."""
    option = choice.split(":")[0]
    others = [other for other in default_choices(dish(code)) if other.split(":")[0] != option]
    return price_of(dish(code), [*others, *([choice] if choice else [])])


def test_every_line_of_the_list_is_here_and_nothing_else():
    start = LINES.index("【招牌面】")
    end = next(number for number, line in enumerate(LINES) if line.startswith("*打包盒"))
    goods = [line for line in LINES[start:end] if line and not line.startswith("【")]
    assert goods == list(SOLD)
    assert {code for code, _, _ in SOLD.values()} | set(ALSO_SOLD) == {dish.code for dish in TRADE.catalog.dishes}


@pytest.mark.parametrize("line", SOLD)
def test_a_line_is_sold_as_written(line: str):
    code, category, prices = SOLD[line]
    assert category_name(code) == category
    assert {choice: price_with(code, choice) for choice in prices} == prices
    assert line.split("：")[0][:2] in dish(code).name or dish(code).name.startswith(line[:2])


@pytest.mark.parametrize("code", ALSO_SOLD)
def test_the_second_thing_on_a_line_is_sold_too(code: str):
    assert (category_name(code), dish(code).price_fen) == ALSO_SOLD[code]
    assert any(dish(code).name in line for line in SOLD)


def test_every_noodle_dish_takes_every_topping_at_its_price():
    signature = [dish for dish in TRADE.catalog.dishes if dish.category == "signature"]
    assert len(signature) == 13
    for noodles in signature:
        extra = {code: price_with(noodles.code, f"topping:{code}") - noodles.price_fen for code in TOPPINGS}
        assert extra == TOPPINGS, noodles.code
    assert {code: dish(code).price_fen for code in TOPPINGS} == TOPPINGS


def test_a_large_hot_beef_noodles_with_everything_adds_up():
    choices = ["size:large", "spice:hot", "style:dry", *(f"topping:{code}" for code in TOPPINGS)]
    assert price_of(dish("beef_noodles"), choices) == 2800 + sum(TOPPINGS.values())


def test_remarks_of_the_list_are_kept():
    assert TRADE.daily_limits == {"fried_fish_noodles": 30}
    assert "10分钟" in dish("kidney_noodles").description
    assert "现炒" in dish("kidney_noodles").tags
    assert "杭州老味道" in dish("pianerchuan").description
    assert "免费续汤" in dish("extra_noodles").description
    assert "12只" in dish("shepherds_purse_wontons").description
    assert "12只" in dish("pork_dumplings").description
    assert dish("frozen_dumplings").unit == "500克"
    assert dish("duck_head").unit == "只"
    assert dish("set_for_two").was_fen == 6600
    assert dish("mung_bean_soup").sold_out
    assert "夏天才有" in dish("mung_bean_soup").description
    assert [dish.code for dish in TRADE.catalog.dishes if dish.sold_out] == ["mung_bean_soup"]


def test_the_meals_hold_what_the_list_says():
    assert price_with("beef_noodles", "size:medium") * 2 + 800 + 500 * 2 == dish("set_for_two").was_fen
    spices = [option.code for option in dish("set_for_two").options if "spice" in option.code]
    assert spices == ["first_spice", "second_spice"]
    assert [option.code for option in dish("set_for_one").options] == ["spice", "style", "temperature"]


def test_what_the_head_of_the_list_says_of_the_shop():
    shop = TRADE.shop
    head = LINES[0]
    assert shop.name in head
    assert shop.branch in head
    assert shop.address in head
    assert shop.phones == ["0571-86002218", "13800571218"]
    assert [(h.days, h.opens, h.closes) for h in shop.hours] == [
        ([1, 2, 3, 4, 5, 6, 7], "06:30", "14:00"),
        ([2, 3, 4, 5, 6, 7], "16:30", "20:30"),
    ]
    assert shop.tables == [str(number) for number in range(1, 13)]
    assert shop.table_notes == {"6": "大桌8人"}


def test_what_the_foot_of_the_list_says_of_the_shop():
    assert TRADE.shop.packing_fee_fen == 100
    assert "酒水不参加满减" in TRADE.shop.notices
    assert "过敏请告知：花生、芝麻" in TRADE.shop.notices


def test_boxes_for_taking_away():
    boxes = {dish.code: dish.box_count for dish in TRADE.catalog.dishes}
    assert boxes["beef_noodles"] == 1
    assert boxes["set_for_two"] == 3
    assert not [c for c, n in boxes.items() if n and dish(c).category in ("toppings", "drinks")]
