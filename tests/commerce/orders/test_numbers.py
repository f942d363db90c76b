"""Numbers to call out: none twice on a day, and A's as long as nobody is in a hurry."""

from collections.abc import Callable
from datetime import date

import pytest

from kaipu.commerce.orders.models import NumberLane
from kaipu.commerce.orders.numbers import LANES, next_number

from ..selling import Seller

DAY, NEXT_DAY = date(2026, 3, 1), date(2026, 3, 2)


def take(seller: Seller, day: date = DAY) -> str:
    with seller.scope():
        return next_number(day)


def test_one_after_the_other_and_anew_each_day(seller: Seller, other_seller: Seller) -> None:
    assert [take(seller) for _ in range(3)] == ["A001", "A002", "A003"]
    assert take(seller, NEXT_DAY) == "A001"
    assert take(other_seller) == "A001"


def test_after_999_they_grow_longer(seller: Seller) -> None:
    take(seller)
    with seller.scope():
        NumberLane.objects.update(last=999)
    assert take(seller) == "A1000"


@pytest.mark.django_db(transaction=True)
def test_none_twice_when_many_come_at_once(seller: Seller, at_the_same_time: Callable[..., list[list[str]]]) -> None:
    taken = at_the_same_time(16, lambda _: [take(seller) for _ in range(10)])
    numbers = [number for each in taken for number in each]
    assert len(set(numbers)) == 160
    assert {number[0] for number in numbers} <= set(LANES)


@pytest.mark.django_db(transaction=True)
def test_an_order_not_yet_written_does_not_hold_up_the_next(
    seller: Seller, at_the_same_time: Callable[..., list[str]]
) -> None:
    take(seller)
    with seller.scope():
        assert next_number(DAY) == "A002"
        assert at_the_same_time(1, lambda _: take(seller)) == ["B001"]
