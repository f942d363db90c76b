"""Dishes there are only so many of: never more sold than there are, never one lost."""

from collections import Counter
from collections.abc import Callable
from uuid import UUID

import pytest

from kaipu.commerce.orders.actions.cancel_order import cancel_order
from kaipu.commerce.refusal import Refusal

from ..selling import Seller, line, refusal_of


@pytest.mark.django_db(transaction=True)
def test_twenty_buyers_for_the_last_five(seller: Seller, at_the_same_time: Callable[..., list[str]]) -> None:
    seller.offer(fish_noodles=5)
    buyers = [seller.shopper() for _ in range(20)]
    answers = at_the_same_time(20, lambda number: refusal_of(lambda: seller.place_fish(buyers[number])))
    assert Counter(answers) == {"": 5, "dish_sold_out": 15}
    assert seller.counts() == (5, 5, 0)
    seller.check()


@pytest.mark.django_db(transaction=True)
def test_two_dishes_in_either_order_wait_in_no_circle(
    seller: Seller, at_the_same_time: Callable[..., list[str]]
) -> None:
    seller.offer(fish_noodles=1000, eel_noodles=1000)
    buyers = [seller.shopper() for _ in range(16)]
    dishes = [line("fish_noodles"), line("eel_noodles")]

    def buy(number: int) -> str:
        lines = dishes if number % 2 else dishes[::-1]
        return "".join(
            refusal_of(lambda: seller.place(buyers[number], *lines, total_fen=2200 + 3800)) for _ in range(5)
        )

    assert at_the_same_time(16, buy) == [""] * 16
    seller.check()


def test_what_is_short_is_said_with_what_is_left(seller: Seller, shopper: UUID) -> None:
    seller.offer(fish_noodles=3)
    seller.place_fish(shopper, 1)
    with pytest.raises(Refusal, match="dish_short") as refused:
        seller.place_fish(shopper, 3)
    assert refused.value.details == {"dish": "fish_noodles", "remaining": 2}
    assert seller.counts() == (3, 1, 0)


def test_two_lines_of_one_dish_count_together(seller: Seller, shopper: UUID) -> None:
    seller.offer(fish_noodles=3)
    with pytest.raises(Refusal, match="dish_short"):
        seller.place(shopper, line("fish_noodles", 2), line("fish_noodles", 2), total_fen=8800)
    seller.place(shopper, line("fish_noodles", 2), line("fish_noodles"), total_fen=6600)
    assert seller.counts() == (3, 3, 0)


def test_the_second_dish_short_gives_the_first_back(seller: Seller, shopper: UUID) -> None:
    seller.offer(fish_noodles=3, eel_noodles=0)
    with pytest.raises(Refusal, match="dish_sold_out"):
        seller.place(shopper, line("fish_noodles"), line("eel_noodles"), total_fen=6000)
    seller.place_fish(shopper, 3)
    seller.check()


def test_cancelling_lets_others_have_it(seller: Seller, shopper: UUID) -> None:
    seller.offer(fish_noodles=1)
    order = seller.place_fish(shopper)
    with pytest.raises(Refusal, match="dish_sold_out"):
        seller.place_fish(seller.shopper())
    with seller.scope():
        cancel_order(shopper, order.pk)
    seller.place_fish(seller.shopper())
    assert seller.counts() == (1, 1, 0)
    seller.check()


def test_a_paid_one_is_sold(seller: Seller, shopper: UUID) -> None:
    seller.offer(fish_noodles=2)
    seller.pay(seller.place_fish(shopper))
    assert seller.counts() == (2, 0, 1)
    seller.check()
