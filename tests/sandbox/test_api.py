"""The merchants' API: who may ask, what is refused, and that asking twice is asking once."""

import base64
import concurrent.futures
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import load_pem_x509_certificate

QUERY = "/v3/pay/transactions/out-trade-no/order000001?mchid="


def code_of(response):
    return response.status_code, response.json()["code"]


@pytest.mark.parametrize(
    "changed",
    [{"timestamp": "1"}, {"timestamp": "x"}, {"serial": "0"}, {"signature": "AAAA"}, {"signature": "not base64!"}],
)
def test_a_request_not_signed_by_the_merchant_is_refused(counter, changed):
    assert code_of(counter.send("GET", "/v3/certificates", **changed)) == (401, "SIGN_ERROR")


def test_a_request_without_authorization_is_refused(counter):
    assert code_of(counter.http.get(f"{counter.sandbox.url}/v3/certificates")) == (401, "SIGN_ERROR")


def test_answers_are_signed_with_the_key_their_serial_names(counter):
    response = counter.send("GET", "/v3/certificates")
    item = response.json()["data"][0]
    sealed = item["encrypt_certificate"]
    pem = AESGCM(counter.merchant.api_v3_key.encode()).decrypt(
        sealed["nonce"].encode(), base64.b64decode(sealed["ciphertext"]), sealed["associated_data"].encode()
    )
    certificate = load_pem_x509_certificate(pem)
    assert f"{certificate.serial_number:X}" == item["serial_no"] == response.headers["Wechatpay-Serial"]
    signed = f"{response.headers['Wechatpay-Timestamp']}\n{response.headers['Wechatpay-Nonce']}\n{response.text}\n"
    signature = base64.b64decode(response.headers["Wechatpay-Signature"])
    certificate.public_key().verify(signature, signed.encode(), PKCS1v15(), SHA256())


def test_the_same_number_is_one_payment(counter):
    first = counter.prepay()
    assert counter.prepay().json() == first.json()
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = {answer.text for answer in pool.map(lambda _: counter.prepay(), range(16))}
    assert answers == {first.text}


def test_the_same_number_with_other_content_is_refused(counter):
    counter.prepay()
    assert code_of(counter.prepay(amount={"total": 1, "currency": "CNY"})) == (403, "OUT_TRADE_NO_USED")
    assert code_of(counter.prepay(way="jsapi")) == (403, "OUT_TRADE_NO_USED")


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({"appid": "wxother"}, 400, "APPID_MCHID_NOT_MATCH"),
        ({"mchid": "1900000000"}, 400, "APPID_MCHID_NOT_MATCH"),
        ({"amount": {"total": 0}}, 400, "PARAM_ERROR"),
        ({"amount": {"total": "3400"}}, 400, "PARAM_ERROR"),
        ({"scene_info": None}, 400, "PARAM_ERROR"),
        ({"notify_url": "https://example.com/notify"}, 400, "PARAM_ERROR"),
        ({"notify_url": "http://127.0.0.1:1/notify?x=1"}, 400, "PARAM_ERROR"),
        ({"description": "面" * 128}, 400, "PARAM_ERROR"),
    ],
)
def test_what_a_prepay_may_not_say(counter, changed, status, code):
    assert code_of(counter.prepay(**changed)) == (status, code)


def test_numbers_are_of_the_documented_form(counter):
    assert code_of(counter.prepay(number="short")) == (400, "PARAM_ERROR")
    assert code_of(counter.prepay(number="x" * 33)) == (400, "PARAM_ERROR")


def test_a_payment_is_unpaid_then_paid(counter):
    counter.prepay()
    unpaid = counter.send("GET", QUERY + counter.merchant.merchant_id).json()
    assert unpaid["trade_state"] == "NOTPAY"
    assert "transaction_id" not in unpaid
    counter.pay()
    paid = counter.send("GET", QUERY + counter.merchant.merchant_id).json()
    assert (paid["trade_state"], paid["amount"]["total"], paid["trade_type"]) == ("SUCCESS", 3400, "MWEB")
    assert len(paid["transaction_id"]) == 28


def test_what_was_never_announced_is_not_there(counter):
    assert code_of(counter.send("GET", QUERY + counter.merchant.merchant_id)) == (404, "ORDER_NOT_EXIST")
    assert code_of(counter.send("GET", QUERY + "1")) == (400, "PARAM_ERROR")


def test_what_is_closed_cannot_be_paid_and_what_is_paid_not_closed(counter):
    page = counter.prepay().json()["h5_url"]
    close = "/v3/pay/transactions/out-trade-no/{}/close"
    body = {"mchid": counter.merchant.merchant_id}
    assert counter.send("POST", close.format("order000001"), body).status_code == 204
    assert counter.send("POST", close.format("order000001"), body).status_code == 204
    assert "订单已关闭" in counter.http.post(page, data={"press": "pay"}).text
    counter.pay("order000002")
    assert code_of(counter.send("POST", close.format("order000002"), body)) == (400, "ORDERPAID")


def test_a_refund_is_accepted_then_done(counter, clock, carry):
    counter.pay()
    assert counter.refund().json()["status"] == "PROCESSING"
    carry()
    assert counter.send("GET", "/v3/refund/domestic/refunds/refund1").json()["status"] == "PROCESSING"
    clock.now += 10
    carry()
    refund = counter.send("GET", "/v3/refund/domestic/refunds/refund1").json()
    assert (refund["status"], refund["amount"]["refund"]) == ("SUCCESS", 3400)
    assert counter.send("GET", QUERY + counter.merchant.merchant_id).json()["trade_state"] == "REFUND"


def test_refunds_never_exceed_the_payment(counter):
    counter.pay()
    assert counter.refund(refund_number="a", fen=2000).status_code == 200
    assert counter.refund(refund_number="a", fen=2000).status_code == 200
    assert code_of(counter.refund(refund_number="a", fen=1000)) == (400, "INVALID_REQUEST")
    assert code_of(counter.refund(refund_number="b", fen=2000)) == (403, "NOT_ENOUGH")
    assert counter.refund(refund_number="b", fen=1400).status_code == 200


def test_only_what_is_paid_can_be_refunded(counter):
    counter.prepay()
    assert code_of(counter.refund()) == (404, "RESOURCE_NOT_EXISTS")
    assert code_of(counter.send("GET", "/v3/refund/domestic/refunds/none")) == (404, "RESOURCE_NOT_EXISTS")


def test_hostile_requests_are_answered_and_change_nothing(counter):
    url = f"{counter.sandbox.url}/v3/refund/domestic/refunds"
    for body in (b"", b"{", b"[" * 50_000, b"\xff\xfe", b"x" * 70_000, json.dumps({"a": None}).encode()):
        assert 400 <= counter.http.post(url, content=body).status_code < 500
    assert 400 <= counter.send("POST", "/v3/refund/domestic/refunds", [[[]]]).status_code < 500
    assert counter.http.get(f"{counter.sandbox.url}/nothing").status_code == 404
