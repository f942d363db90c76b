"""Placing an order: what it costs, what it takes, and the plain noes."""

import json
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django_tasks_db.models import DBTaskResult

from kaipu.commerce.catalog.edit_dish import DishChanges, edit_dish
from kaipu.commerce.orders.actions.place_order import TIME_TO_PAY
from kaipu.commerce.orders.kinds.registry import order_kinds
from kaipu.commerce.orders.models import Order, OrderLine, TimelineStep
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.edit_information import ShopChanges, edit_information
from kaipu.definition import Refused

from ..selling import Seller, line


def test_an_order_is_priced_by_the_shop(seller: Seller, shopper: UUID) -> None:
    beef = line("beef_noodles", 2, "size:medium", "topping:egg", "topping:greens")
    order = seller.place(shopper, beef, line("soy_milk"), total_fen=2 * (2000 + 400 + 250 + 200) + 300)
    answer = json.loads(order.answer)
    assert answer["number"] == "A001"
    assert answer["state"] == "unpaid"
    assert answer["total_fen"] == 6000
    assert answer["packing_fee_fen"] == 0
    assert answer["table"] == "6"
    assert answer["lines"][0] == {
        "dish": "beef_noodles",
        "name": "红烧牛肉面",
        "options": "中份 · 卤蛋 · 青菜",
        "quantity": 2,
        "unit_price_fen": 2850,
        "amount_fen": 5700,
        "picture": "picture:beef_noodles.webp",
    }
    assert [step["state"] for step in answer["timeline"]] == ["unpaid"]
    with seller.scope():
        assert OrderLine.objects.count() == 2
        assert TimelineStep.objects.count() == 1


def test_a_pickup_pays_for_its_boxes(seller: Seller, shopper: UUID) -> None:
    order = seller.place(
        shopper,
        line("beef_noodles", 3, "size:small"),
        line("soy_milk", 2),
        kind="pickup",
        table=None,
        total_fen=3 * 2000 + 2 * 300 + 3 * 100,
    )
    assert (order.packing_fee_fen, order.total_fen) == (300, 6900)


def test_numbers_are_short_and_go_up(seller: Seller, shopper: UUID) -> None:
    numbers = [seller.place(shopper, line("soy_milk"), total_fen=300).number for _ in range(3)]
    assert numbers == ["A001", "A002", "A003"]


def test_the_expiry_is_scheduled_with_the_order(seller: Seller, shopper: UUID) -> None:
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    job = DBTaskResult.objects.get()
    assert job.run_after == order.pay_before == order.created_at + TIME_TO_PAY
    assert job.args_kwargs["args"] == [str(seller.shop.id), str(order.pk)]


NOES = [
    ("dish_gone", [line("no_such_dish")], {}),
    ("dish_sold_out", [line("bean_soup")], {}),
    ("choice_gone", [line("beef_noodles", 1, "size:giant")], {}),
    ("price_changed", [line("soy_milk")], {"total_fen": 299}),
    ("nothing_to_pay", [line("noodle_soup")], {"total_fen": 0}),
    ("table_unknown", [line("soy_milk")], {"table": "7"}),
    ("table_unknown", [line("soy_milk")], {"table": None}),
    ("pickup_time_not_wanted", [line("soy_milk")], {"pickup_at": datetime.now(UTC) + timedelta(hours=1)}),
    ("table_not_wanted", [line("soy_milk")], {"kind": "pickup"}),
    (
        "pickup_time_refused",
        [line("soy_milk")],
        {"kind": "pickup", "table": None, "pickup_at": datetime.now(UTC) - timedelta(hours=1)},
    ),
    (
        "pickup_time_refused",
        [line("soy_milk")],
        {"kind": "pickup", "table": None, "pickup_at": datetime.now(UTC) + timedelta(days=3)},
    ),
    ("order_kind_unknown", [line("soy_milk")], {"kind": "delivery"}),
]


@pytest.mark.parametrize(("code", "lines", "wishes"), NOES)
def test_a_no_is_plain_and_leaves_nothing(
    seller: Seller, shopper: UUID, code: str, lines: list[dict[str, object]], wishes: dict[str, object]
) -> None:
    with pytest.raises(Refusal) as refused:
        seller.place(shopper, *lines, **({"total_fen": 300} | wishes))
    assert refused.value.code == code
    with seller.scope():
        assert not Order.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_more_than_a_million_is_no_lunch(seller: Seller, shopper: UUID) -> None:
    with seller.scope():
        edit_dish("eel_noodles", DishChanges(price_fen=100_000_000), datetime.now(UTC).date())
    with pytest.raises(Refusal, match="order_too_large"):
        seller.place(shopper, line("eel_noodles", 2), total_fen=100_000_000)


def test_a_kind_that_the_shop_does_not_offer_is_refused(seller: Seller, shopper: UUID) -> None:
    with seller.scope():
        edit_information(ShopChanges(order_kinds=["pickup"]), order_kinds())
    seller.shop.refresh_from_db()
    with pytest.raises(Refusal, match="order_kind_unknown"):
        seller.place(shopper, line("soy_milk"), total_fen=300)


@pytest.mark.parametrize(
    ("choices", "code"),
    [
        ([], "choice_needed"),
        (["size:small", "size:medium"], "choice_needed"),
        (["size:small", "topping:egg", "topping:greens", "topping:beef"], "choices_too_many"),
        (["size:small", "size:small"], "choice_repeated"),
        (["size:small", "spice:hot"], "choice_unknown"),
    ],
)
def test_choices_that_make_no_dish_are_refused(seller: Seller, shopper: UUID, choices: list[str], code: str) -> None:
    with pytest.raises(Refused) as refused:
        seller.place(shopper, line("beef_noodles", 1, *choices), total_fen=2000)
    assert code in [problem.code for problem in refused.value.diagnostics]


def test_a_changed_price_tells_the_new_total(seller: Seller, shopper: UUID) -> None:
    with pytest.raises(Refusal) as refused:
        seller.place(shopper, line("soy_milk", 2), total_fen=500)
    assert (refused.value.status, refused.value.details) == (409, {"total_fen": 600})


def test_the_same_key_gets_the_same_bytes(seller: Seller, shopper: UUID) -> None:
    first = seller.place(shopper, line("soy_milk"), total_fen=300, key="key-0001")
    seller.pay(first)
    again = seller.place(shopper, line("soy_milk"), total_fen=300, key="key-0001")
    assert (again.pk, again.answer) == (first.pk, first.answer)
    with seller.scope():
        assert Order.objects.count() == 1


def test_a_key_with_another_cart_is_refused(seller: Seller, shopper: UUID) -> None:
    seller.place(shopper, line("soy_milk"), total_fen=300, key="key-0001")
    with pytest.raises(Refusal, match="key_of_another_order") as refused:
        seller.place(shopper, line("soy_milk", 2), total_fen=600, key="key-0001")
    assert refused.value.status == 422


def test_a_key_is_good_for_its_own_shopper_and_shop(seller: Seller, other_seller: Seller, shopper: UUID) -> None:
    places = [(seller, shopper), (seller, seller.shopper()), (other_seller, other_seller.shopper())]
    orders = {who.place(by, line("soy_milk"), total_fen=300, key="key-0001").pk for who, by in places}
    assert len(orders) == 3


def test_a_refused_key_can_be_used_again(seller: Seller, shopper: UUID) -> None:
    key = uuid4().hex
    with pytest.raises(Refusal, match="price_changed"):
        seller.place(shopper, line("soy_milk"), total_fen=299, key=key)
    assert seller.place(shopper, line("soy_milk"), total_fen=300, key=key).total_fen == 300
