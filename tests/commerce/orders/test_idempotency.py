"""One key, many requests at one moment: one order, one answer."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import transaction

from kaipu.commerce.orders.actions import place_order
from kaipu.commerce.orders.models import Order
from kaipu.commerce.refusal import Refusal

from ..selling import Seller, line


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_are_one_order(seller: Seller, at_the_same_time: Callable[..., list[Order]]) -> None:
    buyer = seller.shopper()
    orders = at_the_same_time(50, lambda _: seller.place(buyer, line("soy_milk"), total_fen=300, key="key-0001"))
    assert len({(order.pk, order.answer) for order in orders}) == 1
    with seller.scope():
        assert Order.objects.count() == 1
    # What the rivals wrote is gone with them: their numbers too.
    assert seller.place(buyer, line("soy_milk"), total_fen=300).number == "A002"


@pytest.mark.django_db(transaction=True)
def test_the_last_dish_is_not_sold_out_to_its_own_buyer(
    seller: Seller, at_the_same_time: Callable[..., list[Order]]
) -> None:
    seller.offer(fish_noodles=1)
    buyer = seller.shopper()
    orders = at_the_same_time(12, lambda _: seller.place_fish(buyer, key="key-0001"))
    assert len({order.pk for order in orders}) == 1
    assert seller.counts() == (1, 1, 0)
    seller.check()


@pytest.mark.django_db(transaction=True)
def test_a_key_in_flight_asks_to_come_back(
    seller: Seller, at_the_same_time: Callable[..., list[Refusal]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first request dies before its commit; the second gives up waiting, and its retry finds the key free."""
    monkeypatch.setattr(place_order, "PATIENCE", "50ms")
    buyer = seller.shopper()

    def rival(_: int) -> Refusal:
        with pytest.raises(Refusal) as refused:
            seller.place(buyer, line("soy_milk"), total_fen=300, key="key-0001")
        return refused.value

    with transaction.atomic(), seller.scope():
        seller.place(buyer, line("soy_milk"), total_fen=300, key="key-0001")
        (refusal,) = at_the_same_time(1, rival)
        transaction.set_rollback(True)
    assert (refusal.code, refusal.status, refusal.retry_after_s) == ("order_in_progress", 409, 1)
    seller.place(buyer, line("soy_milk"), total_fen=300, key="key-0001")
    with seller.scope():
        assert Order.objects.count() == 1


def test_shoppers_do_not_meet(seller: Seller, shopper: UUID) -> None:
    mine = seller.place(shopper, line("soy_milk"), total_fen=300, key="key-0001")
    theirs = seller.place(seller.shopper(), line("soy_milk"), total_fen=300, key="key-0001")
    assert mine.pk != theirs.pk
