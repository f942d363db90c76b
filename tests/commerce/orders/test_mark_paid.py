"""Money comes in. Each docstring is the ledger after it."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from kaipu.commerce.orders.actions.cancel_order import cancel_order
from kaipu.commerce.orders.actions.mark_paid import Payment, mark_paid
from kaipu.commerce.refusal import Refusal

from ..selling import Seller, ledger_text, line


def test_a_payment(seller: Seller, shopper: UUID) -> None:
    """An order at a table, paid:

    payment A001
    assets:wechatpay    24.00
    income:sales       -24.00
    """
    order = seller.place(shopper, line("beef_noodles", 1, "size:medium"), total_fen=2400)
    received = seller.pay(order)
    assert (received.outcome, received.state, received.refund_due_fen) == ("paid", "paid", 0)
    assert seller.books() == ledger_text(test_a_payment.__doc__)
    assert seller.order(order.pk).paid_at is not None
    seller.check()


def test_packing_is_an_income_of_its_own(seller: Seller, shopper: UUID) -> None:
    """A pickup of two boxes, paid:

    payment A001
    assets:wechatpay    46.00
    income:sales       -44.00
    income:packing      -2.00
    """
    fish = line("fish_noodles", 2)
    seller.pay(seller.place(shopper, fish, kind="pickup", table=None, total_fen=4600))
    assert seller.books() == ledger_text(test_packing_is_an_income_of_its_own.__doc__)


def test_the_same_money_again_changes_nothing(seller: Seller, shopper: UUID) -> None:
    """Told three times, booked once:

    payment A001
    assets:wechatpay     3.00
    income:sales        -3.00
    """
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    outcomes = [seller.pay(order, "t-1").outcome for _ in range(3)]
    assert outcomes == ["paid", "known", "known"]
    assert seller.books() == ledger_text(test_the_same_money_again_changes_nothing.__doc__)


def test_money_for_a_cancelled_order_is_owed(seller: Seller, shopper: UUID) -> None:
    """Cancelled, then paid all the same:

    payment A001
    assets:wechatpay            3.00
    liabilities:refunds_due    -3.00
    """
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    with seller.scope():
        cancel_order(shopper, order.pk)
    received = seller.pay(order, "t-1")
    assert (received.outcome, received.state, received.refund_due_fen) == ("refund_due", "cancelled", 300)
    again = seller.pay(order, "t-1")
    assert (again.outcome, again.refund_due_fen) == ("known", 300)
    assert seller.books() == ledger_text(test_money_for_a_cancelled_order_is_owed.__doc__)


def test_a_second_payment_is_owed(seller: Seller, shopper: UUID) -> None:
    """Paid twice over:

    payment A001
    assets:wechatpay            3.00
    income:sales               -3.00
    payment A001
    assets:wechatpay            3.00
    liabilities:refunds_due    -3.00
    """
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    outcomes = [seller.pay(order, transaction).outcome for transaction in ("t-1", "t-2", "t-1", "t-2")]
    assert outcomes == ["paid", "refund_due", "known", "known"]
    assert seller.books() == ledger_text(test_a_second_payment_is_owed.__doc__)
    seller.check()


def test_a_wrong_sum_pays_nothing_and_is_owed(seller: Seller, shopper: UUID) -> None:
    """One fen short:

    payment A001
    assets:wechatpay            2.99
    liabilities:refunds_due    -2.99
    """
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    assert seller.pay(order, amount_fen=299).outcome == "refund_due"
    assert seller.order(order.pk).state == "unpaid"
    assert seller.books() == ledger_text(test_a_wrong_sum_pays_nothing_and_is_owed.__doc__)


@pytest.mark.parametrize("amount_fen", [0, -300])
def test_what_is_no_payment_is_refused(seller: Seller, shopper: UUID, amount_fen: int) -> None:
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    with seller.scope(), pytest.raises(ValueError, match="payment of"):
        mark_paid(order.pk, Payment("wechatpay", "t-1", amount_fen, datetime.now(UTC)))
    assert seller.books() == ""


def test_an_order_of_another_shop_cannot_be_paid(seller: Seller, other_seller: Seller, shopper: UUID) -> None:
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    with pytest.raises(Refusal, match="order_unknown"):
        other_seller.pay(order)
    with other_seller.scope(), pytest.raises(Refusal, match="order_unknown"):
        mark_paid(uuid4(), Payment("wechatpay", "t-1", 300, datetime.now(UTC) - timedelta(days=1)))


@pytest.mark.django_db(transaction=True)
def test_a_hundred_notices_of_one_payment(seller: Seller, at_the_same_time: Callable[..., list[str]]) -> None:
    """Told a hundred times by twenty at once:

    payment A001
    assets:wechatpay     3.00
    income:sales        -3.00
    """
    order = seller.place(seller.shopper(), line("soy_milk"), total_fen=300)
    told = at_the_same_time(20, lambda _: [seller.pay(order, "t-1").outcome for _ in range(5)])
    assert Counter(outcome for outcomes in told for outcome in outcomes) == {"paid": 1, "known": 99}
    assert seller.books() == ledger_text(test_a_hundred_notices_of_one_payment.__doc__)
    seller.check()


@pytest.mark.django_db(transaction=True)
def test_two_payments_at_one_moment_pay_once(seller: Seller, at_the_same_time: Callable[..., list[str]]) -> None:
    order = seller.place(seller.shopper(), line("soy_milk"), total_fen=300)
    told = at_the_same_time(8, lambda number: seller.pay(order, f"t-{number}").outcome)
    assert Counter(told) == {"paid": 1, "refund_due": 7}
    seller.check()
