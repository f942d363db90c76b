"""A shop that is open, its owner's browser, and shoppers' pages."""

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from kaipu.commerce.shops.models import Membership

from ..commerce.selling import Seller, at_the_same_time, other_seller, seller

__all__ = ["at_the_same_time", "other_seller", "seller"]


@dataclass
class Page:
    """A shopper's page at a shop: its own client, its own token."""

    slug: str
    client: Client = field(default_factory=Client)
    token: str = ""

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Any:  # Django's test response
        if self.token:
            headers = {"Authorization": f"Bearer {self.token}"} | headers
        return self.client.generic(
            method, f"/api/shop/{self.slug}/{path}", *_content(body), headers={"Accept-Language": "en"} | headers
        )

    def order(self, *lines: dict[str, object], total_fen: int, key: str = "", **wishes: object) -> HttpResponse:
        body = {"kind": "table", "table": "6", "lines": list(lines), "expected_total_fen": total_fen} | wishes
        answer: HttpResponse = self.ask("POST", "orders", body, **{"Idempotency-Key": key or uuid4().hex})
        return answer


@dataclass
class Desk:
    """The owner's browser at a shop."""

    slug: str
    client: Client

    def ask(self, method: str, path: str, body: object = None) -> Any:  # Django's test response
        return self.client.generic(
            method, f"/api/owner/shops/{self.slug}/{path}", *_content(body), headers={"Accept-Language": "en"}
        )


def _content(body: object) -> tuple[str, str]:
    return ("" if body is None else json.dumps(body), "application/json")


def open_page(slug: str) -> Page:
    page = Page(slug)
    page.token = page.ask("POST", "session", {"platform": "web"}).json()["token"]
    return page


def desk_of(seller: Seller) -> Desk:
    with seller.scope():
        user = Membership.objects.select_related("user").get().user
    client = Client()
    client.force_login(user)
    return Desk(seller.shop.slug, client)


@pytest.fixture
def page(seller: Seller) -> Page:
    return open_page(seller.shop.slug)


@pytest.fixture
def desk(seller: Seller) -> Desk:
    return desk_of(seller)
