"""What shoppers see changes within a second of its change, and costs nothing in between."""

import gzip
import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kaipu.commerce.publishing.activate_release import activate_release
from kaipu.commerce.publishing.edit_draft import edit_draft
from kaipu.commerce.publishing.publish_release import publish_release
from kaipu.commerce.shops.edit_information import ShopChanges, edit_information
from kaipu.commerce.shops.models import Shop
from kaipu.commerce.shops.tenancy import shop_scope
from kaipu.definition import parse_operation
from kaipu.web import live

PATH = "/api/shop/noodle/live"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The process's clock, in seconds; it stands still until it is moved."""
    now = [1000.0]
    monkeypatch.setattr("kaipu.web.live.time.monotonic", lambda: now[0])
    return now


def rename(shop: Shop, name: str) -> None:
    step = {"op": "replace", "path": "/name", "value": name}
    with shop_scope(shop.id):
        edit_draft(parse_operation({"id": str(shop.id), "label": "Rename", "base_rev": 0, "patch": [step]}), None)
        publish_release(None)


def test_it_tells_the_release_and_the_shop(client: Client, demo_shop: Shop) -> None:
    told = client.get(PATH)
    assert told.status_code == 200
    assert set(told.json()) == {"number", "sha256", "definition", "shop"}
    assert told.json()["definition"]["trade"] == "noodle_shop"
    assert told.json()["shop"]["opening"] == "open"


def test_between_two_looks_there_is_no_query(client: Client, demo_shop: Shop, clock: list[float]) -> None:
    client.get(PATH)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(PATH).status_code == 200
    assert len(queries) == 0


def test_a_new_release_shows_within_a_second(client: Client, demo_shop: Shop, clock: list[float]) -> None:
    before = client.get(PATH)
    rename(demo_shop, "小王面馆")
    clock[0] += 0.99
    assert client.get(PATH).json()["number"] == 1
    clock[0] += 0.02
    after = client.get(PATH)
    assert (after.json()["number"], after.json()["definition"]["name"]) == (2, "小王面馆")
    assert after["ETag"] != before["ETag"]
    with shop_scope(demo_shop.id):
        activate_release(1)
    clock[0] += 1
    assert client.get(PATH)["ETag"] == before["ETag"]


def test_what_the_owner_says_shows_within_a_second(client: Client, demo_shop: Shop, clock: list[float]) -> None:
    before = client.get(PATH)
    with shop_scope(demo_shop.id):
        edit_information(ShopChanges(opening="closed"), {"table", "pickup"})
    clock[0] += 1
    after = client.get(PATH)
    assert after.json()["shop"]["opening"] == "closed"
    assert after["ETag"] != before["ETag"]


def test_who_has_it_is_not_sent_it_again(client: Client, demo_shop: Shop) -> None:
    tag = client.get(PATH)["ETag"]
    again = client.get(PATH, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    assert client.get(PATH, headers={"If-None-Match": '"another"'}).status_code == 200


def test_it_is_zipped_for_those_who_can_read_that(client: Client, demo_shop: Shop) -> None:
    zipped = client.get(PATH, headers={"Accept-Encoding": "gzip, br"})
    assert zipped["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(zipped.content)) == client.get(PATH).json()


def test_a_shop_that_is_not_there(client: Client, db: None) -> None:
    assert client.get("/api/shop/nobody/live").json()["code"] == "shop_unknown"
    assert live._known == {}


def test_a_shop_that_has_published_nothing(client: Client, shop: Shop) -> None:
    assert (client.get(PATH).status_code, client.get(PATH).json()["code"]) == (404, "nothing_live")


def test_a_shop_that_goes_away_is_forgotten(client: Client, demo_shop: Shop, clock: list[float]) -> None:
    client.get(PATH)
    with shop_scope(demo_shop.id):
        Shop.objects.filter(id=demo_shop.id).update(slug="moved")
    clock[0] += 1
    assert client.get(PATH).status_code == 404
    assert client.get("/api/shop/moved/live").status_code == 200
