"""Tokens and who is behind them."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from kaipu.commerce.members import login
from kaipu.commerce.members.authenticate_shopper import authenticate_shopper
from kaipu.commerce.members.login import openid_for, register_login
from kaipu.commerce.members.models import PlatformIdentity, Shopper, ShopperSession
from kaipu.commerce.members.open_session import open_anonymous_session, open_platform_session, openid_of
from kaipu.commerce.refusal import Refusal

from ..selling import Seller


@pytest.fixture
def no_logins(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(login, "_logins", {})
    return


def test_a_token_is_good_in_its_own_shop_until_it_expires(seller: Seller, other_seller: Seller) -> None:
    with seller.scope():
        token = open_anonymous_session()
        shopper = authenticate_shopper(seller.shop.id, token)
        assert shopper == Shopper.objects.latest("created_at").pk
    with other_seller.scope():
        assert authenticate_shopper(other_seller.shop.id, token) is None
        assert authenticate_shopper(seller.shop.id, token) is None
    with seller.scope():
        ShopperSession.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
        assert authenticate_shopper(seller.shop.id, token) is None


@pytest.mark.parametrize("token", ["", "x", "\x00", "\ud800", "面" * 1000])
def test_anything_else_is_nobody(seller: Seller, token: str) -> None:
    with seller.scope():
        assert authenticate_shopper(seller.shop.id, token) is None


def test_the_database_knows_no_token(seller: Seller) -> None:
    with seller.scope():
        token = open_anonymous_session()
        stored = ShopperSession.objects.values_list().get()
    assert all(token not in str(value) for value in stored)


def test_a_platform_brings_back_the_same_shopper(seller: Seller, other_seller: Seller) -> None:
    with seller.scope():
        tokens = [open_platform_session("wechat", "openid-1") for _ in range(2)]
        first, second = (authenticate_shopper(seller.shop.id, token) for token in tokens)
        assert first == second
        assert first is not None
        assert openid_of(first, "wechat") == "openid-1"
        assert openid_of(first, "alipay") is None
        assert authenticate_shopper(seller.shop.id, open_platform_session("alipay", "openid-1")) != first
    with other_seller.scope():
        assert openid_of(first, "wechat") is None


@pytest.mark.django_db(transaction=True)
def test_many_first_sign_ins_at_once_are_one_shopper(
    seller: Seller, at_the_same_time: Callable[..., list[str]]
) -> None:
    def sign_in(_: int) -> str:
        with seller.scope():
            return open_platform_session("wechat", "openid-1")

    tokens = at_the_same_time(12, sign_in)
    with seller.scope():
        assert len({authenticate_shopper(seller.shop.id, token) for token in tokens}) == 1
        assert (PlatformIdentity.objects.count(), Shopper.objects.count()) == (1, 1)


@pytest.mark.usefixtures("no_logins")
def test_a_platform_logs_in_through_its_port(seller: Seller) -> None:
    with pytest.raises(Refusal, match="platform_login_unknown"):
        openid_for(seller.shop.id, "wechat", "code")
    register_login("wechat", lambda shop_id, code: f"openid of {code} in {shop_id}")
    assert openid_for(seller.shop.id, "wechat", "c-1") == f"openid of c-1 in {seller.shop.id}"
