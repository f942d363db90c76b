"""Signing in from a mini-program: a code becomes an openid, once; the app's secret and the codes stay out of sight."""

import json

import pytest
from django.test import Client

from kaipu.commerce.members.login import openid_for
from kaipu.commerce.members.models import PlatformIdentity
from kaipu.commerce.payments.models import GatewayAccount
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.tenancy import shop_scope


def refusal(till, code):
    with pytest.raises(Refusal) as refused:
        openid_for(till.shop.id, "wechat", code)
    return refused.value.code, refused.value.status


def test_a_code_becomes_the_shopper_s_openid_once(till):
    code = till.outside.login_code(till.merchant)
    openid = openid_for(till.shop.id, "wechat", code)
    assert openid_for(till.shop.id, "wechat", till.outside.login_code(till.merchant)) == openid
    assert refusal(till, code) == ("platform_sign_in_refused", 422)


def test_a_code_of_another_app_is_refused(till, other_till):
    assert refusal(till, till.outside.login_code(other_till.merchant)) == ("platform_sign_in_refused", 422)
    assert refusal(till, "") == ("platform_sign_in_refused", 422)


def test_a_shop_without_a_mini_program_has_no_sign_in(till):
    with shop_scope(till.shop.id):
        GatewayAccount.objects.update(login_url="")
    assert refusal(till, "code") == ("platform_sign_in_unknown", 422)


def test_a_platform_that_is_away_is_said(till):
    with shop_scope(till.shop.id):
        GatewayAccount.objects.update(login_url="http://127.0.0.1:9")
    assert refusal(till, "code") == ("platform_unreachable", 503)


def test_a_mini_program_signs_in_and_pays(till, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    body = json.dumps({"platform": "wechat", "code": till.outside.login_code(till.merchant)})
    session = Client().post("/api/shop/noodle/session", data=body, content_type="application/json")
    assert session.status_code == 200, session.content
    with shop_scope(till.shop.id):
        identity = PlatformIdentity.objects.exclude(openid="onoodle").get()
    order = till.order(shopper_id=identity.shopper_id)
    answer = Client(headers={"Authorization": f"Bearer {session.json()['token']}"}).post(
        f"/api/shop/noodle/orders/{order.pk}/pay", data=json.dumps({"way": "jsapi"}), content_type="application/json"
    )
    assert answer.status_code == 200, answer.content
    params = answer.json()["params"]
    url = f"{till.outside.sandbox.url}/pay/jsapi/{params['package'].removeprefix('prepay_id=')}"
    called = till.outside.browser.post(url, json={"appId": till.merchant.app_id, **params})
    assert called.json() == {"errMsg": "requestPayment:ok"}
    till.tell(till.letter())
    assert till.state(order) == "paid"


def test_neither_the_secret_nor_a_code_nor_an_openid_is_logged(till, caplog):
    caplog.set_level("INFO")
    code = till.outside.login_code(till.merchant)
    openid = openid_for(till.shop.id, "wechat", code)
    refusal(till, code)
    with shop_scope(till.shop.id):
        GatewayAccount.objects.update(login_url="http://127.0.0.1:9")
    refusal(till, code)
    assert "was refused" in caplog.text
    for secret in (till.merchant.app_secret, code, openid):
        assert secret not in caplog.text
