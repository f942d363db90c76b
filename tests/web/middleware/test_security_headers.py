"""The headers that keep a page to itself are on every answer, errors and files included."""

import pytest
from django.test import Client

from kaipu.commerce.shops.models import Shop


@pytest.mark.parametrize("path", ["/s/noodle/", "/s/nobody/", "/studio/", "/healthz", "/api/owner/me", "/nothing"])
def test_every_answer_carries_them(client: Client, demo_shop: Shop, path: str) -> None:
    answer = client.get(path)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert len(answer["X-Request-Id"]) == 16


def test_data_can_neither_be_framed_nor_run(client: Client, demo_shop: Shop) -> None:
    policy = client.get("/api/shop/noodle/live")["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "sandbox" in policy


def test_a_foreign_host_is_refused(client: Client, db: None) -> None:
    assert client.get("/healthz", headers={"Host": "evil.example"}).status_code == 400
