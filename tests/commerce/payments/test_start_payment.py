"""Starting a payment: once announced however often it is pressed, for the order's own amount, by its own shopper."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kaipu.commerce.members.models import Shopper
from kaipu.commerce.payments.gateway import Way
from kaipu.commerce.payments.line import notify_url
from kaipu.commerce.payments.models import Payment
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.identity import new_id
from kaipu.commerce.shops.tenancy import shop_scope


def refusal(till, order, way=Way.H5, **changed):
    with pytest.raises(Refusal) as refused:
        till.start(order, way, **changed)
    return refused.value.code


def announced(till):
    with till.outside.sandbox.around.store.work() as db:
        return [dict(row) for row in db.execute("SELECT * FROM payments ORDER BY prepared_at")]


def test_the_order_says_what_is_to_be_paid(till):
    order = till.order()
    invitation = till.start(order)
    assert invitation["way"] == "h5"
    assert invitation["url"].startswith(till.outside.sandbox.url)
    (payment,) = announced(till)
    assert (payment["total_fen"], payment["currency"]) == (3400, "CNY")
    assert payment["description"] == f"老王面馆 {order.number}"
    assert payment["expires_at"] == pytest.approx(order.pay_before.timestamp(), abs=1)
    assert payment["notify_url"].endswith("/notify/wechatpay/noodle")


def test_pressing_again_is_the_same_payment(till):
    order = till.order()
    assert till.start(order) == till.start(order)
    assert len(announced(till)) == 1


def test_the_jsapi_way_needs_the_shopper_s_openid_and_signs_for_it(till):
    params = till.start(till.order(), Way.JSAPI)["params"]
    (payment,) = announced(till)
    assert (payment["way"], payment["openid"]) == ("jsapi", "onoodle")
    url = f"{till.outside.sandbox.url}/pay/jsapi/{payment['prepay_id']}"
    paid = till.outside.browser.post(url, json={"appId": till.merchant.app_id, **params})
    assert paid.json() == {"errMsg": "requestPayment:ok"}


def test_without_an_openid_there_is_no_jsapi_way(till):
    with shop_scope(till.shop.id):
        stranger = Shopper.objects.create()
    order = till.order(shopper_id=stranger.pk)
    assert refusal(till, order, Way.JSAPI, shopper_id=stranger.pk) == "platform_sign_in_needed"


def test_another_way_closes_the_first(till):
    order = till.order()
    first = till.start(order)["url"]
    till.start(order, Way.JSAPI)
    assert [payment["state"] for payment in announced(till)] == ["CLOSED", "NOTPAY"]
    till.outside.press(first)
    assert [payment["state"] for payment in announced(till)] == ["CLOSED", "NOTPAY"]


def test_another_way_after_paying_is_no_second_payment(till):
    order = till.order()
    till.press(order)
    assert refusal(till, order, Way.JSAPI) == "order_paid_already"
    assert till.state(order) == "paid"


def test_pressing_again_after_paying_finds_it_paid_though_no_notice_came(till):
    order = till.order()
    till.press(order)
    assert refusal(till, order) == "order_paid_already"
    assert till.state(order) == "paid"
    assert len(till.books()) == 1


def test_whose_order_it_is(till, other_till):
    order = till.order()
    assert refusal(till, order, shopper_id=new_id()) == "order_unknown"
    assert refusal(other_till, order, shopper_id=till.shopper_id) == "order_unknown"
    assert announced(till) == []


@pytest.mark.parametrize("state", ["cancelled", "refunded"])
def test_what_is_over_cannot_be_paid(till, state):
    assert refusal(till, till.order(state=state)) == "payment_too_late"


def test_what_is_paid_cannot_be_paid(till):
    assert refusal(till, till.order(state="making", paid_at=timezone.now())) == "order_paid_already"


def test_too_late_is_too_late(till):
    assert refusal(till, till.order(pay_before=timezone.now())) == "payment_too_late"


def test_the_gateway_gets_its_minute(till):
    till.start(till.order(pay_before=timezone.now() + timedelta(seconds=5)))
    assert announced(till)[0]["expires_at"] > timezone.now().timestamp() + 60


def test_a_shop_without_an_account_takes_no_payments(till, other_till, outside):
    with shop_scope(other_till.shop.id):
        other_till.account.delete()
    assert refusal(other_till, other_till.order()) == "shop_takes_no_payments"


@pytest.mark.parametrize("fault", ["lose_answer", "unavailable", "probe_answer"])
def test_a_gateway_that_does_not_answer_charges_nothing_and_is_asked_again(till, fault):
    order = till.order()
    till.outside.fault(till.merchant, fault, times=2)
    assert refusal(till, order) == "gateway_unreachable"
    assert till.start(order)["url"]
    assert len(announced(till)) == 1


def test_a_gateway_that_says_no_is_said(till):
    with shop_scope(till.shop.id):
        till.account.app_id = "wxwrong"
        till.account.save()
    with pytest.raises(Refusal) as refused:
        till.start(till.order())
    assert (refused.value.code, refused.value.params["gateway_code"]) == (
        "payments_unavailable", "APPID_MCHID_NOT_MATCH",
    )  # fmt: skip


def test_a_rotation_in_between_is_caught_up_with(till):
    with shop_scope(till.shop.id):
        till.account.keys_asked_at = timezone.now() - timedelta(minutes=2)
        till.account.save()
    till.outside.rotate(till.merchant)
    assert till.start(till.order())["url"]


def test_keys_are_asked_for_once_a_minute_at_most(till):
    assert till.start(till.order())["url"]
    till.outside.rotate(till.merchant)
    assert till.start(till.order())["url"]
    till.outside.rotate(till.merchant)
    assert refusal(till, till.order()) == "gateway_unreachable"


@pytest.mark.django_db(transaction=True)
def test_twenty_presses_at_once_announce_one_payment(till):
    order = till.order()

    def press(_):
        try:
            return till.start(order)["url"]
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as pool:
        urls = set(pool.map(press, range(20)))
    assert len(urls) == 1
    assert len(announced(till)) == 1
    with shop_scope(till.shop.id):
        assert Payment.objects.count() == 1
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_first_buyers_of_a_shop_may_come_together(till):
    """None of them knows the gateway's keys yet, one of them fetches them."""
    with shop_scope(till.shop.id):
        till.account.platform_keys, till.account.keys_asked_at = [], None
        till.account.save()
    orders = [till.order() for _ in range(6)]

    def press(order):
        try:
            return till.start(order)["url"]
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(press, orders))) == 6


def test_a_payment_that_is_closed_while_the_gateway_is_asked_is_not_handed_out(till, monkeypatch):
    order = till.order()
    closed = []

    def close_meanwhile(account, slug):
        if not closed:
            with shop_scope(till.shop.id):
                closed.append(Payment.objects.update(state=Payment.State.CLOSED))
        return notify_url(account, slug)

    monkeypatch.setattr("kaipu.commerce.payments.actions.start_payment.notify_url", close_meanwhile)
    url = till.start(order)["url"]
    assert closed == [1]
    assert till.payment(order).state == Payment.State.OPEN
    assert url.startswith(till.payment(order).ticket)


def test_the_gateway_is_never_asked_within_a_transaction_of_the_shop(till):
    order = till.order()
    with shop_scope(till.shop.id), pytest.raises(RuntimeError, match="outside of the shop's scope"):
        till.start(order)
