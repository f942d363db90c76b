"""The shops that are compared: where each lies, how it is installed and built, and what a finger finds in its menu."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.shop import KAIPU, environment

HERE = Path(__file__).parent
_INSTALL_S = 600
_BUILD_S = 300


@dataclass(frozen=True)
class Menu:
    """Class names in a menu: a dish's row, its plus and minus, a heading that does nothing, the bar with the sum."""

    row: str = "dish"
    plus: str = "plus"
    minus: str = "minus"
    head: str = "head"
    bar: str = "bar"


@dataclass(frozen=True)
class Spent:
    """What one build took of the clock and of the processors."""

    wall_ms: float
    cpu_ms: float


@dataclass(frozen=True)
class Peer:
    """`package` is where its build puts what WeChat's tool uploads. `locked`: installed from a lock file first."""

    name: str
    folder: str
    command: tuple[str, ...]
    package: str
    locked: bool = True

    @property
    def home(self) -> Path:
        return HERE / self.folder

    @property
    def built(self) -> Path:
        return self.home / self.package

    @property
    def installed(self) -> bool:
        # npm writes this file last.
        return not self.locked or (self.home / "node_modules/.package-lock.json").exists()

    def install(self) -> None:
        if self.installed:
            return
        print(f"installing {self.name} ...", file=sys.stderr, flush=True)
        # Not `npm ci`: it refuses a lock that leaves out what a tool offers for other systems only.
        _run(["npm", "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"], self.home, _INSTALL_S)

    def build(self) -> Spent:
        shutil.rmtree(self.built, ignore_errors=True)
        spent = _run(self.command, self.home, _BUILD_S)
        if not (self.built / "app.json").exists():
            raise RuntimeError(f"no package in {self.package}")
        return spent


# Production settings of each one's own template; caches are off, or not there.
PEERS = (
    Peer("native", "native", ("node", "build.mjs"), "dist", locked=False),
    Peer("uni-app", "uni-app", ("node_modules/.bin/uni", "build", "-p", "mp-weixin"), "dist/build/mp-weixin"),
    Peer("Taro", "taro", ("node_modules/.bin/taro", "build", "--type", "weapp"), "dist"),
    Peer("Mpx", "mpx", ("node_modules/.bin/webpack",), "dist"),
    Peer("Mpx without core-js", "mpx", ("node_modules/.bin/webpack", "--env", "lean"), "dist-lean"),
)
KAIPU_MENU = Menu(*(f"kp-order-menu__{name}" for name in ("row", "plus", "minus", "head", "bar")))


def installed() -> bool:
    """Whether all peers are there already, so that measuring them fetches nothing."""
    return all(peer.installed for peer in PEERS)


def build_kaipu(out: Path, platform: str) -> Spent:
    """In an empty data folder each time, so that nothing is left of a build before."""
    shutil.rmtree(out, ignore_errors=True)
    order = [str(KAIPU), "build", "trade:noodle_shop", "--platform", platform, "--minify", "--out", str(out)]
    return _run(order, HERE, _BUILD_S, environment(8000, out / "data"))


def _run(order: Sequence[str], folder: Path, seconds: float, given: dict[str, str] | None = None) -> Spent:
    """Raises RuntimeError with the gist of what was printed."""
    before, started = os.times(), time.perf_counter()
    done = subprocess.run(
        order,
        cwd=folder,
        env=(given or dict(os.environ)) | {"NODE_ENV": "production", "CI": "1"},
        capture_output=True,
        timeout=seconds,
        check=False,
    )
    wall, after = time.perf_counter() - started, os.times()
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).decode(errors="replace")
        raise RuntimeError(f"{Path(order[0]).name} ended with {done.returncode}: {_gist(said)}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(wall * 1000, cpu * 1000)


def _gist(text: str) -> str:
    """Where it began and how it ended."""
    lines = " / ".join(line for line in text.splitlines() if not line.startswith("npm warn"))
    return lines if len(lines) <= 400 else f"{lines[:200]} ... {lines[-200:]}"
