"""Notices come signed and sealed, again until they are accepted, and as wrongly as a test asks."""

import base64
import json

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kaipu.sandbox.wechatpay.notices import PROBE_PREFIX, RETRY_AFTER_S, require_near
from kaipu.sandbox.wire import Refusal


def opened(counter, body):
    resource = json.loads(body)["resource"]
    plain = AESGCM(counter.merchant.api_v3_key.encode()).decrypt(
        resource["nonce"].encode(), base64.b64decode(resource["ciphertext"]), resource["associated_data"].encode()
    )
    return json.loads(plain)


def test_a_payment_is_told_once_it_is_accepted(counter, receiver, carry):
    counter.pay()
    assert carry() == 1
    assert carry() == 0
    headers, body = receiver.notices[0]
    assert json.loads(body)["event_type"] == "TRANSACTION.SUCCESS"
    assert {"Wechatpay-Serial", "Wechatpay-Signature", "Wechatpay-Timestamp", "Wechatpay-Nonce"} <= set(headers)
    told = opened(counter, body)
    assert (told["mchid"], told["appid"]) == (counter.merchant.merchant_id, counter.merchant.app_id)
    assert (told["trade_state"], told["amount"]["total"]) == ("SUCCESS", 3400)


def test_a_notice_not_accepted_comes_again_on_the_documented_schedule(counter, receiver, clock, carry):
    receiver.statuses = [500] * 16
    counter.pay()
    carry()
    for pause_s in RETRY_AFTER_S:
        clock.now += pause_s - 1
        assert carry() == 0
        clock.now += 1
        assert carry() == 1
    clock.now += 100_000
    assert carry() == 0
    assert len(receiver.notices) == 16
    assert len({json.loads(body)["id"] for _, body in receiver.notices}) == 1
    assert len({headers["Wechatpay-Nonce"] for headers, _ in receiver.notices}) == 16
    assert sum(RETRY_AFTER_S) == 24 * 3600 + 4 * 60
    assert counter.notices()[0]["state"] == "given_up"


def test_only_200_and_204_accept(counter, receiver, clock, carry):
    receiver.statuses = [302, 201, 200]
    counter.pay()
    for _ in range(3):
        carry()
        clock.now += 100
    assert (len(receiver.notices), counter.notices()[0]["state"]) == (3, "delivered")


def test_a_refund_is_told_under_its_own_names(counter, receiver, clock, carry):
    counter.pay()
    counter.refund()
    clock.now += 10
    carry()
    told = opened(counter, receiver.notices[1][1])
    assert json.loads(receiver.notices[1][1])["event_type"] == "REFUND.SUCCESS"
    assert (told["refund_status"], told["out_refund_no"], told["mchid"]) == (
        "SUCCESS", "refund1", counter.merchant.merchant_id,
    )  # fmt: skip
    assert "status" not in told


def test_faults_of_notices(counter, receiver, clock, carry):
    counter.fault("repeat_notice", value=9)
    counter.pay("order000001")
    carry()
    assert len(receiver.notices) == 10
    counter.fault("drop_notice")
    counter.pay("order000002")
    assert carry() == 0
    counter.fault("delay_notice", value=60)
    counter.pay("order000003")
    assert carry() == 0
    clock.now += 60
    assert carry() == 1
    assert [notice["state"] for notice in counter.notices()] == ["delivered", "dropped", "delivered"]


def test_held_notices_can_be_released_in_reverse(counter, receiver, carry):
    counter.fault("hold_notice", times=2)
    counter.pay("order000001")
    counter.pay("order000002")
    assert carry() == 0
    url = f"{counter.sandbox.url}/sandbox/notices/{counter.merchant.merchant_id}/release"
    assert counter.http.post(url, json={"reverse": True}).json() == {"released": 2}
    counter.sandbox.around.clock.now += 1
    carry()
    assert [opened(counter, body)["out_trade_no"] for _, body in receiver.notices] == ["order000002", "order000001"]


def test_a_probe_is_signed_wrongly_and_then_sent_rightly(counter, receiver, clock, carry):
    counter.fault("probe_notice")
    receiver.statuses = [401]
    counter.pay()
    carry()
    clock.now += 15
    carry()
    signatures = [headers["Wechatpay-Signature"].startswith(PROBE_PREFIX) for headers, _ in receiver.notices]
    assert signatures == [True, False]


def test_a_rotation_signs_with_the_new_key_and_lists_both(counter):
    old = counter.send("GET", "/v3/certificates").headers["Wechatpay-Serial"]
    rotate = f"{counter.sandbox.url}/sandbox/keys/{counter.merchant.merchant_id}/rotate"
    assert counter.http.post(rotate, json={}).status_code == 204
    answer = counter.send("GET", "/v3/certificates")
    listed = [item["serial_no"] for item in answer.json()["data"]]
    assert listed == [old, answer.headers["Wechatpay-Serial"]]


def test_the_panel_obeys_neither_forms_nor_other_hosts(counter):
    body = {"kind": "unavailable", "merchant_id": counter.merchant.merchant_id}
    url = f"{counter.sandbox.url}/sandbox/faults"
    assert counter.http.post(url, data=body).status_code == 400
    assert counter.http.post(url, json=body, headers={"Host": "evil.example"}).status_code == 403
    assert counter.http.post(url, json=body | {"merchant_id": "1"}).status_code == 404
    assert counter.send("GET", "/v3/certificates").status_code == 200
    counter.fault("unavailable")
    assert counter.send("GET", "/v3/certificates").status_code == 500
    counter.fault("unavailable", times=5)
    assert counter.http.delete(f"{url}/{counter.merchant.merchant_id}", headers={"Content-Type": "application/json"})
    assert counter.send("GET", "/v3/certificates").status_code == 200


def test_a_lost_answer_was_given(counter):
    counter.fault("lose_answer")
    lost = counter.prepay()
    assert lost.status_code == 502
    assert "Wechatpay-Signature" not in lost.headers
    query = f"/v3/pay/transactions/out-trade-no/order000001?mchid={counter.merchant.merchant_id}"
    assert counter.send("GET", query).json()["trade_state"] == "NOTPAY"


def test_the_sandbox_s_own_name_in_a_network_is_near_too():
    assert require_near("http://192.168.1.5:8000/notify/a", "http://192.168.1.5:8001")
    with pytest.raises(Refusal):
        require_near("http://192.168.1.6:8000/notify/a", "http://192.168.1.5:8001")
