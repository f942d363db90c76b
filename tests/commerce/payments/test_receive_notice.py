"""Notices: acted upon once, entirely, in any order, and only if everything in them is ours."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django_tasks_db.models import DBTaskResult

from kaipu.commerce.payments.actions.accept_payment import accept_payment
from kaipu.commerce.payments.actions.refund_order import refund_order
from kaipu.commerce.payments.gateway import PaymentState, Untrusted
from kaipu.commerce.payments.line import ask
from kaipu.commerce.payments.models import NoticeRecord, Payment
from kaipu.commerce.shops.tenancy import shop_scope

from .till import PAID


def refused(till, letter):
    with pytest.raises(Untrusted) as reason:
        till.tell(letter)
    return reason.value.code


def test_a_payment_is_taken_and_booked(till):
    order = till.order()
    till.press(order)
    assert (till.state(order), till.books()) == ("unpaid", [])
    till.tell(till.letter())
    assert (till.state(order), till.books()) == ("paid", [PAID])
    payment = till.payment(order)
    assert payment.state == Payment.State.SUCCEEDED
    assert payment.transaction_id
    assert not payment.surplus


def test_a_notice_again_changes_nothing(till):
    order = till.paid()
    before = till.payment(order).transaction_id
    for _ in range(5):
        till.tell(till.letter())
    assert till.books() == [PAID]
    assert till.records() == 1
    assert till.payment(order).transaction_id == before


def test_another_notice_of_the_same_payment_changes_nothing(till):
    order = till.paid()
    till.tell(till.forged(order, transaction_id=till.payment(order).transaction_id))
    assert till.books() == [PAID]
    assert till.records() == 2


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"amount": {"total": 3399, "currency": "CNY"}}, "other_amount"),
        ({"amount": {"total": 1, "currency": "CNY"}}, "other_amount"),
        ({"amount": {"total": 3400, "currency": "USD"}}, "other_currency"),
        ({"appid": "wxother"}, "other_app"),
        ({"appid": ""}, "other_app"),
        ({"mchid": "1900000000"}, "other_merchant"),
        ({"out_trade_no": "f" * 32}, "unknown_order"),
        ({"transaction_id": ""}, "not_paid"),
        ({"success_time": None}, "not_paid"),
    ],
)
def test_a_true_signature_over_something_not_ours_is_refused(till, changed, code):
    order = till.order()
    till.start(order)
    assert refused(till, till.forged(order, **changed)) == code
    assert (till.state(order), till.books(), till.records()) == ("unpaid", [], 0)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"merchant_id": "1900000000"}, "other_merchant"),
        ({"app_id": "wxother"}, "other_app"),
        ({"amount_fen": 3401}, "other_amount"),
        ({"amount_fen": None}, "other_amount"),
        ({"currency": ""}, "other_currency"),
        ({"state": PaymentState.CLOSED}, "not_paid"),
        ({"paid_at": None}, "not_paid"),
    ],
)
def test_an_answer_is_held_to_the_same_as_a_notice(till, changed, code):
    order = till.order()
    payment = till.press(order)
    fact = ask(till.account, lambda client: client.query(payment.out_trade_no))
    with shop_scope(till.shop.id), pytest.raises(Untrusted, match=code):
        accept_payment(till.account, replace(fact, **changed))
    assert (till.state(order), till.books()) == ("unpaid", [])


def test_a_second_transaction_for_one_payment_is_refused(till):
    order = till.paid()
    assert refused(till, till.forged(order)) == "other_transaction"
    assert till.books() == [PAID]


def test_a_notice_that_it_is_not_paid_pays_nothing(till):
    order = till.order()
    till.start(order)
    till.tell(till.forged(order, trade_state="NOTPAY"))
    assert (till.state(order), till.books()) == ("unpaid", [])


def test_another_shop_s_keys_do_not_pay_our_orders(till, other_till):
    order = till.order()
    till.start(order)
    # Signed and sealed by the other merchant's keys, sent to us:
    assert refused(till, till.forged(order, signer=other_till)) == "unknown_serial"
    # ... naming themselves, sent to them, about our order:
    own = {"appid": other_till.merchant.app_id, "mchid": other_till.merchant.merchant_id}
    assert refused(other_till, till.forged(order, signer=other_till, **own)) == "unknown_order"
    # ... naming us, sent to them:
    assert refused(other_till, till.forged(order, signer=other_till)) == "other_merchant"
    # ... and our own true notice, sent to them:
    till.press(order)
    assert refused(other_till, till.letter()) == "unknown_serial"
    assert (till.state(order), till.books(), other_till.books()) == ("unpaid", [], [])


def test_an_old_notice_is_refused(till, clock):
    order = till.order()
    till.press(order)
    clock.now -= 360
    assert refused(till, till.letter()) == "stale"
    clock.now += 720
    assert refused(till, till.letter()) == "stale"
    assert till.books() == []


def test_a_probe_is_refused_like_any_other(till):
    order = till.order()
    till.press(order)
    till.outside.fault(till.merchant, "probe_notice")
    assert refused(till, till.letter()) == "bad_signature"
    till.tell(till.letter())
    assert till.state(order) == "paid"


def test_an_unknown_key_is_never_fetched_from_inside_the_notice_but_soon(till, monkeypatch):
    order = till.order()
    till.press(order)
    till.outside.rotate(till.merchant)
    with monkeypatch.context() as patch:
        patch.setattr("httpx.Client.send", lambda *args, **options: pytest.fail("the notice went out"))
        assert refused(till, till.letter()) == "unknown_serial"
        assert refused(till, till.letter()) == "unknown_serial"
    jobs = DBTaskResult.objects.filter(task_path__endswith="catch_up_keys")
    assert jobs.count() == 1
    job = jobs.get()
    job.task.call(*job.task_result.args)
    till.tell(till.letter())
    assert till.state(order) == "paid"


def test_forged_serials_make_us_ask_once_a_minute(till):
    order = till.order()
    till.press(order)
    letter = till.letter()
    for turn in range(20):
        headers = {**letter.headers, "Wechatpay-Serial": f"{turn:040X}"}
        assert refused(till, replace(letter, headers=headers)) == "unknown_serial"
    assert DBTaskResult.objects.filter(task_path__endswith="catch_up_keys").count() == 1
    with shop_scope(till.shop.id):
        till.account.refresh_from_db()
        till.account.keys_asked_at -= timedelta(seconds=61)
        till.account.save()
    assert refused(till, replace(letter, headers={**letter.headers, "Wechatpay-Serial": "F" * 40}))
    assert DBTaskResult.objects.filter(task_path__endswith="catch_up_keys").count() == 2


@pytest.mark.django_db(transaction=True)
def test_what_fails_half_way_leaves_nothing_and_can_be_told_again(till, monkeypatch):
    order = till.order()
    till.press(order)
    with monkeypatch.context() as patch:
        patch.setattr(Payment, "save", lambda *args, **options: (_ for _ in ()).throw(RuntimeError("power cut")))
        with pytest.raises(RuntimeError):
            till.tell(till.letter())
    assert (till.state(order), till.books(), till.records()) == ("unpaid", [], 0)
    till.tell(till.letter())
    assert (till.state(order), till.books(), till.records()) == ("paid", [PAID], 1)


def test_the_record_of_notices_can_only_be_added_to(till):
    till.paid()
    with shop_scope(till.shop.id):
        for change in (lambda rows: rows.update(event="x"), lambda rows: rows._raw_delete("default")):
            with pytest.raises(DatabaseError), transaction.atomic():
                change(NoticeRecord.objects.all())


def test_no_secret_and_no_openid_is_logged(till, caplog):
    caplog.set_level("DEBUG")
    order = till.paid()
    refund_order(till.shop.id, order.pk)
    till.outside.rotate(till.merchant)
    refused(till, till.letter())
    logged = caplog.text
    assert logged
    for secret in (
        till.merchant.api_v3_key,
        till.merchant.app_secret,
        "PRIVATE KEY",
        'mchid="',
        "onoodle",
        "Authorization",
    ):
        assert secret not in logged
