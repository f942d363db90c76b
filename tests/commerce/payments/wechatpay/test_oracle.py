"""An implementation by others, wechatpayv3, agrees with ours on what is signed and sealed well, and gets on with the
sandbox. It is a judge of signatures only: it takes old and repeated notices, which ours does not."""

import json

import pytest
from wechatpayv3 import WeChatPay as OtherClient
from wechatpayv3 import WeChatPayType
from wechatpayv3 import core as others
from wechatpayv3.utils import aes_decrypt, build_authorization, rsa_sign, rsa_verify

from kaipu.commerce.payments.gateway import Way
from kaipu.commerce.payments.gateways.wechatpay.keys import load_merchant_key
from kaipu.commerce.payments.gateways.wechatpay.sealed import Sealed, open_sealed
from kaipu.commerce.payments.gateways.wechatpay.signatures import Signer, signature_matches
from kaipu.sandbox.wechatpay.keys import is_signed, read_authorization, seal
from kaipu.sandbox.wechatpay.notices import write_letter

BODIES = [b"", b"{}", '{"description":"红烧牛肉面"}'.encode(), b"x" * 10_000, b"ends with a newline\n"]


@pytest.fixture
def key(merchant):
    return load_merchant_key(merchant.private_key_pem, proven=True)


@pytest.fixture
def signer(merchant, key):
    return Signer(merchant.merchant_id, merchant.merchant_serial, key)


@pytest.mark.parametrize("body", BODIES)
def test_what_we_sign_they_verify(signer, key, body):
    signature = signer.sign(b"1780000000", b"NONCE", body)
    assert rsa_verify("1780000000", "NONCE", body.decode(), signature, key.public_key())
    assert not rsa_verify("1780000001", "NONCE", body.decode(), signature, key.public_key())


@pytest.mark.parametrize("body", BODIES)
def test_what_they_sign_we_verify(key, body):
    signature = rsa_sign(key, f"1780000000\nNONCE\n{body.decode()}\n")
    assert signature_matches(key.public_key(), signature, "1780000000", "NONCE", body)
    assert not signature_matches(key.public_key(), signature, "1780000000", "NONCE", body + b" ")


def test_both_write_the_same_authorization(signer, key, merchant):
    theirs = build_authorization("/v3/certificates", "GET", merchant.merchant_id, merchant.merchant_serial, key)
    said = read_authorization(theirs)
    ours = signer.authorization("GET", "/v3/certificates", b"", int(said.timestamp), said.nonce)
    assert read_authorization(ours) == said
    message = f"GET\n/v3/certificates\n{said.timestamp}\n{said.nonce}\n\n"
    assert is_signed(merchant.private_key_pem, said.signature, message.encode())


def test_both_open_the_same_seal(merchant):
    sealed = seal(merchant.api_v3_key, "certificate", "面".encode())
    theirs = aes_decrypt(sealed["nonce"], sealed["ciphertext"], sealed["associated_data"], merchant.api_v3_key)
    assert open_sealed(Sealed(**sealed), merchant.api_v3_key).decode() == theirs == "面"


def test_both_sign_the_call_of_a_mini_program_alike(client, other_client, merchant):
    params = client.invite(Way.JSAPI, "wx1", "")["params"]
    theirs = other_client.sign([merchant.app_id, params["timeStamp"], params["nonceStr"], "prepay_id=wx1"])
    assert params["paySign"] == theirs


@pytest.fixture
def other_client(monkeypatch, outside, merchant):
    """Theirs, whose address cannot be set, made to speak to the sandbox."""

    class Detour:
        @staticmethod
        def get(url, **options):
            return requests.get(url.replace("https://api.mch.weixin.qq.com", outside.sandbox.url), **options)

        @staticmethod
        def post(url, **options):
            return requests.post(url.replace("https://api.mch.weixin.qq.com", outside.sandbox.url), **options)

    requests = others.requests
    monkeypatch.setattr(others, "requests", Detour)
    return OtherClient(
        wechatpay_type=WeChatPayType.H5,
        mchid=merchant.merchant_id,
        private_key=merchant.private_key_pem,
        cert_serial_no=merchant.merchant_serial,
        appid=merchant.app_id,
        apiv3_key=merchant.api_v3_key,
        notify_url="http://127.0.0.1:9/notify",
    )


def test_they_pay_and_refund_in_the_sandbox(outside, other_client):
    scene = {"payer_client_ip": "127.0.0.1", "h5_info": {"type": "Wap"}}
    status, answer = other_client.pay(
        description="面", out_trade_no="order000001", amount={"total": 100}, scene_info=scene
    )
    assert status == 200, answer
    outside.press(json.loads(answer)["h5_url"])
    status, answer = other_client.query(out_trade_no="order000001")
    assert (status, json.loads(answer)["trade_state"]) == (200, "SUCCESS")
    status, answer = other_client.refund(
        out_refund_no="refund1",
        out_trade_no="order000001",
        amount={"refund": 100, "total": 100, "currency": "CNY"},
        notify_url="http://127.0.0.1:9/notify",
    )
    assert (status, json.loads(answer)["status"]) == (200, "PROCESSING")
    outside.carry()
    status, answer = other_client.query_refund("refund1")
    assert (status, json.loads(answer)["status"]) == (200, "SUCCESS")


def test_they_close_in_the_sandbox(other_client):
    scene = {"payer_client_ip": "127.0.0.1", "h5_info": {"type": "Wap"}}
    other_client.pay(description="面", out_trade_no="order000001", amount={"total": 100}, scene_info=scene)
    assert other_client.close("order000001")[0] == 204


def test_they_read_the_sandbox_s_notices(outside, other_client, client, purchase):
    outside.press(client.prepare(purchase))
    with outside.sandbox.around.store.work() as db:
        row = db.execute("SELECT * FROM notices").fetchone()
        letter = write_letter(db, row, outside.sandbox.around.clock())
    told = other_client.callback(letter.headers, letter.body)
    assert told["event_type"] == "TRANSACTION.SUCCESS"
    assert told["resource"]["out_trade_no"] == purchase.out_trade_no
