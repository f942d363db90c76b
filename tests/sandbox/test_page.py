"""The payment page: what a shopper can do on it, in both languages, and where it leads."""

import re
from urllib.parse import quote

import pytest

from kaipu.sandbox.page.words import WORDS
from kaipu.sandbox.wechatpay.keys import rfc3339, sign

BACK = "http://127.0.0.1:8000/s/noodle/order/1?paid=1"


def page_url(counter, back=BACK):
    return f"{counter.prepay().json()['h5_url']}?redirect_url={quote(back, safe='')}"


def test_it_says_what_is_paid_to_whom_and_that_it_is_a_sandbox(counter):
    page = counter.http.get(page_url(counter), headers={"Accept-Language": "zh-CN,zh;q=0.9"})
    assert page.status_code == 200
    for words in ("老王面馆", "34.00", "红烧牛肉面", "order000001", "不会动用真钱", "立即付款", "取消"):
        assert words in page.text
    assert '<html lang="zh-CN">' in page.text


def test_it_speaks_english_too_and_keeps_the_way_back(counter):
    url = page_url(counter)
    page = counter.http.get(url, headers={"Accept-Language": "en-GB"})
    assert '<html lang="en">' in page.text
    assert "no real money moves" in page.text
    other = re.search(r'<footer>.*href="([^"]+)"', page.text, re.DOTALL).group(1).replace("&amp;", "&")
    turned = counter.http.get(counter.sandbox.url + other, headers={"Accept-Language": "en-GB"})
    assert "立即付款" in turned.text
    assert quote(BACK, safe="") in turned.text


def test_both_languages_say_the_same_things():
    assert WORDS["zh"].keys() == WORDS["en"].keys()


def test_paying_leads_back_to_the_shop(counter):
    url = page_url(counter)
    answer = counter.http.post(url, data={"press": "pay"})
    assert (answer.status_code, answer.headers["Location"]) == (303, BACK)
    assert counter.http.post(url, data={"press": "pay"}).status_code == 303
    assert "Paid" in counter.http.get(url, headers={"Accept-Language": "en"}).text
    assert len(counter.notices()) == 1


def test_cancelling_leads_back_and_pays_nothing(counter):
    answer = counter.http.post(page_url(counter), data={"press": "cancel"})
    assert (answer.status_code, answer.headers["Location"]) == (303, BACK)
    assert counter.notices() == []


@pytest.mark.parametrize(
    "back",
    ["https://evil.example/", "javascript:alert(1)", "//evil.example", "http://127.0.0.1@evil.example/", "http://[", "",
     "http://127.0.0.1/\r\nSet-Cookie: a=b"],
)  # fmt: skip
def test_it_leads_nowhere_else(counter, back):
    answer = counter.http.post(page_url(counter, back), data={"press": "pay"})
    assert answer.status_code == 200
    assert 'class="pay"' not in answer.text
    assert "set-cookie" not in answer.headers


def test_too_late_is_said(counter, clock):
    url = counter.prepay(time_expire=rfc3339(clock.now + 60)).json()["h5_url"]
    assert "Pay now" in counter.http.get(url, headers={"Accept-Language": "en"}).text
    clock.now += 60
    assert "Too late" in counter.http.get(url, headers={"Accept-Language": "en"}).text
    assert "Too late" in counter.http.post(url, data={"press": "pay"}, headers={"Accept-Language": "en"}).text
    assert counter.notices() == []


def test_what_merchants_write_is_shown_as_text(counter):
    url = counter.prepay(description="<script>alert(1)</script>").json()["h5_url"]
    page = counter.http.get(url)
    assert "<script" not in page.text
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]


def test_an_unknown_payment_is_a_page_too(counter):
    answer = counter.http.get(f"{counter.sandbox.url}/pay/h5/wx{'0' * 34}")
    assert answer.status_code == 404
    assert "找不到这笔付款" in answer.text


def call(counter, prepay_id, **changed):
    seconds = str(int(counter.sandbox.around.clock()))
    parts = (counter.merchant.app_id, seconds, "NONCE", f"prepay_id={prepay_id}")
    params = {
        "appId": parts[0],
        "timeStamp": parts[1],
        "nonceStr": parts[2],
        "package": parts[3],
        "signType": "RSA",
        "paySign": sign(counter.merchant.private_key_pem, "".join(f"{part}\n" for part in parts).encode()),
    }
    return counter.http.post(f"{counter.sandbox.url}/pay/jsapi/{prepay_id}", json=params | changed)


def test_a_mini_program_pays_with_signed_parameters(counter):
    prepay_id = counter.prepay(way="jsapi").json()["prepay_id"]
    assert call(counter, prepay_id).json() == {"errMsg": "requestPayment:ok"}
    assert call(counter, prepay_id).json() == {"errMsg": "requestPayment:fail paid"}
    assert len(counter.notices()) == 1


@pytest.mark.parametrize(
    "changed",
    [{"paySign": "AAAA"}, {"nonceStr": "OTHER"}, {"package": "prepay_id=wx1"}, {"appId": "wx1"}, {"signType": "MD5"},
     {"timeStamp": "1"}, {"timeStamp": "soon"}],
)  # fmt: skip
def test_parameters_changed_on_the_way_are_refused(counter, changed):
    assert call(counter, counter.prepay(way="jsapi").json()["prepay_id"], **changed).status_code == 400
    assert counter.notices() == []
