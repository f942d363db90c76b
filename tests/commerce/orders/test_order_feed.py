"""The desk hears of every order, in whatever order transactions end."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from kaipu.commerce.orders import order_feed as module
from kaipu.commerce.orders.actions.advance_order import advance_order
from kaipu.commerce.orders.models import Order
from kaipu.commerce.orders.order_feed import Feed, order_feed
from kaipu.commerce.refusal import Refusal

from ..selling import Seller, line


def ask(seller: Seller, after: str = "", state: str = "") -> Feed:
    with seller.scope():
        return order_feed(after, state)


def paid(seller: Seller, shopper: UUID) -> Order:
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    seller.pay(order)
    return order


def age(seller: Seller, order: Order, by: timedelta) -> None:
    with seller.scope():
        Order.objects.filter(pk=order.pk).update(changed_at=timezone.now() - by)


def numbers(feed: Feed) -> list[str]:
    return [order.number for order in feed.orders]


def test_unpaid_orders_are_no_business_of_the_desk(seller: Seller, shopper: UUID) -> None:
    seller.place(shopper, line("soy_milk"), total_fen=300)
    paid(seller, shopper)
    assert numbers(ask(seller)) == ["A002"]
    assert numbers(ask(seller, state="unpaid")) == ["A001"]


def test_it_begins_with_all_work_and_what_is_just_over(seller: Seller, shopper: UUID) -> None:
    old_work, old_done, just_done = (paid(seller, shopper) for _ in range(3))
    with seller.scope():
        Order.objects.filter(pk__in=[old_done.pk, just_done.pk]).update(state="done")
    age(seller, old_work, timedelta(days=3))
    age(seller, old_done, timedelta(days=3))
    assert set(numbers(ask(seller))) == {old_work.number, just_done.number}


def test_then_only_what_changed(seller: Seller, shopper: UUID) -> None:
    first, second = paid(seller, shopper), paid(seller, shopper)
    age(seller, first, timedelta(minutes=2))
    age(seller, second, timedelta(minutes=2))
    cursor = ask(seller).cursor
    assert numbers(ask(seller, cursor)) == []
    third = paid(seller, shopper)
    with seller.scope():
        advance_order(first.pk, "accept")
    changed = ask(seller, cursor)
    assert [(order.number, order.state) for order in changed.orders] == [
        (third.number, "paid"),
        (first.number, "making"),
    ]


def test_a_transaction_that_ends_late_is_not_missed(seller: Seller, shopper: UUID) -> None:
    """An order that bears an earlier time than what the desk has seen already."""
    cursor = ask(seller).cursor
    paid(seller, shopper)
    cursor = ask(seller, cursor).cursor
    late = paid(seller, shopper)
    age(seller, late, timedelta(seconds=25))
    assert late.number in numbers(ask(seller, cursor))


def test_a_desk_that_slept_is_told_page_by_page(seller: Seller, shopper: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PAGE", 3)
    cursor = str(int(ask(seller).cursor) - 3600 * 1_000_000)
    orders = [paid(seller, shopper) for _ in range(8)]
    for place, order in enumerate(orders):
        age(seller, order, timedelta(minutes=30 - place))
    heard: list[str] = []
    for _ in range(4):
        feed = ask(seller, cursor)
        heard += [number for number in numbers(feed) if number not in heard]
        cursor = feed.cursor
    assert heard == [order.number for order in orders]


def test_an_unreadable_cursor_is_refused(seller: Seller) -> None:
    for cursor in ("x", "9" * 30):
        with pytest.raises(Refusal, match="cursor_unreadable"):
            ask(seller, cursor)


def test_a_poll_with_no_news_is_one_query(seller: Seller, django_assert_num_queries: Callable[..., object]) -> None:
    cursor = ask(seller).cursor
    with seller.scope(), django_assert_num_queries(1):
        order_feed(cursor)
