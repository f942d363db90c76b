"""Reading a notice: what is good is opened, and nothing else, however little it differs."""

import base64
import json
import random
from dataclasses import replace
from datetime import timedelta

import pytest

from kaipu.commerce.payments.gateway import PaymentState, PlatformCertificate, UnknownKey, Untrusted
from kaipu.commerce.payments.gateways.wechatpay.keys import PlatformKeys, load_merchant_key
from kaipu.sandbox.wechatpay.keys import make_private_key, public_pem, seal, sign

MERCHANT_ID, API_V3_KEY, SERIAL = "1900000001", "k" * 32, "PUB_KEY_ID_0116"
PLATFORM_KEY = make_private_key()
TRANSACTION = {
    "appid": "wx1",
    "mchid": MERCHANT_ID,
    "out_trade_no": "order000001",
    "transaction_id": "4200000001",
    "trade_state": "SUCCESS",
    "success_time": "2026-05-01T12:00:00+08:00",
    "amount": {"total": 3400, "payer_total": 3400, "currency": "CNY", "payer_currency": "CNY"},
    "payer": {"openid": "oUser"},
}


@pytest.fixture
def read(gateway, clock, outside, merchant):
    """Reads a notice as this merchant would."""
    credentials = replace(
        outside.credentials(merchant),
        merchant_id=MERCHANT_ID,
        secrets={"api_v3_key": API_V3_KEY},
        platform_keys=[PlatformCertificate(SERIAL, public_pem(PLATFORM_KEY), None)],
    )
    return lambda headers, body, now=None: gateway.read_notice(credentials, headers, body, now or clock.aware())


def notice(clock, payload=TRANSACTION, event="TRANSACTION.SUCCESS", api_v3_key=API_V3_KEY, key=PLATFORM_KEY, **changed):
    resource = seal(api_v3_key, changed.pop("associated_data", "transaction"), json.dumps(payload).encode())
    envelope = {"id": "EV-1", "event_type": event, "resource": resource | changed.pop("resource", {})}
    return signed(clock, json.dumps(envelope | changed).encode(), key)


def signed(clock, body, key=PLATFORM_KEY, timestamp=None):
    timestamp = timestamp or str(int(clock.now))
    headers = {
        "Wechatpay-Serial": SERIAL,
        "Wechatpay-Timestamp": timestamp,
        "Wechatpay-Nonce": "NONCE",
        "Wechatpay-Signature": sign(key, f"{timestamp}\nNONCE\n".encode() + body + b"\n"),
        "Wechatpay-Signature-Type": "WECHATPAY2-SHA256-RSA2048",
    }
    return headers, body


def refused(read, headers, body):
    with pytest.raises(Untrusted) as error:
        read(headers, body)
    return error.value.code


def test_a_good_notice_is_opened(read, clock):
    found = read(*notice(clock))
    assert (found.id, found.event) == ("EV-1", "TRANSACTION.SUCCESS")
    assert (found.fact.state, found.fact.amount_fen) == (PaymentState.PAID, 3400)
    assert read(*notice(clock, associated_data="")).fact == found.fact


@pytest.mark.parametrize("age_s", [-299, 0, 299])
def test_a_notice_of_these_five_minutes_is_good(read, clock, age_s):
    headers, body = notice(clock)
    assert read(headers, body, clock.aware() + timedelta(seconds=age_s))


@pytest.mark.parametrize("age_s", [-86400, -300, 300, 86400])
def test_an_older_or_later_one_is_not(read, clock, age_s):
    headers, body = notice(clock)
    with pytest.raises(Untrusted, match="stale"):
        read(headers, body, clock.aware() + timedelta(seconds=age_s))


@pytest.mark.parametrize("timestamp", ["", "soon", "1e9", "-1", " 1", "1" * 40, "１７８０００００００", "1780000000.0"])
def test_a_timestamp_is_a_number_of_seconds(read, clock, timestamp):
    headers, body = notice(clock)
    assert refused(read, headers | {"Wechatpay-Timestamp": timestamp}, body) in ("stale", "unsigned")


def test_someone_elses_signature_is_refused(read, clock):
    assert refused(read, *notice(clock, key=make_private_key())) == "bad_signature"


def test_another_serial_is_an_unknown_key(read, clock):
    headers, body = notice(clock)
    with pytest.raises(UnknownKey):
        read(headers | {"Wechatpay-Serial": "PUB_KEY_ID_0117"}, body)


def test_a_header_that_is_missing_is_refused(read, clock):
    headers, body = notice(clock)
    for name in ("Wechatpay-Serial", "Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature"):
        assert refused(read, {key: value for key, value in headers.items() if key != name}, body) == "unsigned"


@pytest.mark.parametrize(
    "wrong",
    [
        {"api_v3_key": "x" * 32},
        {"event": "COUPON.USE"},
        {"payload": {"mchid": MERCHANT_ID}},
        {"payload": TRANSACTION | {"amount": {"total": "3400"}}},
        {"payload": TRANSACTION | {"amount": {"total": 34.0}}},
        {"payload": TRANSACTION | {"success_time": "2026-05-01T12:00:00"}},
        {"payload": [1]},
        {"resource": {"algorithm": "AES"}},
        {"resource": {"nonce": "short"}},
        {"resource": {"nonce": None}},
        {"resource": {"ciphertext": "not base64"}},
        {"resource": {"ciphertext": base64.b64encode(b"x" * 40).decode()}},
        {"id": ""},
        {"id": "x" * 65},
        {"id": 7},
    ],
)
def test_a_signed_notice_that_makes_no_sense_is_refused(read, clock, wrong):
    assert refused(read, *notice(clock, **wrong)) == "unreadable"


@pytest.mark.parametrize("body", [b"", b"{", b"null", b"[]", b"\xff", b"[" * 30_000, b'{"id":"1"}'])
def test_a_signed_body_that_is_no_notice_is_refused(read, clock, body):
    assert refused(read, *signed(clock, body)) == "unreadable"


def test_a_notice_for_another_merchant_is_refused(read, clock):
    assert refused(read, *notice(clock, TRANSACTION | {"mchid": "1900000002"})) == "other_merchant"


def test_two_thousand_notices_each_wrong_by_one_byte_are_all_refused(read, clock):
    headers, body = notice(clock)
    chance = random.Random(20260501)
    names = [name for name in headers if name != "Wechatpay-Signature-Type"]
    for turn in range(2000):
        if turn % 2:
            place = chance.randrange(len(body))
            changed = body[:place] + bytes([body[place] ^ chance.randrange(1, 256)]) + body[place + 1 :]
            assert refused(read, headers, changed)
        else:
            name = chance.choice(names)
            place = chance.randrange(len(headers[name]))
            other = chance.choice([chr(code) for code in range(1, 256) if chr(code) != headers[name][place]])
            assert refused(read, headers | {name: headers[name][:place] + other + headers[name][place + 1 :]}, body)


def test_a_signature_has_one_spelling(read, clock):
    """The base64 of 256 bytes ends in a character with four spare bits: fifteen more spellings decode to the same."""
    headers, body = notice(clock)
    last = headers["Wechatpay-Signature"][341]
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    start = alphabet.index(last) & ~15
    for other in set(alphabet[start : start + 16]) - {last}:
        spelled = headers["Wechatpay-Signature"][:341] + other + "=="
        assert base64.b64decode(spelled) == base64.b64decode(headers["Wechatpay-Signature"])
        assert refused(read, headers | {"Wechatpay-Signature": spelled}, body) == "bad_signature"


def test_another_signature_type_is_refused(read, clock):
    headers, body = notice(clock)
    assert refused(read, headers | {"Wechatpay-Signature-Type": "SM2"}, body) == "unknown_signature_type"


def test_keys_that_are_none_are_refused_when_handed_in():
    with pytest.raises(ValueError, match="neither a public key nor a certificate"):
        PlatformKeys([PlatformCertificate("PUB_KEY_ID_1", "nonsense", None)])
    with pytest.raises(ValueError, match="PEM file without a password"):
        load_merchant_key("nonsense", proven=False)


def test_a_certificate_stands_under_its_own_serial_and_until_it_expires(client, clock):
    certificate = client.fetch_keys()[0]
    keys = PlatformKeys([certificate])
    assert keys.find(certificate.serial, clock.aware())
    assert keys.find(certificate.serial, certificate.expires_at) is None
    with pytest.raises(ValueError, match="serial number"):
        PlatformKeys([replace(certificate, serial="5157F09EFDC096DE15EBE81A47057A7232F1B8E1")])
