"""Counts and their journal agree, whatever happens to them."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError

from kaipu.commerce.catalog.goods import read_goods
from kaipu.commerce.catalog.models import Dish
from kaipu.commerce.stock.change_limit import change_limit
from kaipu.commerce.stock.models import DishDay, StockMove
from kaipu.commerce.stock.remaining import remaining_of
from kaipu.commerce.stock.reserve import remaining_for, reserve
from kaipu.commerce.stock.settle import give_back, release, sell
from kaipu.commerce.stock.verify_stock import verify_stock

from ..selling import Seller

DAY = date(2026, 3, 1)


@pytest.fixture
def fish(seller: Seller) -> UUID:
    seller.offer(fish_noodles=5)
    with seller.scope():
        return Dish.objects.get(code="fish_noodles").pk


def take(seller: Seller, dish: UUID, quantity: int, day: date = DAY) -> UUID | None:
    """The order's id, or None."""
    order_id = uuid4()
    with seller.scope():
        return None if reserve(order_id, {dish: quantity}, day) else order_id


def moves(seller: Seller) -> list[tuple[str, int]]:
    with seller.scope():
        return list(StockMove.objects.order_by("at", "id").values_list("kind", "quantity"))


def test_the_first_order_opens_the_day(seller: Seller, fish: UUID) -> None:
    assert take(seller, fish, 2)
    assert seller.counts() == (5, 2, 0)
    assert sorted(moves(seller)) == [("open", 5), ("reserve", 2)]


def test_not_one_more_than_there_are(seller: Seller, fish: UUID) -> None:
    assert take(seller, fish, 6) is None
    assert take(seller, fish, 5)
    assert take(seller, fish, 1) is None
    with seller.scope():
        assert remaining_for(fish, DAY) == 0
    seller.check()


def test_each_day_has_its_own(seller: Seller, fish: UUID) -> None:
    assert take(seller, fish, 5)
    assert take(seller, fish, 5, DAY + timedelta(days=1))


def test_sold_released_and_given_back(seller: Seller, fish: UUID) -> None:
    first, second, third = (take(seller, fish, quantity) for quantity in (1, 2, 2))
    with seller.scope():
        sell(first)
        release(second)
        sell(third)
        give_back(third)
    assert seller.counts() == (5, 0, 1)
    seller.check()


@pytest.mark.parametrize("settle", [sell, release])
def test_nothing_is_settled_twice(seller: Seller, fish: UUID, settle: object) -> None:
    order_id = take(seller, fish, 2)
    take(seller, fish, 2)
    assert callable(settle)
    with seller.scope():
        settle(order_id)
    with pytest.raises(IntegrityError, match="one_move_per_order_and_kind"), seller.scope():
        settle(order_id)
    seller.check()


def test_the_database_refuses_to_go_below_zero(seller: Seller, fish: UUID) -> None:
    take(seller, fish, 2)
    for change in ({"reserved": -1}, {"sold": -1}, {"sold": 4}, {"limit": 1}):
        with pytest.raises(IntegrityError, match="stock_never_below_zero"), seller.scope():
            DishDay.objects.update(**change)


def test_a_new_limit_holds_from_today(seller: Seller, fish: UUID) -> None:
    take(seller, fish, 3, DAY - timedelta(days=1))
    take(seller, fish, 3)
    take(seller, fish, 1, DAY + timedelta(days=1))
    with seller.scope():
        change_limit(fish, 2, DAY)
        rows = DishDay.objects.order_by("day").values_list("limit", "reserved")
        assert list(rows) == [(5, 3), (3, 3), (2, 1)]
        assert verify_stock() == []


def test_remaining_is_the_limit_until_somebody_orders(seller: Seller, fish: UUID) -> None:
    with seller.scope():
        limited = read_goods().limited
        assert remaining_of(limited, DAY) == {"fish_noodles": 5}
    take(seller, fish, 2)
    with seller.scope():
        assert remaining_of(limited, DAY) == {"fish_noodles": 3}


def test_a_count_that_its_moves_do_not_explain_shows(seller: Seller, fish: UUID) -> None:
    take(seller, fish, 2)
    with seller.scope():
        DishDay.objects.update(sold=1)
        (wrong,) = verify_stock()
    assert (wrong.counted, wrong.journalled) == ((5, 2, 1), (5, 2, 0))


def test_a_dish_without_a_limit_has_no_day(seller: Seller, fish: UUID) -> None:
    with seller.scope():
        eel = Dish.objects.get(code="eel_noodles").pk
    assert take(seller, eel, 1) is None
    with seller.scope():
        assert not DishDay.objects.exists()
