"""Refunding: the whole order, once, whatever answer gets lost; on the books when the money has gone."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from kaipu.commerce.orders.actions.advance_order import advance_order
from kaipu.commerce.orders.actions.begin_refund import begin_refund
from kaipu.commerce.payments.actions.refund_order import refund_order
from kaipu.commerce.payments.actions.settle_refund import settle_refund
from kaipu.commerce.payments.actions.watch_refund import watch_refund
from kaipu.commerce.payments.gateway import Untrusted
from kaipu.commerce.payments.line import ask
from kaipu.commerce.payments.models import Refund
from kaipu.commerce.payments.schedule import LAST_TURN
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.tenancy import shop_scope

from .till import PAID, RETURNED


def asked(till):
    with till.outside.sandbox.around.store.work() as db:
        return [dict(row) for row in db.execute("SELECT * FROM refunds")]


def watch(till):
    """Run the newest job that sees a refund through."""
    job = DBTaskResult.objects.filter(task_path__endswith="watch_refund").latest("enqueued_at")
    job.task.call(*job.task_result.args)


def refusal(till, order):
    with pytest.raises(Refusal) as refused:
        refund_order(till.shop.id, order.pk)
    return refused.value.code


def test_a_refund_ends_by_its_notice(till):
    order = till.paid()
    refund_order(till.shop.id, order.pk)
    assert [refund.state for refund in till.refunds(order)] == [Refund.State.PROCESSING]
    assert till.books() == [PAID]
    till.outside.carry()
    till.tell(till.letter("REFUND.SUCCESS"))
    assert (till.state(order), till.books()) == ("refunded", [PAID, RETURNED])
    assert [refund.state for refund in till.refunds(order)] == [Refund.State.SUCCEEDED]
    assert refusal(till, order) == "order_event_refused"


def test_a_refund_whose_notice_is_lost_ends_by_asking(till):
    order = till.paid()
    refund_order(till.shop.id, order.pk)
    till.outside.fault(till.merchant, "drop_notice")
    till.outside.carry()
    watch(till)
    assert (till.state(order), till.books()) == ("refunded", [PAID, RETURNED])


@pytest.mark.parametrize("fault", ["lose_answer", "unavailable", "probe_answer"])
def test_a_refund_whose_answer_is_lost_is_asked_for_again_under_its_number(till, fault):
    order = till.paid()
    till.outside.fault(till.merchant, fault, times=2)
    refund_order(till.shop.id, order.pk)
    assert [refund.state for refund in till.refunds(order)] == [Refund.State.ASKED]
    watch(till)
    till.outside.carry()
    watch(till)
    assert (till.state(order), till.books()) == ("refunded", [PAID, RETURNED])
    assert len(asked(till)) == 1


def test_a_refund_the_gateway_refuses_frees_the_order_and_can_be_tried_again(till):
    order = till.paid()
    payment = till.payment(order)
    with till.outside.sandbox.around.store.work() as db:
        db.execute("UPDATE payments SET paid_at = NULL WHERE out_trade_no = ?", [payment.out_trade_no])
    assert refusal(till, order) == "refund_refused"
    (refund,) = till.refunds(order)
    assert (refund.state, refund.failure_code) == (Refund.State.FAILED, "RESOURCE_NOT_EXISTS")
    with till.outside.sandbox.around.store.work() as db:
        db.execute("UPDATE payments SET paid_at = 1 WHERE out_trade_no = ?", [payment.out_trade_no])
    refund_order(till.shop.id, order.pk)
    till.outside.carry()
    watch(till)
    assert (till.state(order), till.books()) == ("refunded", [PAID, RETURNED])
    assert [again.out_refund_no for again in till.refunds(order)] == [refund.out_refund_no]


def test_a_refund_that_fails_later_frees_the_order_and_is_logged(till, caplog):
    order = till.paid()
    till.outside.fault(till.merchant, "fail_refund")
    refund_order(till.shop.id, order.pk)
    till.outside.carry()
    till.tell(till.letter("REFUND.ABNORMAL"))
    assert (till.state(order), till.books()) == ("paid", [PAID])
    assert [refund.state for refund in till.refunds(order)] == [Refund.State.FAILED]
    assert "was not made" in caplog.text


@pytest.fixture
def fact(till):
    """A true answer of the gateway about a refund under way."""
    till.refunded = till.paid()
    refund_order(till.shop.id, till.refunded.pk)
    (refund,) = till.refunds(till.refunded)
    return ask(till.account, lambda client: client.query_refund(refund.out_refund_no))


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"merchant_id": "1900000000"}, "other_merchant"),
        ({"transaction_id": "4200000000000000000000000001"}, "other_transaction"),
        ({"transaction_id": ""}, "other_transaction"),
        ({"amount_fen": 3399}, "other_amount"),
        ({"payment_amount_fen": 3401}, "other_amount"),
        ({"out_trade_no": "f" * 32}, "unknown_order"),
        ({"out_refund_no": "another"}, "unknown_refund"),
    ],
)
def test_an_answer_about_something_not_ours_changes_nothing(till, fact, changed, code):
    with shop_scope(till.shop.id), pytest.raises(Untrusted, match=code):
        settle_refund(till.account, replace(fact, **changed))
    assert till.books() == [PAID]


def test_an_answer_that_comes_late_does_not_undo_a_refund(till, fact):
    till.outside.carry()
    till.tell(till.letter("REFUND.SUCCESS"))
    with shop_scope(till.shop.id):
        settle_refund(till.account, fact)
    assert [refund.state for refund in till.refunds(till.refunded)] == [Refund.State.SUCCEEDED]
    assert (till.state(till.refunded), till.books()) == ("refunded", [PAID, RETURNED])


def test_an_old_notice_of_a_failure_does_not_stop_the_next_try(till):
    order = till.paid()
    till.outside.fault(till.merchant, "fail_refund")
    refund_order(till.shop.id, order.pk)
    till.outside.carry()
    till.tell(till.letter("REFUND.ABNORMAL"))
    with shop_scope(till.shop.id):
        begin_refund(order.pk)
        Refund.objects.update(state=Refund.State.PROCESSING)
    till.tell(till.letter("REFUND.ABNORMAL"))
    assert [refund.state for refund in till.refunds(order)] == [Refund.State.PROCESSING]


@pytest.mark.parametrize("turn", [LAST_TURN - 1, LAST_TURN])
def test_looking_after_a_refund_ends_some_day(till, turn, caplog):
    order = till.paid()
    till.outside.fault(till.merchant, "unavailable", times=9)
    refund_order(till.shop.id, order.pk)
    DBTaskResult.objects.all().delete()
    (refund,) = till.refunds(order)
    watch_refund.call(str(till.shop.id), str(refund.pk), turn)
    assert DBTaskResult.objects.count() == LAST_TURN - turn
    assert ("given up" in caplog.text) == (turn == LAST_TURN)


def test_what_is_not_paid_is_not_refunded(till, other_till):
    order = till.order()
    till.start(order)
    assert refusal(till, order) == "order_event_refused"
    assert refusal(other_till, till.paid()) == "order_unknown"
    assert refusal(till, till.order(state="paid")) == "order_not_paid_online"
    assert asked(till) == []


@pytest.mark.django_db(transaction=True)
def test_fifty_refunds_at_once_are_one(till):
    order = till.paid()

    def press(_):
        try:
            refund_order(till.shop.id, order.pk)
            return "began"
        except Refusal as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(25) as pool:
        outcomes = list(pool.map(press, range(50)))
    assert sorted(set(outcomes)) == ["began", "order_being_refunded"]
    assert outcomes.count("began") == 1
    assert len(asked(till)) == 1
    till.outside.carry()
    till.tell(till.letter("REFUND.SUCCESS"))
    assert (till.state(order), till.books()) == ("refunded", [PAID, RETURNED])


def test_a_job_that_dies_has_a_successor(till, monkeypatch):
    order = till.paid()
    refund_order(till.shop.id, order.pk)
    before = DBTaskResult.objects.filter(task_path__endswith="watch_refund").count()
    monkeypatch.setattr("httpx.Client.send", lambda *args, **options: (_ for _ in ()).throw(SystemExit))
    with pytest.raises(SystemExit):
        watch(till)
    assert DBTaskResult.objects.filter(task_path__endswith="watch_refund").count() == before + 1


def test_jobs_name_ids_and_nothing_else(till):
    order = till.paid()
    refund_order(till.shop.id, order.pk)
    kept = json.dumps(list(DBTaskResult.objects.values_list("args_kwargs", flat=True)))
    assert till.merchant.api_v3_key not in kept
    assert till.merchant.merchant_id not in kept


def test_the_order_waits_while_its_money_is_on_its_way(till):
    order = till.paid()
    refund_order(till.shop.id, order.pk)
    with shop_scope(till.shop.id), pytest.raises(Refusal) as refused:
        advance_order(order.pk, "accept")
    assert refused.value.code == "order_being_refunded"
