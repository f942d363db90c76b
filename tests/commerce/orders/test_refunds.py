"""Money goes back. Each docstring is the ledger after it."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest

from kaipu.commerce.orders.actions.advance_order import advance_order
from kaipu.commerce.orders.actions.begin_refund import begin_refund, drop_refund
from kaipu.commerce.orders.actions.cancel_order import cancel_order
from kaipu.commerce.orders.actions.finish_refund import Refund, Returned, finish_refund
from kaipu.commerce.orders.models import Order
from kaipu.commerce.orders.order_document import desk_document
from kaipu.commerce.refusal import Refusal

from ..selling import Seller, ledger_text, line, refusal_of


def give_back(seller: Seller, order: Order, transaction: str = "", amount_fen: int = 0) -> Returned:
    refund = Refund("wechatpay", transaction or f"t-{order.pk}", amount_fen or order.total_fen, datetime.now(UTC))
    with seller.scope():
        return finish_refund(order.pk, refund)


def paid_order(seller: Seller, shopper: UUID) -> Order:
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    seller.pay(order)
    return order


def test_a_refund(seller: Seller, shopper: UUID) -> None:
    """Paid and given back:

    payment A001
    assets:wechatpay     3.00
    income:sales        -3.00
    refund A001
    income:refunds       3.00
    assets:wechatpay    -3.00
    """
    order = paid_order(seller, shopper)
    with seller.scope():
        due = begin_refund(order.pk)
    assert (due.amount_fen, due.number) == (300, "A001")
    assert [give_back(seller, order).outcome for _ in range(3)] == ["refunded", "known", "known"]
    assert seller.order(order.pk).state == "refunded"
    assert seller.books() == ledger_text(test_a_refund.__doc__)
    seller.check()


def test_late_money_goes_back_out_of_what_is_owed(seller: Seller, shopper: UUID) -> None:
    """Cancelled, paid, given back:

    payment A001
    assets:wechatpay            3.00
    liabilities:refunds_due    -3.00
    refund A001
    liabilities:refunds_due     3.00
    assets:wechatpay           -3.00
    """
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    with seller.scope():
        cancel_order(shopper, order.pk)
    seller.pay(order)
    assert give_back(seller, order) == Returned("refunded", "cancelled")
    again = seller.pay(order)
    assert (again.outcome, again.refund_due_fen) == ("known", 0)
    assert seller.books() == ledger_text(test_late_money_goes_back_out_of_what_is_owed.__doc__)


def test_a_second_payment_goes_back_and_the_order_lives(seller: Seller, shopper: UUID) -> None:
    order = paid_order(seller, shopper)
    seller.pay(order, "t-2")
    assert give_back(seller, order, "t-2") == Returned("refunded", "paid")
    with seller.scope():
        assert advance_order(order.pk, "accept").state == "making"
    seller.check()


def test_a_refund_that_nobody_began_is_booked(seller: Seller, shopper: UUID) -> None:
    order = paid_order(seller, shopper)
    assert give_back(seller, order) == Returned("refunded", "refunded")


def test_money_that_never_came_does_not_go_back(seller: Seller, shopper: UUID) -> None:
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    other = paid_order(seller, shopper)
    assert refusal_of(lambda: give_back(seller, order)) == "payment_unknown"
    assert refusal_of(lambda: give_back(seller, order, f"t-{other.pk}")) == "payment_unknown"
    assert refusal_of(lambda: give_back(seller, other, amount_fen=301)) == "refund_of_another_sum"
    assert refusal_of(lambda: give_back(seller, other, amount_fen=299)) == "refund_of_another_sum"


def test_nothing_else_happens_while_money_is_on_its_way(seller: Seller, shopper: UUID) -> None:
    order = paid_order(seller, shopper)
    with seller.scope():
        begin_refund(order.pk)
    with seller.scope():
        shown = desk_document(Order.objects.get(pk=order.pk))
        assert (shown.state, shown.events) == ("refunding", [])
    for act in (lambda: advance_order(order.pk, "accept"), lambda: begin_refund(order.pk)):
        with seller.scope(), pytest.raises(Refusal, match="order_being_refunded"):
            act()
    with seller.scope():
        drop_refund(order.pk)
        assert advance_order(order.pk, "accept").state == "making"


@pytest.mark.parametrize(("steps", "counts"), [([], (2, 0, 0)), (["accept"], (2, 0, 1))])
def test_a_dish_comes_back_only_if_it_was_not_made(
    seller: Seller, shopper: UUID, steps: list[str], counts: tuple[int, int, int]
) -> None:
    seller.offer(fish_noodles=2)
    order = seller.place_fish(shopper)
    seller.pay(order)
    with seller.scope():
        for step in steps:
            advance_order(order.pk, step)
    give_back(seller, order)
    assert seller.counts() == counts
    seller.check()


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_refund_once(seller: Seller, at_the_same_time: Callable[..., list[str]]) -> None:
    order = paid_order(seller, seller.shopper())

    def ask(_: int) -> str:
        with seller.scope():
            return refusal_of(lambda: begin_refund(order.pk))

    assert Counter(at_the_same_time(50, ask)) == {"": 1, "order_being_refunded": 49}
    told = at_the_same_time(20, lambda _: give_back(seller, order).outcome)
    assert Counter(told) == {"refunded": 1, "known": 19}
    seller.check()
