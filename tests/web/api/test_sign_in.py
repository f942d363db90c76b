"""Signing in by a one-time link."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.models import Shop, SignInLink, User
from kaipu.commerce.shops.sign_in_link import make_sign_in_token, spend_sign_in_token
from kaipu.web.api.account import session
from kaipu.web.rate_limit import RateLimit


@pytest.fixture(autouse=True)
def fresh_attempts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "_attempts", RateLimit(per_minute=10, burst=10))


def sign_in(client: Client, token: str) -> tuple[int, dict[str, object]]:
    answer = client.post("/api/owner/sign-in", {"token": token}, content_type="application/json")
    return answer.status_code, answer.json()


def test_a_link_signs_in_once(client: Client, shop: Shop, owner: User) -> None:
    token = make_sign_in_token(owner)
    status, me = sign_in(client, token)
    assert status == 200
    assert me == {"name": "老王", "shops": [{"id": str(shop.id), "slug": "noodle", "name": "老王面馆"}]}
    assert client.get("/api/owner/me").json() == me
    assert "csrftoken" in client.cookies

    status, refusal = sign_in(Client(), token)
    assert status == 401
    assert refusal["code"] == "link_spent"


@pytest.mark.django_db(transaction=True)
def test_of_many_at_one_moment_one_signs_in(owner: User) -> None:
    token = make_sign_in_token(owner)

    def spend(_: int) -> bool:
        try:
            spend_sign_in_token(token)
        except Refusal:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(spend, range(16))) == [False] * 15 + [True]


def test_an_old_link_is_refused(client: Client, owner: User) -> None:
    token = make_sign_in_token(owner)
    SignInLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert sign_in(client, token)[0] == 401


def test_a_link_of_a_locked_user_is_refused(client: Client, owner: User) -> None:
    token = make_sign_in_token(owner)
    User.objects.update(is_active=False)
    assert sign_in(client, token)[0] == 401


def test_the_database_does_not_hold_the_token(owner: User) -> None:
    token = make_sign_in_token(owner)
    assert token not in str(SignInLink.objects.values().get())


def test_attempts_are_limited(client: Client, db: None) -> None:
    statuses = [sign_in(client, "x" * 32)[0] for _ in range(12)]
    assert statuses == [401] * 10 + [429] * 2


def test_signing_out_ends_the_session(owner_client: Client) -> None:
    assert owner_client.post("/api/owner/sign-out").status_code == 204
    assert owner_client.get("/api/owner/me").json()["code"] == "sign_in_needed"


def test_a_change_needs_the_csrf_token(owner: User) -> None:
    client = Client(enforce_csrf_checks=True)
    sign_in(client, make_sign_in_token(owner))
    assert client.post("/api/owner/sign-out").status_code == 403
    token = client.cookies["csrftoken"].value
    assert client.post("/api/owner/sign-out", headers={"X-CSRFToken": token}).status_code == 204
