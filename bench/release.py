"""Release JSON to a shopper, against the plainest answer of the same server, in turns."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from bench.figure import Figure
from bench.rate import rate
from bench.shop import RunningShop, ask, free_port

_ROUNDS = 3
_LIVE = "/api/shop/noodle/live"


def measure(shop: RunningShop) -> list[Figure]:
    values: dict[str, list[float]] = {"hello": [], "live": [], "unchanged": [], "catalog": []}
    tag = _tag(shop.port)
    with _hello() as port:
        for _ in range(_ROUNDS):
            values["hello"].append(rate(port, "/hello"))
            values["live"].append(rate(shop.port, _LIVE, [("Accept-Encoding", "gzip")]))
            values["unchanged"].append(rate(shop.port, _LIVE, [("If-None-Match", tag)], status=304))
            values["catalog"].append(rate(shop.port, "/api/shop/noodle/catalog", [("Accept-Encoding", "gzip")]))
    shares = {name: [a / b for a, b in zip(values[name], values["hello"], strict=True)] for name in values}
    return [
        Figure("release", "plain hello of the same server", "/s", values["hello"]),
        Figure("release", "release JSON", "/s", values["live"]),
        Figure("release", "release JSON : hello", "", shares["live"], 0.5, more_is_better=True),
        Figure("release", "release unchanged (304) : hello", "", shares["unchanged"]),
        Figure("release", "catalogue : hello", "", shares["catalog"]),
    ]


def _tag(port: int) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", _LIVE)
    tag = connection.getresponse().headers["ETag"]
    connection.close()
    return str(tag)


@contextmanager
def _hello() -> Iterator[int]:
    port = free_port()
    server = subprocess.Popen([sys.executable, "-m", "bench.hello", str(port), str(min(2, os.cpu_count() or 1))])
    try:
        for _ in range(500):
            with suppress(OSError):
                if ask(port, "GET", "/hello")[0] == 200:
                    break
            time.sleep(0.02)
        yield port
    finally:
        server.terminate()
        server.wait(20)
