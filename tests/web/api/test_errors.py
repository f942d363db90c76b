"""Every error is the envelope, in the reader's language, and tells nothing of the inside."""

import re
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

import kaipu
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.models import Shop
from kaipu.web.api.texts import all_messages

SOURCES = Path(kaipu.__file__).parent


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("get", "/api/nothing", 404, "not_found"),
        ("get", "/api/owner/me", 401, "sign_in_needed"),
        ("put", "/api/owner/me", 405, "method_not_allowed"),
        ("get", "/api/owner/shops/nowhere/orders-of-nothing", 404, "not_found"),
    ],
)
def test_an_error_is_an_envelope(db: None, client: Client, method: str, path: str, status: int, code: str) -> None:
    answer = client.generic(method.upper(), path, headers={"Accept-Language": "en-GB,en;q=0.9"})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["message"].isascii()
    assert not client.generic(method.upper(), path).json()["message"].isascii()


def test_a_broken_body_is_refused(db: None, client: Client) -> None:
    answer = client.post("/api/owner/sign-in", "{", content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (400, "unreadable_request")


def test_wrong_fields_are_named(db: None, client: Client) -> None:
    answer = client.post("/api/owner/sign-in", {"token": "short"}, content_type="application/json")
    assert answer.status_code == 422
    assert answer.json()["fields"] == {"token": "太短了，至少 16。请补充。"}


def test_a_large_body_is_refused_unread(db: None, client: Client) -> None:
    answer = client.post("/api/owner/sign-in", "x" * (1024 * 1024 + 1), content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (413, "request_too_large")


@pytest.mark.parametrize(("kind", "limit_mb"), [("application/json", 1), ("multipart/form-data; boundary=x", 12)])
def test_what_is_announced_too_large_is_not_waited_for(db: None, client: Client, kind: str, limit_mb: int) -> None:
    announced = str(limit_mb * 1024 * 1024 + 1)
    answer = client.generic("POST", "/api/owner/sign-in", b"x", kind, CONTENT_LENGTH=announced)
    assert answer.status_code == 413
    assert f"{limit_mb} MB" in answer.json()["message"]


def test_a_length_that_is_no_number(db: None, client: Client) -> None:
    assert client.generic("POST", "/api/owner/sign-in", b"", CONTENT_LENGTH="many").status_code == 400


def test_a_refusal_takes_back_what_was_written_before(
    owner_client: Client, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        assert Shop.objects.get(id=shop.id).information["opening"] == "closed"
        raise Refusal("not_found", 404)

    monkeypatch.setattr("kaipu.web.api.owner.shop.information_of", refuse)
    answer = owner_client.patch("/api/owner/shops/noodle/shop", {"opening": "closed"}, content_type="application/json")
    assert answer.status_code == 404
    assert Shop.objects.get(id=shop.id).information == {}


def test_a_fault_tells_nothing(owner_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kaipu.web.api.account.session._me", lambda user: 1 / 0)
    answer = owner_client.get("/api/owner/me")
    assert (answer.status_code, answer.json()["code"]) == (500, "server_fault")
    assert "ZeroDivision" not in answer.text
    assert answer["X-Request-Id"] in answer.json()["message"]


def test_a_lost_database_is_a_503(owner_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere")
    answer = owner_client.get("/healthz")
    assert (answer.status_code, answer.json()["database"]) == (503, {"state": "unreachable"})


def test_every_code_has_a_text() -> None:
    """Finds the codes in the sources, so that no refusal can meet a reader without words."""
    pattern = re.compile(r'(?:Refusal|error_answer|error_page|_answer)\((?:request, )?(?:\d+, )?\s*"([a-z_]+)"')
    used = {code for file in SOURCES.rglob("*.py") for code in pattern.findall(file.read_text())}
    assert "shop_unknown" in used
    assert used <= set(all_messages())
