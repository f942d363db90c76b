"""Builds and runs the same shop of each peer and of Kaipu by turns in one run, and reports them side by side. A peer
that cannot be installed, built or run is named with the reason; the others go on.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bench.building import shop_source
from bench.figure import Figure
from bench.peers.shops import KAIPU_MENU, PEERS, Menu, Peer, Spent, build_kaipu
from bench.peers.sizes import Sizes, sizes_of
from bench.peers.tapping import Taps, taps_of
from kaipu.platforms.loader import list_platforms

_ROUNDS = 3
_TAP_ROUNDS = 3
_OURS = "Kaipu"
_FLOOR = "native"
_Result = TypeVar("_Result")


def measure(failures: dict[str, str]) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="kaipu-bench-peers-") as folder:
        place = Path(folder)
        peers = _held(failures, [(peer.name, peer.install) for peer in PEERS])
        builds = _builds([peer for peer in PEERS if peer.name in peers], place, failures)
        packages = {peer.name: (peer.built, Menu()) for peer in PEERS if peer.name in builds}
        packages[_OURS] = (place / "wechat" / "wechat", KAIPU_MENU)
        sizes = {name: sizes_of(built) for name, (built, _) in packages.items()}
        return [*_build_figures(builds), *_size_figures(sizes), *_tap_figures(_taps(packages, place, failures))]


def _held(failures: dict[str, str], jobs: list[tuple[str, Callable[[], _Result]]]) -> dict[str, _Result]:
    """What each job answered; those that failed are named and left out."""
    results = {}
    for name, job in jobs:
        try:
            results[name] = job()
        except Exception as failure:  # one peer must not take the others with it
            failures[name] = f"{type(failure).__name__}: {failure}"
    return results


def _builds(peers: list[Peer], place: Path, failures: dict[str, str]) -> dict[str, list[Spent]]:
    """By turns: a peer, Kaipu, the next peer, Kaipu ..."""
    spent: dict[str, list[Spent]] = {name: [] for name in (*(peer.name for peer in peers), _OURS)}
    for number in range(_ROUNDS):
        for peer in peers:
            if peer.name not in spent:
                continue
            _say(f"building {peer.name}, {number + 1} of {_ROUNDS}")
            done = _held(failures, [(peer.name, peer.build)])
            if not done:
                del spent[peer.name]
                continue
            spent[peer.name] += done.values()
            spent[_OURS].append(build_kaipu(place / "wechat", "wechat"))
    count = len(list_platforms())
    every = f"{_OURS}, all {count} platforms"
    spent[every] = [build_kaipu(place / "all", "all") for _ in range(_ROUNDS)]
    return spent


def _taps(packages: dict[str, tuple[Path, Menu]], place: Path, failures: dict[str, str]) -> dict[str, list[Taps]]:
    catalog = place / "catalog.json"
    catalog.write_text(json.dumps(shop_source()[1].catalog, ensure_ascii=False), encoding="utf-8")
    found: dict[str, list[Taps]] = {name: [] for name in packages}
    for number in range(_TAP_ROUNDS):
        for name, (built, menu) in packages.items():
            if name not in found:
                continue
            _say(f"tapping in {name}, {number + 1} of {_TAP_ROUNDS}")
            try:
                found[name].append(taps_of(built, catalog, menu))
            except RuntimeError as failure:
                failures[f"taps in {name}"] = str(failure)
                del found[name]
    return found


def _build_figures(builds: dict[str, list[Spent]]) -> list[Figure]:
    figures = []
    for name, spent in builds.items():
        budget = 600 if name.startswith(_OURS) else None
        figures.append(Figure("peers", f"cold build, {name}", "ms", [one.wall_ms for one in spent], budget))
    for name, spent in builds.items():
        figures.append(Figure("peers", f"cold build, processor time, {name}", "ms", [one.cpu_ms for one in spent]))
    ours = statistics.median(one.cpu_ms for one in builds[_OURS])
    for name in [name for name in builds if name != _OURS]:
        ratios = [one.cpu_ms / ours for one in builds[name]]
        figures.append(Figure("peers", f"cold build, processor time, {name}", "x Kaipu", ratios))
    return figures


def _size_figures(sizes: dict[str, Sizes]) -> list[Figure]:
    def figure(title: str, name: str, size: int, budget: float) -> Figure:
        return Figure("peers", f"{title}, {name}", "KB", [size / 1024], budget if name == _OURS else None)

    return [
        *(figure("scripts", name, one.scripts, 40) for name, one in sizes.items()),
        *(figure("scripts before the first page", name, one.first_scripts, 25) for name, one in sizes.items()),
        *(
            Figure("peers", f"package without pictures, {name}", "KB", [one.package / 1024])
            for name, one in sizes.items()
        ),
    ]


def _tap_figures(taps: dict[str, list[Taps]]) -> list[Figure]:
    def table(title: str, unit: str, value: Callable[[Taps], float], budget: float | None = None) -> list[Figure]:
        return [
            Figure("peers", f"{title}, {name}", unit, [value(one) for one in some], budget if name == _OURS else None)
            for name, some in taps.items()
        ]

    def against(title: str, value: Callable[[Taps], float], budget: float | None = None) -> list[Figure]:
        """Each round's own ratio, as both were measured within the same seconds."""
        floor = taps.get(_FLOOR, [])
        return [
            Figure(
                "peers",
                f"{title}, {name}",
                "x native",
                [value(one) / value(least) for one, least in zip(some, floor, strict=True)],
                budget if name == _OURS else None,
            )
            for name, some in taps.items()
            if floor and name != _FLOOR
        ]

    return [
        *table("into the cart, setData calls", "", lambda one: one.calls, 1),
        *table("into the cart, setData, first", "B", lambda one: one.first_bytes, 60),
        *table("into the cart, setData, next", "B", lambda one: one.next_bytes, 60),
        *table("into the cart, first tap, processor time", "us", lambda one: one.cold_us),
        *table("into the cart, drawn, processor time", "us", lambda one: one.drawn_us),
        *table("into the cart, not drawn, processor time", "us", lambda one: one.logic_us),
        *against("into the cart, first tap", lambda one: one.cold_us),
        *against("into the cart, drawn", lambda one: one.drawn_us, 2),
        *against("into the cart, not drawn", lambda one: one.logic_us, 2),
    ]


def _say(text: str) -> None:
    print(f"  {text} ...", file=sys.stderr, flush=True)
