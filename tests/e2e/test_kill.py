"""`kill -9` of the server in the middle of orders: what was acknowledged is there, what was not is absent or whole."""

from __future__ import annotations

import signal
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from ..installation import Installation, new_installation

LINE = {"dish": "cola", "quantity": 1, "choices": []}
BUYERS = 8
ORDERS_EACH = 12


@pytest.fixture
def own_kaipu() -> Iterator[Installation]:
    with new_installation() as made:
        made.up()
        yield made


def shopper(kaipu: Installation) -> httpx.Client:
    client = httpx.Client(base_url=f"http://127.0.0.1:{kaipu.port}/api/shop/noodle/", timeout=20)
    token = client.post("session", json={"platform": "web"}).json()["token"]
    client.headers["Authorization"] = f"Bearer {token}"
    return client


def body(total_fen: int) -> dict[str, object]:
    return {
        "kind": "table",
        "table": "6",
        "lines": [LINE],
        "note": "",
        "pickup_at": None,
        "phone": "",
        "expected_total_fen": total_fen,
    }


def place_until_it_stops(client: httpx.Client, total_fen: int, keys: list[str]) -> dict[str, str]:
    """Idempotency key to the order's id, for every order that was acknowledged."""
    acknowledged = {}
    for key in keys:
        try:
            answer = client.post("orders", json=body(total_fen), headers={"Idempotency-Key": key})
        except httpx.HTTPError:
            return acknowledged
        if answer.status_code == 201:
            acknowledged[key] = answer.json()["id"]
    return acknowledged


def test_a_kill_loses_no_acknowledged_order_and_a_retry_makes_no_second(own_kaipu: Installation):
    clients = [shopper(own_kaipu) for _ in range(BUYERS)]
    dishes = clients[0].get("catalog").json()["dishes"]
    total_fen = next(dish["price_fen"] for dish in dishes if dish["code"] == "cola")
    keys = [[uuid.uuid4().hex for _ in range(ORDERS_EACH)] for _ in clients]
    with ThreadPoolExecutor(BUYERS) as pool:
        placing = [pool.submit(place_until_it_stops, c, total_fen, k) for c, k in zip(clients, keys, strict=True)]
        while not any(client_has_orders(c) for c in clients):
            assert not all(each.done() for each in placing)
        own_kaipu.signal(signal.SIGKILL)
        acknowledged = [each.result() for each in placing]
    own_kaipu.wait_until_gone()

    own_kaipu.up()

    for client, known, tried in zip(clients, acknowledged, keys, strict=True):
        there = {order["id"] for order in client.get("orders").json()}
        assert set(known.values()) <= there
        for key in tried:
            again = client.post("orders", json=body(total_fen), headers={"Idempotency-Key": key})
            assert again.status_code == 201, again.text
            assert known.get(key, again.json()["id"]) == again.json()["id"]
        in_the_end = client.get("orders").json()
        assert len(in_the_end) == ORDERS_EACH
        assert all(order["total_fen"] == total_fen and len(order["lines"]) == 1 for order in in_the_end)


def client_has_orders(client: httpx.Client) -> bool:
    time.sleep(0)  # lets the buyers go on
    return len(client.get("orders").json()) >= 2
