"""One thing into the cart, in a phone without a screen: see host/tapping.mjs."""

from __future__ import annotations

import json
import subprocess
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from bench.peers.shops import HERE, Menu

_SCRIPT = HERE / "host/tapping.mjs"
_TIMEOUT_S = 300


@dataclass(frozen=True)
class Taps:
    """setData calls and bytes of the first tap and of the next; processor time in microseconds: of the first tap in a
    process, and of one among many with and without drawing.
    """

    calls: int
    first_bytes: int
    next_bytes: int
    cold_us: float
    drawn_us: float
    logic_us: float


def taps_of(package: Path, catalog: Path, menu: Menu) -> Taps:
    """Raises RuntimeError where the package does not run, or shows something else than the others."""
    order = ["node", str(_SCRIPT), str(package), str(catalog), *astuple(menu)]
    done = subprocess.run(order, capture_output=True, text=True, timeout=_TIMEOUT_S, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.strip()[-400:])
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return Taps(
        said["first"]["calls"],
        said["first"]["bytes"],
        said["again"]["bytes"],
        said["first"]["cpu_us"],
        _calm(said["drawn_us"]),
        _calm(said["logic_us"]),
    )


def _calm(batches: list[float]) -> float:
    """The lower quartile: by then the code is compiled, and others who use the machine add time and never take any."""
    return sorted(batches)[len(batches) // 4]
