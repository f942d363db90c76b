"""A Kaipu of its own for a test: a data folder, a free pair of ports, and the processes that belong to it."""

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
from pathlib import Path
from typing import Any

import psutil

_PATIENCE_SECONDS = 90


class Installation:
    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = _free_pair()
        self.output = data.with_name("output.txt")
        self.process: subprocess.Popen[bytes] | None = None
        self.more: dict[str, str] = {}
        """Further variables of its environment."""

    def environment(self) -> dict[str, str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("KAIPU", "DJANGO", "DATABASE"))
        }
        return (
            kept
            | {"KAIPU_DATA": str(self.data), "KAIPU_PORT": str(self.port), "LANG": "en_GB.UTF-8", "LC_ALL": ""}
            | self.more
        )

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "kaipu.cli.main", *words]

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(self.command(*words), env=self.environment(), capture_output=True, text=True, check=False)

    def up(self) -> str:
        """Starts and waits until all is said; gives what was printed."""
        with self.output.open("wb") as sink:
            self.process = subprocess.Popen(
                self.command("up"),
                env=self.environment(),
                stdout=sink,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while "Press Ctrl-C" not in (said := self.output.read_text()):
            assert self.process.poll() is None, said
            assert time.monotonic() < deadline, said
            time.sleep(0.05)
        return said

    def signal(self, number: signal.Signals) -> int:
        """Sends the signal to `kaipu up` alone and gives its exit code."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(_PATIENCE_SECONDS)

    def get(self, path: str) -> tuple[int, Any]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        return answer.status, json.loads(body) if answer.headers["Content-Type"].startswith(
            "application/json"
        ) else body

    def processes(self) -> list[psutil.Process]:
        """What runs with this data folder in its environment or on its command line."""
        return [process for process in psutil.process_iter() if _belongs(process, str(self.data))]

    def places(self) -> list[Any]:
        """All addresses that are listened on."""
        return [place for process in self.processes() for place in _listening(process)]

    def serving(self) -> list[psutil.Process]:
        """The processes that listen on the shop's port."""
        return [each for each in self.processes() if any(place.port == self.port for place in _listening(each))]

    def wait_until_gone(self) -> None:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while left := self.processes():
            assert time.monotonic() < deadline, left
            time.sleep(0.05)


@contextmanager
def new_installation(opened_before: Path | None = None) -> Iterator[Installation]:
    """One in a folder of its own, or in a copy of an earlier one; what of it still runs at the end is killed."""
    with tempfile.TemporaryDirectory(prefix="kaipu-up-") as name:
        made = Installation(Path(name) / "data")
        if opened_before is not None:
            subprocess.run(["cp", "-a", str(opened_before), str(made.data)], check=True)  # with owners and modes
        yield made
        for process in made.processes():
            with suppress(psutil.NoSuchProcess):
                process.kill()
        made.wait_until_gone()


def _listening(process: psutil.Process) -> list[Any]:
    with suppress(psutil.NoSuchProcess):
        return [each.laddr for each in process.net_connections(kind="inet") if each.status == psutil.CONN_LISTEN]
    return []


def _free_pair() -> int:
    """A port that is free together with the next one, which the sandbox takes."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = int(first.getsockname()[1])
            try:
                second.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
        return port


def _belongs(process: psutil.Process, data: str) -> bool:
    try:
        if process.status() == psutil.STATUS_ZOMBIE:
            return False
        return process.environ().get("KAIPU_DATA") == data or any(data in word for word in process.cmdline())
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return False
