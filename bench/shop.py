"""A Kaipu of its own for a measurement: its own data folder and port, started with the `kaipu` command and stopped
again.
"""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

KAIPU = Path(sys.executable).with_name("kaipu")
_READY_S = 120.0
_GONE_S = 30.0


@dataclass(frozen=True)
class RunningShop:
    port: int
    data: Path
    seconds_to_ready: float

    @property
    def environment(self) -> dict[str, str]:
        return environment(self.port, self.data)


def environment(port: int, data: Path) -> dict[str, str]:
    # Python keeps what it compiled unless a machine says otherwise; those who run a shop have it kept.
    dropped = ("KAIPU_", "DATABASE_URL", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return kept | {"KAIPU_PORT": str(port), "KAIPU_DATA": str(data)}


def free_port() -> int:
    """A port that is free, and whose neighbour is (the sandbox's)."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = int(first.getsockname()[1])
            with suppress(OSError, OverflowError):
                second.bind(("127.0.0.1", port + 1))
                return port


@contextmanager
def data_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="kaipu-bench-", ignore_cleanup_errors=True) as folder:
        yield Path(folder) / "data"


@contextmanager
def running_shop(data: Path) -> Iterator[RunningShop]:
    """`kaipu up` until /healthz answers; interrupted at the end, as by Ctrl-C."""
    port = free_port()
    started = time.perf_counter()
    log = data.parent / "up.log"
    with log.open("ab") as out:
        process = subprocess.Popen(
            [KAIPU, "up"], env=environment(port, data), stdout=out, stderr=out, start_new_session=True
        )
    try:
        _wait_for_health(port, process, log)
        yield RunningShop(port, data, time.perf_counter() - started)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(_GONE_S)
        except subprocess.TimeoutExpired:
            process.kill()


def _wait_for_health(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _READY_S
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"kaipu up ended by itself: {log.read_text(errors='replace')[-600:]}")
        with suppress(OSError, http.client.HTTPException):
            if ask(port, "GET", "/healthz")[0] == 200:
                return
        time.sleep(0.02)
    raise RuntimeError("kaipu up was not ready in time")


def ask(
    port: int, method: str, path: str, body: object = None, headers: dict[str, str] | None = None
) -> tuple[int, bytes]:
    """One request on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        data = None if body is None else json.dumps(body).encode()
        connection.request(method, path, data, {"Content-Type": "application/json"} | (headers or {}))
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()
