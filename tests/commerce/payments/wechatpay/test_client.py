"""The client against the sandbox, which shares no code with it: every call, and every way an answer can go wrong."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from kaipu.commerce.payments.gateway import (
    AnswerKeyUnknown,
    GatewayRefused,
    GatewayUnreachable,
    PaymentState,
    RefundOrder,
    RefundState,
    Way,
)
from kaipu.commerce.payments.gateways.wechatpay.client import plain_text
from kaipu.commerce.payments.gateways.wechatpay.gateway import WeChatPay
from kaipu.commerce.payments.gateways.wechatpay.transport import Surroundings, require_allowed

BACK = "http://127.0.0.1:8000/s/noodle/order/1"


@pytest.fixture
def refund_order(purchase):
    return RefundOrder(
        out_trade_no=purchase.out_trade_no,
        out_refund_no="refund1",
        amount_fen=3400,
        payment_amount_fen=3400,
        reason="退单",
        notify_url=purchase.notify_url,
    )


@pytest.fixture
def paid(client, outside, purchase):
    outside.press(client.prepare(purchase))
    return client.query(purchase.out_trade_no)


def test_the_h5_way(client, outside, purchase, merchant):
    page = client.prepare(purchase)
    assert client.prepare(purchase) == page
    assert client.query(purchase.out_trade_no).state is PaymentState.UNPAID
    invitation = client.invite(Way.H5, page, BACK)
    assert parse_qs(urlsplit(invitation["url"]).query)["redirect_url"] == [BACK]
    assert outside.press(invitation["url"]).headers["Location"] == BACK
    fact = client.query(purchase.out_trade_no)
    assert (fact.state, fact.amount_fen, fact.currency) == (PaymentState.PAID, 3400, "CNY")
    assert (fact.merchant_id, fact.app_id) == (merchant.merchant_id, merchant.app_id)
    assert fact.paid_at is not None
    assert fact.transaction_id


def test_the_jsapi_way(client, outside, purchase, merchant):
    prepay_id = client.prepare(replace(purchase, way=Way.JSAPI, openid="oUser"))
    params = client.invite(Way.JSAPI, prepay_id, "")["params"]
    assert set(params) == {"timeStamp", "nonceStr", "package", "signType", "paySign"}
    url = f"{outside.sandbox.url}/pay/jsapi/{prepay_id}"
    assert outside.browser.post(url, json={"appId": "wxother", **params}).status_code == 400
    called = outside.browser.post(url, json={"appId": merchant.app_id, **params})
    assert called.json() == {"errMsg": "requestPayment:ok"}
    assert client.query(purchase.out_trade_no).state is PaymentState.PAID


def test_what_the_gateway_never_heard_of(client):
    assert client.query("never000001") is None
    assert client.query_refund("never") is None


def test_closing(client, outside, purchase):
    page = client.prepare(purchase)
    assert client.close(purchase.out_trade_no)
    assert client.close(purchase.out_trade_no)
    assert client.close("never000001")
    outside.press(page)
    assert client.query(purchase.out_trade_no).state is PaymentState.CLOSED


def test_closing_what_is_paid_is_not_closing(client, paid, purchase):
    assert not client.close(purchase.out_trade_no)


def test_refunding(client, outside, clock, paid, refund_order):
    asked = client.refund(refund_order)
    assert (asked.state, asked.amount_fen, asked.settled_at) == (RefundState.PROCESSING, 3400, None)
    assert client.refund(refund_order).refund_id == asked.refund_id
    outside.carry()
    done = client.query_refund("refund1")
    assert (done.state, done.refund_id) == (RefundState.SUCCEEDED, asked.refund_id)
    assert done.settled_at is not None
    assert client.query(refund_order.out_trade_no).state is PaymentState.REFUNDED


def test_a_refusal_names_its_documented_code(client, paid, refund_order, purchase):
    client.refund(refund_order)
    with pytest.raises(GatewayRefused) as refused:
        client.refund(replace(refund_order, out_refund_no="refund2"))
    assert (refused.value.code, refused.value.status) == ("NOT_ENOUGH", 403)
    with pytest.raises(GatewayRefused, match="ORDERPAID"):
        client.prepare(purchase)


def test_a_number_used_for_something_else_is_refused(client, purchase):
    client.prepare(purchase)
    with pytest.raises(GatewayRefused, match="OUT_TRADE_NO_USED"):
        client.prepare(replace(purchase, amount_fen=1))


@pytest.mark.parametrize("fault", ["lose_answer", "unavailable", "probe_answer"])
def test_one_bad_answer_is_overcome_and_nothing_happens_twice(client, outside, merchant, purchase, refund_order, fault):
    outside.fault(merchant, fault)
    page = client.prepare(purchase)
    outside.press(page)
    outside.fault(merchant, fault)
    refund = client.refund(refund_order)
    outside.fault(merchant, fault)
    assert client.query_refund("refund1").refund_id == refund.refund_id


@pytest.mark.parametrize("fault", ["lose_answer", "unavailable", "probe_answer"])
def test_answers_that_stay_bad_leave_the_outcome_open(client, outside, merchant, purchase, fault):
    outside.fault(merchant, fault, times=2)
    with pytest.raises(GatewayUnreachable):
        client.prepare(purchase)


def test_nobody_there_is_unreachable(gateway, outside, merchant, purchase):
    elsewhere = replace(outside.credentials(merchant), base_url="http://127.0.0.1:9")
    with pytest.raises(GatewayUnreachable):
        gateway.connect(elsewhere, ["127.0.0.1"]).prepare(purchase)


def test_a_wrong_key_is_refused(gateway, outside, merchant, purchase):
    other = outside.register("tea")
    secrets = {"private_key": other.private_key_pem, "api_v3_key": merchant.api_v3_key}
    with pytest.raises(GatewayRefused, match="SIGN_ERROR"):
        gateway.connect(replace(outside.credentials(merchant), secrets=secrets), ["127.0.0.1"]).prepare(purchase)


@pytest.mark.parametrize("skew_s", [-300, 300])
def test_a_clock_that_is_wrong_is_refused_by_the_gateway(outside, merchant, clock, purchase, skew_s):
    wrong = WeChatPay(Surroundings(lambda: clock.aware() + timedelta(seconds=skew_s), lambda: "N", lambda _: None))
    with pytest.raises(GatewayRefused, match="SIGN_ERROR"):
        wrong.connect(outside.credentials(merchant), ["127.0.0.1"]).prepare(purchase)


def test_certificates_sealed_with_another_key_are_not_believed(gateway, outside, merchant):
    secrets = {"private_key": merchant.private_key_pem, "api_v3_key": "0" * 32}
    with pytest.raises(GatewayUnreachable, match="cannot be trusted"):
        gateway.connect(replace(outside.credentials(merchant), secrets=secrets), ["127.0.0.1"]).fetch_keys()


def test_certificates_in_an_answer_that_is_signed_wrongly_are_not_believed(client, outside, merchant):
    outside.fault(merchant, "probe_answer")
    with pytest.raises(GatewayUnreachable, match="cannot be trusted"):
        client.fetch_keys()


def test_a_rotation_asks_for_new_keys_and_then_goes_on(client, outside, merchant, connect, purchase):
    client.prepare(purchase)
    outside.rotate(merchant)
    with pytest.raises(AnswerKeyUnknown):
        client.prepare(purchase)
    assert len(client.fetch_keys()) == 2
    assert connect(merchant).prepare(purchase)


def test_public_key_mode(outside, connect, gateway, purchase):
    merchant = outside.register("modern", verifies_with="public_key")
    client = connect(merchant)
    assert client.prepare(purchase)
    with pytest.raises(GatewayRefused, match="RESOURCE_NOT_EXISTS"):
        client.fetch_keys()


def test_both_kinds_of_keys_live_through_the_change_over(outside, gateway, merchant, client, purchase):
    certificates = client.fetch_keys()
    outside.rotate(merchant, "public_key")
    handed_in = outside.credentials(outside.register())
    both = replace(handed_in, platform_keys=[*handed_in.platform_keys, *certificates])
    changing = gateway.connect(both, ["127.0.0.1"])
    assert changing.prepare(purchase)
    assert changing.fetch_keys() == certificates
    outside.rotate(merchant)
    assert len(changing.fetch_keys()) == 2


@pytest.mark.parametrize(
    ("url", "allowed", "sentence"),
    [
        ("https://evil.example", ["api.mch.weixin.qq.com"], "may not go to evil.example"),
        ("http://api.mch.weixin.qq.com", ["api.mch.weixin.qq.com"], "over https"),
        ("https://api.mch.weixin.qq.com@evil.example", ["api.mch.weixin.qq.com"], "may not go to evil.example"),
        ("https://user@api.mch.weixin.qq.com", ["api.mch.weixin.qq.com"], "plain URL"),
        ("http://192.168.1.6:8001", ["http://192.168.1.5"], "may not go to 192.168.1.6"),
        ("file:///etc/passwd", ["api.mch.weixin.qq.com"], "may not go to"),
    ],
)
def test_secrets_go_to_allowed_hosts_only(gateway, outside, merchant, url, allowed, sentence):
    with pytest.raises(ValueError, match=sentence):
        gateway.connect(replace(outside.credentials(merchant), base_url=url), allowed)


def test_this_machine_may_have_another_name_than_loopback():
    assert require_allowed("http://192.168.1.5:8001/", ["http://192.168.1.5"]) == "http://192.168.1.5:8001"


def test_text_the_gateway_cannot_take_is_left_out():
    assert plain_text("面🍜\n条\ud800", 10) == "面条"
    assert plain_text("面" * 50, 42) == "面" * 42


def test_no_secret_shows_in_a_repr(outside, merchant):
    shown = repr(outside.credentials(merchant))
    assert merchant.api_v3_key not in shown
    assert "PRIVATE" not in shown
