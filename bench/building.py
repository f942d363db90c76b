"""Building a shop's packages: a process of its own as a person runs it, and warm, all platforms in one go."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from pathlib import Path

from bench.figure import Figure
from bench.shop import KAIPU, environment
from kaipu.cli.sources import load_source
from kaipu.compiler.build import build
from kaipu.compiler.library import HOME
from kaipu.compiler.project import BuildSource
from kaipu.definition import BlockRegistry
from kaipu.platforms.loader import list_platforms, load_platform
from kaipu.web.environment import Environment

_SOURCE = "trade:noodle_shop"
_COLD_ROUNDS = 5
_WARM_ROUNDS = 15


def measure() -> list[Figure]:
    names = list_platforms()
    figures = [Figure("build", f"cold process, {name}", "ms", _cold(name), 600) for name in names]
    figures.append(Figure("build", f"cold process, all {len(names)}", "ms", _cold("all"), 600))
    figures += [Figure("build", f"warm, {name}", "ms", _warm((name,))) for name in names]
    figures.append(Figure("build", f"warm, all {len(names)}", "ms", _warm(names), 50))
    return figures


def _cold(platform: str) -> list[float]:
    times = []
    with tempfile.TemporaryDirectory(prefix="kaipu-bench-") as folder:
        for number in range(_COLD_ROUNDS):
            # A new place each time: ext4 goes round what was just deleted, which takes longer than all else.
            order = [str(KAIPU), "build", _SOURCE, "--platform", platform, "--out", f"{folder}/{number}"]
            started = time.perf_counter()
            subprocess.run(
                order, check=True, capture_output=True, env=environment(8000, Path(folder) / "data"), timeout=60
            )
            times.append((time.perf_counter() - started) * 1000)
    return times


def _warm(names: tuple[str, ...]) -> list[float]:
    registry, source = shop_source()
    folders = {manifest.id: manifest.folder for manifest in registry}
    platforms = [load_platform(name) for name in names]
    times = []
    for _ in range(_WARM_ROUNDS + 1):
        started = time.perf_counter()
        build(source, platforms, folders, minify=False)
        times.append((time.perf_counter() - started) * 1000)
    return times[1:]


def shop_source() -> tuple[BlockRegistry, BuildSource]:
    os.environ.setdefault("KAIPU_PORT", "8000")
    registry = BlockRegistry.scan(HOME / "blocks")
    return registry, load_source(_SOURCE, registry, Environment.read())
