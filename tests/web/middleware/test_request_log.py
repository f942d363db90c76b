"""The log tells what was asked and how it went, and nothing that anybody could misuse."""

import logging

import pytest
from django.test import Client

from kaipu.commerce.shops.models import Shop


def test_a_line_holds_no_query_header_or_body(
    client: Client, demo_shop: Shop, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("kaipu"), "propagate", True)
    with caplog.at_level(logging.INFO):
        client.get("/api/shop/noodle/orders?phone=13800571218", headers={"Authorization": "Bearer of-secrets"})
        client.post("/api/owner/sign-in", {"token": "token-of-secrets"}, content_type="application/json")
    assert "GET /api/shop/noodle/orders 401" in caplog.text
    assert "POST /api/owner/sign-in 401" in caplog.text
    assert "13800571218" not in caplog.text
    assert "of-secrets" not in caplog.text
