"""The web shop as a slow phone sees it: a quarter of this processor, 1.6 Mbit/s, 150 ms there and back, no cache."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser
from tools.browser import chromium

from bench.figure import Figure
from bench.shop import RunningShop

_ROUNDS = 5
_PAINT = """() => new Promise(done => {
  const seen = () => performance.getEntriesByName('first-contentful-paint')[0];
  if (seen()) return done(seen().startTime);
  new PerformanceObserver(() => seen() && done(seen().startTime)).observe({type: 'paint', buffered: true});
})"""


@dataclass
class Visit:
    """What one visit loaded: bytes on the wire by the kind of thing, in all and before the first contentful paint."""

    paint_ms: float = 0.0
    bytes_all: dict[str, float] = field(default_factory=dict)
    bytes_before_paint: dict[str, float] = field(default_factory=dict)


def measure(shop: RunningShop) -> list[Figure]:
    with chromium() as browser:
        visits = [_visit(browser, f"http://127.0.0.1:{shop.port}/s/noodle/") for _ in range(_ROUNDS)]
    before = [visit.bytes_before_paint.get("Script", 0) / 1024 for visit in visits]
    scripts = [visit.bytes_all.get("Script", 0) / 1024 for visit in visits]
    everything = [sum(visit.bytes_all.values()) / 1024 for visit in visits]
    return [
        Figure("web", "first contentful paint", "ms", [visit.paint_ms for visit in visits], 900),
        Figure("web", "JavaScript before it, on the wire", "KB", before, 75),
        Figure("web", "JavaScript of the page, on the wire", "KB", scripts),
        Figure("web", "all of the page, on the wire", "KB", everything),
    ]


def _visit(browser: Browser, url: str) -> Visit:
    context = browser.new_context(viewport={"width": 360, "height": 780}, device_scale_factor=2)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    speed = 1.6e6 / 8
    wire.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 150, "downloadThroughput": speed, "uploadThroughput": speed},
    )
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    loads: dict[str, tuple[str, float, float]] = {}
    kinds: dict[str, str] = {}
    first: list[float] = []
    wire.on("Network.requestWillBeSent", lambda event: first.append(event["timestamp"]))
    wire.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    wire.on("Network.loadingFinished", lambda event: _finished(event, kinds, loads))
    page.goto(url, wait_until="networkidle", timeout=60_000)
    visit = Visit(paint_ms=float(page.evaluate(_PAINT)))
    for kind, ended, size in loads.values():
        visit.bytes_all[kind] = visit.bytes_all.get(kind, 0) + size
        if (ended - first[0]) * 1000 <= visit.paint_ms:
            visit.bytes_before_paint[kind] = visit.bytes_before_paint.get(kind, 0) + size
    context.close()
    return visit


def _finished(event: dict[str, Any], kinds: dict[str, str], loads: dict[str, tuple[str, float, float]]) -> None:
    loads[event["requestId"]] = (kinds.get(event["requestId"], "Other"), event["timestamp"], event["encodedDataLength"])
