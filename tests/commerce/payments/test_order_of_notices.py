"""Notices in any order, at any time, in any number: one payment, one refund, and the books as the gateway has them."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from kaipu.commerce.payments.actions.reconcile_payment import reconcile_payment
from kaipu.commerce.payments.actions.refund_order import refund_order
from kaipu.commerce.payments.gateway import Untrusted
from kaipu.commerce.payments.models import Payment
from kaipu.commerce.shops.tenancy import shop_scope

from .till import OWED, OWED_RETURNED, PAID, RETURNED


def refused(till, letter):
    with pytest.raises(Untrusted) as reason:
        till.tell(letter)
    return reason.value.code


def parallel(work, things):
    def one(thing):
        try:
            return work(thing)
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as pool:
        return list(pool.map(one, things))


def test_late_money_for_a_cancelled_order_is_booked_and_goes_back_on_record(till):
    order = till.order()
    till.press(order)
    with shop_scope(till.shop.id):
        order.state = "cancelled"
        order.save()
    till.tell(till.letter())
    assert (till.state(order), till.books()) == ("cancelled", [OWED])
    job = DBTaskResult.objects.get(task_path__endswith="watch_refund")
    job.task.call(*job.task_result.args)
    till.outside.carry()
    till.tell(till.letter("REFUND.SUCCESS"))
    assert (till.state(order), till.books()) == ("cancelled", [OWED, OWED_RETURNED])


def test_a_second_payment_of_a_paid_order_goes_back(till):
    """Two payments can only both succeed if the gateway let a closed one be paid; even then the shop keeps one."""
    order = till.order()
    first = till.press(order)
    with shop_scope(till.shop.id):
        Payment.objects.filter(pk=first.pk).update(state=Payment.State.CLOSED)
    till.start(order)
    second = till.payment(order)
    assert second.pk != first.pk
    till.tell(till.forged(order))
    assert till.state(order) == "paid"
    till.tell(till.letter())
    assert [kind for kind, _ in till.books()] == ["payment", "payment"]
    assert till.books() == [PAID, OWED]
    (refund,) = till.refunds(order)
    assert refund.payment_id == first.pk


def test_a_refund_told_before_its_payment_waits_for_it(till):
    """The merchant refunds at the gateway's own counter before we have heard of the payment."""
    order = till.order()
    payment = till.press(order)
    till.refund_by_hand(payment)
    till.outside.carry()
    DBTaskResult.objects.all().delete()
    assert refused(till, till.letter("REFUND.SUCCESS")) == "payment_not_known"
    assert (till.books(), till.records()) == ([], 0)
    job = DBTaskResult.objects.get(task_path__endswith="watch_payment")
    job.task.call(*job.task_result.args)
    assert till.books() == [PAID]
    till.tell(till.letter("REFUND.SUCCESS"))
    till.tell(till.letter("TRANSACTION.SUCCESS"))
    assert (till.state(order), till.books()) == ("refunded", [PAID, RETURNED])


def test_a_refund_made_by_hand_is_followed_by_the_books(till):
    order = till.paid()
    till.refund_by_hand(till.payment(order))
    till.outside.carry()
    till.tell(till.letter("REFUND.SUCCESS"))
    assert (till.state(order), till.books()) == ("refunded", [PAID, RETURNED])
    assert [refund.ours for refund in till.refunds(order)] == [False]


def test_a_part_refunded_by_hand_is_refused_and_logged(till, caplog):
    order = till.paid()
    till.refund_by_hand(till.payment(order), fen=1000)
    till.outside.carry()
    assert refused(till, till.letter("REFUND.SUCCESS")) == "other_amount"
    assert (till.state(order), till.books()) == ("paid", [PAID])
    assert "other_amount" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_hundred_notices_in_parallel_and_out_of_order_are_one_payment_and_one_refund(till):
    order = till.order()
    payment = till.press(order)
    paid = till.letter()
    reconcile_payment(till.shop.id, payment.pk)
    refund_order(till.shop.id, order.pk)
    till.outside.carry()
    returned = till.letter("REFUND.SUCCESS")
    letters = [paid, returned] * 50
    random.Random(7).shuffle(letters)
    parallel(till.tell, [returned, *letters])
    assert (till.state(order), till.books(), till.records()) == ("refunded", [PAID, RETURNED], 2)


@pytest.mark.django_db(transaction=True)
def test_a_hundred_first_notices_in_parallel_are_one_payment(till):
    order = till.order()
    till.press(order)
    same = till.letter()
    others = [till.forged(order, transaction_id=till.open(same)["transaction_id"]) for _ in range(20)]
    parallel(till.tell, [same] * 80 + others)
    assert (till.state(order), till.books(), till.records()) == ("paid", [PAID], 21)
