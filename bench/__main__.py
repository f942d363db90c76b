"""`python -m bench [group ...]`: measures, prints a table, writes bench/results/<time>.json. A group that cannot be
measured is named with the reason, and the others go on. `peers` is not among them unless it is named or already
installed: the first time it fetches some hundred megabytes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module

from bench.figure import Figure, Report
from bench.peers.shops import installed
from bench.shop import RunningShop, data_folder, running_shop

# Group -> module; those of the second table measure one running shop.
_ALONE = {"start": "bench.start", "build": "bench.building", "package": "bench.packages", "shops": "bench.shops"}
_WITH_SHOP = {"release": "bench.release", "web": "bench.web", "orders": "bench.orders"}
_PEERS = "peers"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("groups", nargs="*", choices=[*_ALONE, *_WITH_SHOP, _PEERS, []], help="all, if none is named")
    groups = parser.parse_args().groups or [*_ALONE, *_WITH_SHOP, *([_PEERS] if installed() else [])]
    report = Report()
    for group in (group for group in groups if group in _ALONE):
        _try(report, group, import_module(_ALONE[group]).measure)
    if _PEERS in groups:
        _try(report, _PEERS, partial(import_module("bench.peers.comparing").measure, report.failures))
    running = [group for group in groups if group in _WITH_SHOP]
    if running:
        _try(report, "the running shop", partial(_measure_running, report, running))
    print(report.table())
    print(f"\n{report.write()}")
    return 0


def _measure_running(report: Report, groups: list[str]) -> list[Figure]:
    with data_folder() as data, running_shop(data) as shop:
        for group in groups:
            _try(report, group, partial(_measure, group, shop))
    return []


def _measure(group: str, shop: RunningShop) -> list[Figure]:
    return list(import_module(_WITH_SHOP[group]).measure(shop))


def _try(report: Report, name: str, measure: Callable[[], list[Figure]]) -> None:
    print(f"measuring {name} ...", file=sys.stderr, flush=True)
    try:
        report.figures += measure()
    except Exception as failure:  # one measurement must not take the others with it
        report.failures[name] = f"{type(failure).__name__}: {failure}"


if __name__ == "__main__":
    sys.exit(main())
