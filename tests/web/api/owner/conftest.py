"""A shop with a draft, and a signed-in owner who speaks JSON to the studio's routes."""

import copy
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from kaipu.commerce.publishing.start_draft import start_draft
from kaipu.commerce.shops.models import Shop
from kaipu.commerce.shops.tenancy import shop_scope

DOCUMENT: dict[str, Any] = {
    "schema": 1,
    "trade": "noodle_shop",
    "name": "老王面馆",
    "theme": {
        "primary": "#B3261E",
        "accent": "#E8A33D",
        "background": "#FFF8F0",
        "surface": "#FFFFFF",
        "text": "#2B1B12",
        "radius_px": 12,
    },
    "tabs": [{"id": "t_home", "page": "home", "label": "首页", "icon": "home"}],
    "page_order": ["home"],
    "pages": {"home": {"id": "home", "title": "老王面馆", "nodes": ["n_title", "n_story"]}},
    "nodes": {
        "n_title": {"id": "n_title", "block": "title", "version": 1, "props": {"text": "招牌"}},
        "n_story": {"id": "n_story", "block": "rich_text", "version": 1, "props": {"text": "<p>从前</p>"}},
    },
}


@dataclass
class Studio:
    """The routes of one shop, as a signed-in browser uses them."""

    client: Client
    slug: str

    def get(self, path: str) -> Any:
        return self.client.get(f"/api/owner/shops/{self.slug}/{path}")

    def post(self, path: str, body: object = None) -> Any:
        return self.client.post(f"/api/owner/shops/{self.slug}/{path}", body, content_type="application/json")

    def edit(
        self, *steps: dict[str, object], base_rev: int | None = None, label: str = "改一改", **more: object
    ) -> Any:
        rev = self.get("draft").json()["rev"] if base_rev is None else base_rev
        return self.post("operations", {"base_rev": rev, "label": label, "patch": list(steps), **more})


@pytest.fixture
def studio(shop: Shop, owner_client: Client) -> Studio:
    with shop_scope(shop.id):
        start_draft(copy.deepcopy(DOCUMENT))
    return Studio(owner_client, shop.slug)


@pytest.fixture
def foreign(studio: Studio, other_shop: Shop) -> Studio:
    """The same owner at the door of another's shop, which has a draft too."""
    with shop_scope(other_shop.id):
        start_draft(copy.deepcopy(DOCUMENT) | {"name": "小李茶铺"})
    return Studio(studio.client, other_shop.slug)
