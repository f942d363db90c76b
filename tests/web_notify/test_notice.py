"""The address a gateway tells us at: the documented answers, to the byte, whatever comes."""

import json
import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection
from django.test import Client

from ..commerce.payments.till import PAID

URL = "/notify/wechatpay/noodle"


@pytest.fixture
def post():
    """A stranger's POST: no cookie, CSRF checks on."""
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    return lambda body, headers=None, url=URL: client.post(
        url, data=body, content_type="application/json", headers=headers or {}
    )


@pytest.fixture
def letter(till):
    till.order_paid = till.order()
    till.press(till.order_paid)
    return till.letter()


def refusal(answer):
    assert answer["Content-Type"] == "application/json"
    said = json.loads(answer.content)
    assert set(said) == {"code", "message"}
    assert said["code"] == "FAIL"
    return answer.status_code, said["message"]


def test_a_notice_is_taken_with_204_and_nothing_else(till, letter, post):
    for _ in range(2):
        answer = post(letter.body, letter.headers)
        assert (answer.status_code, answer.content) == (204, b"")
    assert (till.state(till.order_paid), till.books()) == ("paid", [PAID])


def test_what_is_not_a_notice_is_refused_as_documented(letter, post):
    assert refusal(post(b"")) == (400, "unsigned")
    assert refusal(post(letter.body)) == (400, "unsigned")
    assert refusal(post(letter.body + b" ", letter.headers)) == (400, "bad_signature")
    assert refusal(post(letter.body, {**letter.headers, "Wechatpay-Serial": "0" * 40})) == (503, "unknown_serial")
    assert refusal(post(letter.body, {**letter.headers, "Wechatpay-Timestamp": "1"})) == (400, "stale")


def test_a_shop_that_is_not_there_or_has_no_account(letter, other_shop, post):
    assert refusal(post(letter.body, letter.headers, "/notify/wechatpay/nobody")) == (404, "unknown_account")
    assert refusal(post(letter.body, letter.headers, "/notify/wechatpay/tea")) == (404, "unknown_account")


def test_a_gateway_that_is_not_there(letter, post):
    assert post(letter.body, letter.headers, "/notify/nothing/noodle").status_code == 404


def test_another_shop_s_true_notice_is_refused(letter, other_till, post):
    assert refusal(post(letter.body, letter.headers, "/notify/wechatpay/tea")) == (503, "unknown_serial")
    assert other_till.books() == []


def test_only_posts_of_a_notice_s_size(letter, till, post, client):
    assert refusal(client.get(URL)) == (405, "post_only")
    assert refusal(post(b"x" * (64 * 1024 + 1))) == (413, "too_long")
    assert refusal(post(b"x" * (64 * 1024))) == (400, "unsigned")
    assert post(b"x" * (2 * 1024 * 1024)).status_code == 413


def test_no_database_means_again_later(letter, post, monkeypatch):
    def gone(*args):
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr("kaipu.web.notify.notice.find_shop", gone)
    assert refusal(post(letter.body, letter.headers)) == (503, "try_again")


def test_a_fault_of_ours_is_no_success(letter, till, post, monkeypatch, caplog):
    def broken(*args):
        raise ZeroDivisionError

    monkeypatch.setattr("kaipu.web.notify.notice.receive_notice", broken)
    assert refusal(post(letter.body, letter.headers)) == (500, "fault")
    assert "ZeroDivisionError" in caplog.text


def test_five_hundred_notices_each_wrong_by_one_byte(till, letter, post):
    """None is accepted, and none makes the server fall over: 400, or 503 for a serial that might be a new key's."""
    chance = random.Random(500)
    names = ["Wechatpay-Serial", "Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature"]
    codes = set()
    for turn in range(500):
        body, headers = letter.body, dict(letter.headers)
        if turn % 2:
            place = chance.randrange(len(body))
            body = body[:place] + bytes([body[place] ^ chance.randrange(1, 256)]) + body[place + 1 :]
        else:
            name = chance.choice(names)
            place = chance.randrange(len(headers[name]))
            other = chance.choice([chr(code) for code in range(33, 127) if chr(code) != headers[name][place]])
            headers[name] = headers[name][:place] + other + headers[name][place + 1 :]
        status, message = refusal(post(body, headers))
        codes.add(message)
        assert status == (503 if message == "unknown_serial" else 400)
    assert codes == {"bad_signature", "stale", "unknown_serial"}
    assert (till.state(till.order_paid), till.books(), till.records()) == ("unpaid", [], 0)


@pytest.mark.django_db(transaction=True)
def test_the_gateway_s_own_hundred_notices_over_real_http(told_by_http, till):
    """The sandbox posts to a real server of ours: a hundred copies at once, then nothing is left to send."""
    order = till.order()
    till.outside.fault(till.merchant, "repeat_notice", value=99)
    till.press(order)
    till.outside.carry()
    assert (till.state(order), till.books(), till.records()) == ("paid", [PAID], 1)
    assert till.outside.carry() == 0


@pytest.mark.django_db(transaction=True)
def test_a_notice_that_was_refused_comes_again_and_is_taken(told_by_http, till):
    order = till.order()
    till.outside.fault(till.merchant, "probe_notice")
    till.press(order)
    assert till.outside.carry() == 2
    assert (till.state(order), till.books()) == ("paid", [PAID])


@pytest.mark.django_db(transaction=True)
def test_notices_in_parallel_from_many_connections(told_by_http, till, browser):
    order = till.order()
    till.press(order)
    letter = till.letter()

    def send(_):
        try:
            return browser.post(f"{told_by_http}{URL}", content=letter.body, headers=dict(letter.headers)).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as pool:
        statuses = list(pool.map(send, range(100)))
    assert set(statuses) == {204}
    assert (till.state(order), till.books(), till.records()) == ("paid", [PAID], 1)
