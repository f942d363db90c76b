"""Orders placed and paid a second, over HTTP and through the payment sandbox, against the database's own limit for the
same rows in the same run: at one shop, where all meet in the same books, and at several.
"""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import threading
import time
import uuid
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from bench.figure import Figure
from bench.floor import Footprint, connect, counts, floor_rate, footprint
from bench.shop import RunningShop

_CLIENTS = 8
_SECONDS = 8.0
_SAMPLE = 10
_SHOPS = 8
_DRAIN_S = 30.0
_CART = {
    "kind": "table",
    "table": "6",
    "lines": [
        {
            "dish": "beef_noodles",
            "quantity": 1,
            "choices": ["size:medium", "spice:mild", "style:soup", "topping:braised_egg"],
        },
        {"dish": "smashed_cucumber", "quantity": 1, "choices": []},
    ],
    "note": "",
    "pickup_at": None,
    "phone": "",
    "expected_total_fen": 3450,
}


def measure(shop: RunningShop) -> list[Figure]:
    steps = _footprints(shop)
    more = ["noodle", *_open_more_shops(shop)]
    ours_one, floor, ours_many = [], [], []
    for _ in range(2):
        ours_one.append(_paid_rate(shop, ["noodle"]))
        floor.append(floor_rate(shop.data, steps, _CLIENTS, _SECONDS / 2))
        ours_many.append(_paid_rate(shop, more))
    rows = sum(step.rows for step in steps)
    return [
        Figure(
            "orders",
            "the database's own limit",
            "/s",
            floor,
            note=f"{rows} rows in {len(steps)} transactions, {_CLIENTS} clients",
        ),
        Figure("orders", "placed and paid, one shop", "/s", ours_one),
        Figure("orders", "placed and paid, one shop : limit", "", _shares(ours_one, floor), 0.2, more_is_better=True),
        Figure("orders", f"placed and paid, {len(more)} shops", "/s", ours_many),
        Figure(
            "orders",
            f"placed and paid, {len(more)} shops : limit",
            "",
            _shares(ours_many, floor),
            0.2,
            more_is_better=True,
        ),
    ]


def _shares(ours: list[float], floor: list[float]) -> list[float]:
    return [a / b for a, b in zip(ours, floor, strict=True)]


@dataclass
class Guest:
    """One shopper with kept connections to the shop and to the sandbox."""

    port: int
    slug: str
    token: str = ""
    _lines: dict[int, http.client.HTTPConnection] = field(default_factory=dict)

    def arrive(self) -> None:
        self.token = str(self._shop("POST", "session", {"platform": "web"})["token"])

    def place(self) -> str:
        return str(self._shop("POST", "orders", _CART, {"Idempotency-Key": uuid.uuid4().hex})["id"])

    def ask_to_pay(self, order: str) -> str:
        back = f"http://127.0.0.1:{self.port}/s/{self.slug}/order/{order}"
        return str(self._shop("POST", f"orders/{order}/pay", {"way": "h5", "return_url": back})["url"])

    def press_pay(self, url: str) -> None:
        parts = urlsplit(url)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        self._send(parts.port or 80, "POST", path, urlencode({"press": "pay"}).encode(), form, (200, 303))

    def _shop(self, method: str, path: str, body: object, headers: dict[str, str] | None = None) -> dict[str, object]:
        sent = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"} | (headers or {})
        data = self._send(
            self.port, method, f"/api/shop/{self.slug}/{path}", json.dumps(body).encode(), sent, (200, 201)
        )
        return dict(json.loads(data))

    def _send(
        self, port: int, method: str, path: str, body: bytes, headers: dict[str, str], wanted: tuple[int, ...]
    ) -> bytes:
        line = self._lines.setdefault(port, http.client.HTTPConnection("127.0.0.1", port, timeout=30))
        line.request(method, path, body, headers)
        answer = line.getresponse()
        data = answer.read()
        if answer.status not in wanted:
            raise RuntimeError(f"{method} {path}: {answer.status} {data[:200]!r}")
        return data


def _footprints(shop: RunningShop) -> list[Footprint]:
    """What placing, asking to pay and being paid each write, from the database's statistics over a few quiet orders."""
    guest = Guest(shop.port, "noodle")
    guest.arrive()
    urls: list[str] = []
    with connect(shop.data) as connection:
        before = counts(connection)
        orders = [guest.place() for _ in range(_SAMPLE)]
        placed = counts(connection)
        urls += [guest.ask_to_pay(order) for order in orders]
        asked = counts(connection)
        for url in urls:
            guest.press_pay(url)
        _wait_until_paid(shop, _SAMPLE)
        paid = counts(connection)
    return [footprint(a, b, _SAMPLE) for a, b in ((before, placed), (placed, asked), (asked, paid))]


def _paid_rate(shop: RunningShop, slugs: list[str]) -> float:
    """Guests order and pay for some seconds; counted until the last order they paid is paid in the books."""
    already = _paid(shop)
    pressed = [0] * _CLIENTS
    faults: list[str] = []
    started = time.perf_counter()
    until = started + _SECONDS
    threads = [
        threading.Thread(
            target=_keep_ordering, args=(Guest(shop.port, slugs[n % len(slugs)]), until, pressed, n, faults)
        )
        for n in range(_CLIENTS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(_SECONDS + 60)
    if faults:
        raise RuntimeError(faults[0])
    _wait_until_paid(shop, already + sum(pressed))
    return sum(pressed) / (time.perf_counter() - started)


def _keep_ordering(guest: Guest, until: float, pressed: list[int], number: int, faults: list[str]) -> None:
    try:
        guest.arrive()
        while time.perf_counter() < until:
            guest.press_pay(guest.ask_to_pay(guest.place()))
            pressed[number] += 1
    except (OSError, RuntimeError, http.client.HTTPException) as fault:
        faults.append(str(fault))


def _paid(shop: RunningShop) -> int:
    with connect(shop.data) as connection:
        row = connection.execute("SELECT count(*) FROM orders_order WHERE paid_at IS NOT NULL").fetchone()
    return int(str(row[0])) if row else 0


def _wait_until_paid(shop: RunningShop, wanted: int) -> None:
    deadline = time.monotonic() + _DRAIN_S
    while _paid(shop) < wanted:
        if time.monotonic() > deadline:
            raise RuntimeError(f"{wanted - _paid(shop)} orders that were paid for are not paid after {_DRAIN_S:.0f} s")
        time.sleep(0.1)


def _open_more_shops(shop: RunningShop) -> list[str]:
    slugs = [f"noodle{number}" for number in range(2, _SHOPS + 1)]
    order = [sys.executable, "-m", "bench.more_shops", *slugs]
    subprocess.run(order, env=shop.environment, check=True, capture_output=True, timeout=120)
    return slugs
