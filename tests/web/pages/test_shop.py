"""The pages of a shop, as a browser gets them."""

import json
import re

import pytest
from django.test import Client

from kaipu.commerce.shops.models import Shop


def release_in(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="kaipu-release">(.*?)</script>', html, re.DOTALL)
    assert found
    release: dict[str, object] = json.loads(found[1])
    return release


@pytest.mark.parametrize("path", ["", "menu", "cart", "orders", "shop", "checkout", "search", "dish/beef_noodles"])
def test_every_address_has_its_document(client: Client, demo_shop: Shop, path: str) -> None:
    page = client.get(f"/s/noodle/{path}")
    assert page.status_code == 200
    assert "<title>" in page.text
    release = release_in(page.text)
    assert release["api"] == "/api/shop/noodle"
    assert release["pictures"] == "/static/trades/noodle_shop/"
    assert release["catalog"]["dishes"]


def test_the_nonce_is_new_each_time_and_in_the_policy(client: Client, demo_shop: Shop) -> None:
    nonces = set()
    for _ in range(3):
        page = client.get("/s/noodle/")
        (nonce,) = set(re.findall(r'nonce="([^"]+)"', page.text))
        assert f"'nonce-{nonce}'" in page["Content-Security-Policy"]
        assert page["Cache-Control"] == "no-store"
        nonces.add(nonce)
    assert len(nonces) == 3


def test_nothing_runs_inline(client: Client, demo_shop: Shop) -> None:
    page = client.get("/s/noodle/")
    scripts = re.findall(r"<script([^>]*)>", page.text)
    assert all("src=" in script or "application/json" in script for script in scripts)
    assert not re.search(r"\son\w+=", page.text)
    assert "unsafe-inline" not in page["Content-Security-Policy"].replace("style-src-attr 'unsafe-inline'", "")


def test_what_is_not_there_says_so(client: Client, demo_shop: Shop) -> None:
    missing = client.get("/s/noodle/dish/no_such_dish", headers={"Accept-Language": "en"})
    assert missing.status_code == 404
    assert "There is nothing here." in missing.text
    assert "没有这家店" in client.get("/s/nobody/").text


def test_the_address_without_its_slash_leads_on(client: Client, demo_shop: Shop) -> None:
    answer = client.get("/s/noodle?table=6")
    assert (answer.status_code, answer["Location"]) == (301, "/s/noodle/?table=6")


def test_a_page_is_zipped(client: Client, demo_shop: Shop) -> None:
    plain = client.get("/s/noodle/")
    zipped = client.get("/s/noodle/", headers={"Accept-Encoding": "gzip"})
    assert zipped["Content-Encoding"] == "gzip"
    assert len(zipped.content) < len(plain.content) / 3
    assert "Accept-Encoding" in zipped["Vary"]


def test_pictures_of_the_trade_are_served(client: Client, demo_shop: Shop) -> None:
    picture = client.get("/static/trades/noodle_shop/cover.webp")
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/webp")


def test_the_studio_answers_at_all_its_addresses(client: Client, db: None) -> None:
    for path in ("/studio/", "/studio/sign-in", "/studio/noodle/orders"):
        page = client.get(path)
        assert page.status_code == 200
        assert '<div id="app">' in page.text


def test_scripts_are_sent_zipped_and_kept_for_ever(client: Client, demo_shop: Shop) -> None:
    """`make bundles` has zipped them; the name carries the hash of the content."""
    page = client.get("/s/noodle/").text
    found = re.search(r'<script src="(/static/web/[^"]+)"', page)
    assert found
    script = client.get(found[1], headers={"Accept-Encoding": "gzip"})
    assert script["Content-Encoding"] == "gzip"
    assert "immutable" in script["Cache-Control"]
    assert len(script.getvalue()) < 75 * 1024
