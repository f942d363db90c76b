"""Accounts with gateways: proved when they are connected, sealed where they are kept, found by scanning folders."""

from dataclasses import replace

import pytest
from django.db import connection

from kaipu.commerce.payments import gateways
from kaipu.commerce.payments.accounts import credentials_of
from kaipu.commerce.payments.actions.connect_gateway import connect_gateway
from kaipu.commerce.payments.gateway import GatewayRefused
from kaipu.commerce.payments.gateways import find_gateway, gateway_kinds
from kaipu.commerce.payments.line import allowed_hosts, notify_url
from kaipu.commerce.payments.models import GatewayAccount
from kaipu.commerce.payments.vault import VaultClosed, seal, unseal
from kaipu.commerce.shops.tenancy import shop_scope


def test_secrets_are_unreadable_in_the_database(till):
    with shop_scope(till.shop.id), connection.cursor() as cursor:
        cursor.execute("SELECT payments_gatewayaccount::text FROM payments_gatewayaccount")
        (row,) = cursor.fetchone()
    assert till.merchant.merchant_id in row
    assert till.merchant.api_v3_key not in row
    assert "PRIVATE" not in row
    assert till.merchant.private_key_pem[40:80] not in row
    assert credentials_of(till.account).secrets["api_v3_key"] == till.merchant.api_v3_key


def test_a_seal_opens_in_its_place_under_its_installation_only(settings):
    sealed = seal("account 1", {"key": "value"})
    assert seal("account 1", {"key": "value"}) != sealed
    assert unseal("account 1", sealed) == {"key": "value"}
    with pytest.raises(VaultClosed):
        unseal("account 2", sealed)
    with pytest.raises(VaultClosed):
        unseal("account 1", sealed[:-6] + "AAAA==")
    settings.SECRET_KEY = "another"
    with pytest.raises(VaultClosed):
        unseal("account 1", sealed)
    settings.SECRET_KEY_FALLBACKS = ["of the tests"]
    assert unseal("account 1", sealed) == {"key": "value"}
    with pytest.raises(VaultClosed):
        unseal("account 1", "2." + sealed[2:])


def test_another_shop_s_account_is_not_there(till, other_till):
    with shop_scope(other_till.shop.id):
        assert [account.pk for account in GatewayAccount.objects.all()] == [other_till.account.pk]
    assert not GatewayAccount.objects.exists()


def test_connecting_again_changes_the_account(till, outside):
    other = outside.register("tea")
    account = connect_gateway(till.shop.id, "wechatpay", outside.credentials(other))
    assert (account.pk, account.merchant_id) == (till.account.pk, other.merchant_id)


def test_connecting_proves_the_credentials(shop, outside, merchant):
    good = outside.credentials(merchant)
    with pytest.raises(GatewayRefused, match="SIGN_ERROR"):
        connect_gateway(shop.id, "wechatpay", replace(good, merchant_serial="0" * 40))
    unproved = connect_gateway(shop.id, "wechatpay", replace(good, merchant_serial="0" * 40), prove=False)
    assert unproved.platform_keys == []


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"merchant_id": "abc"}, "merchant number"),
        ({"app_id": ""}, "app id"),
        ({"merchant_serial": ""}, "serial number"),
        ({"base_url": "https://evil.example"}, "may not go to"),
        ({"secrets": {"private_key": "x", "api_v3_key": "k" * 32, "app_secret": "s"}}, "private key"),
        ({"secrets": {"private_key": "x", "api_v3_key": "short"}}, "32 characters"),
        ({"secrets": {"private_key": "x", "api_v3_key": "k" * 32}}, "app's secret"),
    ],
)
@pytest.mark.parametrize("prove", [True, False])
def test_credentials_that_cannot_work_are_refused_in_a_sentence(shop, outside, merchant, changed, sentence, prove):
    with pytest.raises(ValueError, match=sentence):
        connect_gateway(shop.id, "wechatpay", replace(outside.credentials(merchant), **changed), prove=prove)


def test_a_merchant_with_a_public_key_connects_and_is_paid(shop, outside):
    merchant = outside.register("modern", verifies_with="public_key")
    account = connect_gateway(shop.id, "wechatpay", outside.credentials(merchant))
    assert [key["serial"] for key in account.platform_keys] == [merchant.platform_public_key_id]


def test_gateways_are_found_by_scanning():
    assert "wechatpay" in gateway_kinds()
    assert find_gateway("wechatpay").kind == "wechatpay"
    for kind in ("", "nothing", "../gateways", "__pycache__"):
        with pytest.raises(LookupError):
            find_gateway(kind)


def test_a_new_gateway_is_a_new_folder_and_nothing_else(tmp_path, monkeypatch):
    (tmp_path / "toypay").mkdir()
    (tmp_path / "toypay/gateway.py").write_text("class Toy:\n    kind = 'toypay'\n\n\nGATEWAY = Toy()\n")
    monkeypatch.setattr(gateways, "__path__", [*gateways.__path__, str(tmp_path)])
    for scan in (gateway_kinds, find_gateway):
        scan.cache_clear()
    try:
        assert gateway_kinds() == ("toypay", "wechatpay")
        assert find_gateway("toypay").kind == "toypay"
    finally:
        for scan in (gateway_kinds, find_gateway):
            scan.cache_clear()


def test_the_operator_says_where_payments_go(settings):
    assert "api.mch.weixin.qq.com" in allowed_hosts("wechatpay")
    settings.PAYMENT_HOSTS = ("pay.example",)
    assert list(allowed_hosts("wechatpay")) == ["pay.example"]


def test_gateways_far_away_are_told_our_public_address(till, settings):
    assert notify_url(till.account, "noodle") == "http://127.0.0.1:8000/notify/wechatpay/noodle"
    till.account.base_url = "http://[::1]:8001"
    assert notify_url(till.account, "noodle") == "http://[::1]:8000/notify/wechatpay/noodle"
    settings.SITE_URL = "https://shop.example"
    till.account.base_url = "https://api.mch.weixin.qq.com"
    assert notify_url(till.account, "noodle") == "https://shop.example/notify/wechatpay/noodle"
