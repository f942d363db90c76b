"""Fifteen minutes unpaid: the dishes go back. Whoever comes first, payment or expiry, decides; never both."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kaipu.commerce.orders.actions.expire_order import expire
from kaipu.commerce.orders.models import Order
from kaipu.commerce.refusal import Refusal

from ..selling import Seller


def make_late(seller: Seller, order: Order) -> None:
    with seller.scope():
        Order.objects.filter(pk=order.pk).update(pay_before=timezone.now() - timedelta(seconds=1))


def test_an_unpaid_order_expires_and_gives_back(seller: Seller, shopper: UUID) -> None:
    seller.offer(fish_noodles=2)
    order = seller.place_fish(shopper, 2)
    make_late(seller, order)
    assert [expire(seller.shop.id, order.pk) for _ in range(3)] == [True, False, False]
    assert seller.order(order.pk).state == "cancelled"
    assert seller.counts() == (2, 0, 0)
    seller.check()


def test_it_is_not_in_a_hurry(seller: Seller, shopper: UUID) -> None:
    order = seller.place_fish(shopper)
    assert not expire(seller.shop.id, order.pk)
    assert seller.order(order.pk).state == "unpaid"


def test_a_paid_order_does_not_expire(seller: Seller, shopper: UUID) -> None:
    order = seller.place_fish(shopper)
    make_late(seller, order)
    seller.pay(order)
    assert not expire(seller.shop.id, order.pk)
    assert seller.order(order.pk).state == "paid"


def test_another_shop_cannot_expire_it(seller: Seller, other_seller: Seller, shopper: UUID) -> None:
    order = seller.place_fish(shopper)
    make_late(seller, order)
    with pytest.raises(Refusal, match="order_unknown"):
        expire(other_seller.shop.id, order.pk)
    with pytest.raises(Refusal, match="order_unknown"):
        expire(seller.shop.id, uuid4())


@pytest.mark.django_db(transaction=True)
def test_the_worker_runs_the_job(seller: Seller) -> None:
    seller.offer(fish_noodles=1)
    order = seller.place_fish(seller.shopper())
    make_late(seller, order)
    DBTaskResult.objects.update(run_after=timezone.now() - timedelta(seconds=1))
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
    assert seller.order(order.pk).state == "cancelled"
    assert seller.counts() == (1, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_expiry_against_payment(seller: Seller, at_the_same_time: Callable[..., list[str]]) -> None:
    """Sixty races, each with two payments' notices and two runs of the job."""
    seller.offer(fish_noodles=100)
    buyer = seller.shopper()
    orders = [seller.place_fish(buyer) for _ in range(60)]
    for order in orders:
        make_late(seller, order)

    def race(number: int) -> list[str]:
        if number % 2:
            return [seller.pay(order).outcome for order in orders]
        return ["expired" if expire(seller.shop.id, order.pk) else "left" for order in orders]

    outcomes = [Counter(each) for each in zip(*at_the_same_time(4, race), strict=True)]
    won = Counter(paid=1, known=1, left=2)
    lost = Counter(refund_due=1, known=1, expired=1, left=1)
    assert all(outcome in (won, lost) for outcome in outcomes)
    paid = sum(outcome == won for outcome in outcomes)
    assert seller.counts() == (100, 0, paid)
    states = Counter(seller.order(order.pk).state for order in orders)
    assert states == Counter({"paid": paid, "cancelled": 60 - paid})
    seller.check()
