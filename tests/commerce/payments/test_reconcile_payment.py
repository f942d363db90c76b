"""What nobody told us is found out: lost notices, lost answers, payments whose time is over."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kaipu.commerce.payments.actions.reconcile_payment import reconcile_payment
from kaipu.commerce.payments.actions.watch_payment import watch_payment
from kaipu.commerce.payments.gateway import GatewayUnreachable
from kaipu.commerce.payments.models import Payment
from kaipu.commerce.payments.schedule import LAST_TURN, LATER_S, PAUSES_S
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.tenancy import shop_scope

from .till import OWED, PAID


def outlive(till, payment):
    """The payment's time is over."""
    with shop_scope(till.shop.id):
        Payment.objects.filter(pk=payment.pk).update(expires_at=timezone.now() - timedelta(seconds=1))


def gateway_state(till, payment):
    with till.outside.sandbox.around.store.work() as db:
        query = "SELECT state FROM payments WHERE out_trade_no = ?"
        return db.execute(query, [payment.out_trade_no]).fetchone()["state"]


def test_a_lost_notice_is_found_by_asking(till):
    order = till.order()
    till.outside.fault(till.merchant, "drop_notice")
    payment = till.press(order)
    assert reconcile_payment(till.shop.id, payment.pk).state == Payment.State.SUCCEEDED
    assert (till.state(order), till.books()) == ("paid", [PAID])


def test_a_lost_answer_to_the_announcement_is_found_by_asking(till):
    order = till.order()
    till.outside.fault(till.merchant, "lose_answer", times=2)
    with pytest.raises(Refusal):
        till.start(order)
    payment = till.payment(order)
    assert payment.state == Payment.State.STARTED
    with till.outside.sandbox.around.store.work() as db:
        (row,) = db.execute("SELECT prepay_id FROM payments").fetchall()
    till.outside.press(f"{till.outside.sandbox.url}/pay/h5/{row['prepay_id']}")
    reconcile_payment(till.shop.id, payment.pk)
    assert (till.state(order), till.books()) == ("paid", [PAID])


def test_the_job_finds_it_within_five_minutes_and_every_five_minutes_until_it_is_too_late():
    assert PAUSES_S[0] <= 60
    assert max(PAUSES_S) <= 300
    assert sum(PAUSES_S) > 15 * 60 + 5 * 60
    assert LATER_S <= 3600


@pytest.mark.django_db(transaction=True)
def test_the_worker_runs_the_job_and_the_job_looks_again(till):
    order = till.order()
    till.start(order)
    DBTaskResult.objects.update(run_after=timezone.now())
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    assert DBTaskResult.objects.successful().count() == 1
    (waiting,) = DBTaskResult.objects.filter(status="READY")
    assert waiting.run_after > timezone.now() + timedelta(seconds=20)
    till.press(order)
    DBTaskResult.objects.update(run_after=timezone.now())
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    assert (till.state(order), till.books()) == ("paid", [PAID])
    DBTaskResult.objects.update(run_after=timezone.now())
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    assert not DBTaskResult.objects.filter(status="READY").exists()
    assert not DBTaskResult.objects.failed().exists()


def test_an_open_payment_stays_open_in_its_time(till):
    order = till.order()
    till.start(order)
    payment = reconcile_payment(till.shop.id, till.payment(order).pk)
    assert payment.state == Payment.State.OPEN
    assert gateway_state(till, payment) == "NOTPAY"


def test_a_payment_whose_time_is_over_is_closed_at_the_gateway(till):
    order = till.order()
    till.start(order)
    payment = till.payment(order)
    outlive(till, payment)
    assert reconcile_payment(till.shop.id, payment.pk).state == Payment.State.CLOSED
    assert gateway_state(till, payment) == "CLOSED"
    assert till.books() == []


def test_a_payment_of_a_cancelled_order_is_closed_at_the_gateway(till):
    order = till.order()
    till.start(order)
    with shop_scope(till.shop.id):
        order.state = "cancelled"
        order.save()
    assert reconcile_payment(till.shop.id, till.payment(order).pk).state == Payment.State.CLOSED


def test_a_payment_paid_at_the_last_moment_is_taken_and_not_closed(till):
    order = till.order()
    payment = till.press(order)
    outlive(till, payment)
    assert reconcile_payment(till.shop.id, payment.pk).state == Payment.State.SUCCEEDED
    assert (till.state(order), till.books()) == ("paid", [PAID])


def test_late_money_is_owed_back_also_when_found_by_asking(till):
    order = till.order()
    payment = till.press(order)
    with shop_scope(till.shop.id):
        order.state = "cancelled"
        order.save()
    assert reconcile_payment(till.shop.id, payment.pk).surplus
    assert (till.state(order), till.books()) == ("cancelled", [OWED])


def test_what_was_never_announced_is_closed_when_its_time_is_over(till):
    order = till.order()
    till.outside.fault(till.merchant, "unavailable", times=2)
    with pytest.raises(Refusal):
        till.start(order)
    payment = till.payment(order)
    assert reconcile_payment(till.shop.id, payment.pk).state == Payment.State.STARTED
    outlive(till, payment)
    assert reconcile_payment(till.shop.id, payment.pk).state == Payment.State.CLOSED


@pytest.mark.parametrize("fault", ["lose_answer", "unavailable", "probe_answer"])
def test_nothing_is_concluded_from_an_answer_that_cannot_be_trusted(till, fault):
    order = till.order()
    payment = till.press(order)
    outlive(till, payment)
    till.outside.fault(till.merchant, fault, times=2)
    with pytest.raises(GatewayUnreachable):
        reconcile_payment(till.shop.id, payment.pk)
    assert till.payment(order).state == Payment.State.OPEN
    assert reconcile_payment(till.shop.id, payment.pk).state == Payment.State.SUCCEEDED


@pytest.mark.parametrize("turn", [LAST_TURN - 1, LAST_TURN])
def test_looking_after_a_payment_ends_some_day(till, turn, caplog):
    order = till.order()
    till.start(order)
    DBTaskResult.objects.all().delete()
    watch_payment.call(str(till.shop.id), str(till.payment(order).pk), turn)
    assert DBTaskResult.objects.count() == LAST_TURN - turn
    assert ("given up" in caplog.text) == (turn == LAST_TURN)


def test_the_notice_after_the_query_changes_nothing(till):
    order = till.order()
    payment = till.press(order)
    reconcile_payment(till.shop.id, payment.pk)
    till.tell(till.letter())
    assert (till.state(order), till.books()) == ("paid", [PAID])
