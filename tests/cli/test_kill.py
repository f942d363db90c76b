"""What was acknowledged survives a kill: of the server, and of the database, in the middle of orders."""

import http.client
import json
import threading
import time
from contextlib import suppress
from uuid import uuid4

import psutil
import pytest


class Shopper(threading.Thread):
    """Orders as fast as it can, each order with a new key, until it is told to stop. Keeps what was acknowledged."""

    def __init__(self, port: int) -> None:
        super().__init__(daemon=True)
        self.port, self.acknowledged, self.stopping = port, [], threading.Event()
        self.token = self.ask("POST", "session", {"platform": "web"})[1]["token"]

    def ask(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(
                method,
                f"/api/shop/noodle/{path}",
                json.dumps(body) if body else None,
                {"Content-Type": "application/json"} | headers,
            )
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()

    def order(self, key: str):
        line = {"dish": "plain_noodles", "quantity": 1, "choices": self.choices}
        cart = {"kind": "table", "table": "6", "lines": [line], "note": "", "expected_total_fen": self.total_fen}
        return self.ask("POST", "orders", cart, **{"Authorization": f"Bearer {self.token}", "Idempotency-Key": key})

    def learn(self) -> None:
        dishes = self.ask("GET", "catalog")[1]["dishes"]
        dish = next(dish for dish in dishes if dish["code"] == "plain_noodles")
        chosen = [(option, option["choices"][0]) for option in dish["options"] if option["kind"] == "one"]
        self.choices = [f"{option['code']}:{choice['code']}" for option, choice in chosen]
        self.total_fen = dish["price_fen"] + sum(choice["price_fen"] for _, choice in chosen)

    def run(self) -> None:
        while not self.stopping.is_set():
            with suppress(OSError, http.client.HTTPException, ValueError):
                status, order = self.order(uuid4().hex)
                if status == 201:
                    self.acknowledged.append(order["id"])

    def known(self) -> set[str]:
        status, orders = self.ask("GET", "orders", Authorization=f"Bearer {self.token}")
        assert status == 200
        return {order["id"] for order in orders}


def patiently(question):
    """The answer, once there is one that is no failure of the server's."""
    deadline = time.monotonic() + 60
    while True:
        try:
            status, answer = question()
            if status < 500:
                return status, answer
        except (OSError, http.client.HTTPException, ValueError):
            pass
        assert time.monotonic() < deadline
        time.sleep(0.05)


def serving(installation) -> list[psutil.Process]:
    return installation.serving()


def storing(installation) -> list[psutil.Process]:
    """The database's first process; the others end with it."""
    pid = int((installation.data / "postgres" / "postmaster.pid").read_text().split("\n", 1)[0])
    return [psutil.Process(pid)]


@pytest.mark.parametrize("victims", [serving, storing])
def test_no_acknowledged_order_is_lost(installation, victims) -> None:
    installation.up()
    shopper = Shopper(installation.port)
    shopper.learn()
    shopper.start()
    for count in (3, 6, 9):
        while len(shopper.acknowledged) < count:
            time.sleep(0.01)
        for process in victims(installation):
            process.kill()
    shopper.stopping.set()
    shopper.join()

    key = uuid4().hex
    status, order = patiently(lambda: shopper.order(key))
    assert status == 201
    assert shopper.order(key) == (201, order), "the same key gives the same order"
    assert shopper.known() >= {*shopper.acknowledged, order["id"]}
