"""What the tutorial tells people to type, typed. Fenced blocks marked `sh serve` are started and kept running; those
marked `sh run` must end well, one after the other. The port and the data folder are put out of the way of an open shop.
"""

import http.client
import os
import re
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```sh (serve|run)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = ["first-shop.md", "first-shop.zh-CN.md"]
READY_S = 180


def blocks(page: str) -> list[tuple[str, str]]:
    return BLOCK.findall((ROOT / "docs/tutorial" / page).read_text("utf-8"))


def free_port() -> int:
    """With a free neighbour, for the sandbox."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = first.getsockname()[1]
            with suppress(OSError, OverflowError):
                second.bind(("127.0.0.1", port + 1))
                return port


@contextmanager
def served(command: str, port: int, environment: dict[str, str], log: Path) -> Iterator[None]:
    with log.open("wb") as out:
        shop = subprocess.Popen(
            ["bash", "-c", f"exec {command}"], cwd=ROOT, env=environment, stdout=out, stderr=out, start_new_session=True
        )
    try:
        wait_until_healthy(shop, port, log)
        yield
    finally:
        with suppress(ProcessLookupError):
            os.killpg(shop.pid, signal.SIGINT)
        shop.wait(60)


def wait_until_healthy(shop: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    deadline = time.monotonic() + READY_S
    while time.monotonic() < deadline:
        assert shop.poll() is None, log.read_text(errors="replace")[-2000:]
        with suppress(OSError):
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            line.request("GET", "/healthz")
            if line.getresponse().status == 200:
                return
        time.sleep(0.1)  # between two questions to another process; nothing is measured
    pytest.fail(f"not ready in {READY_S} s: {log.read_text(errors='replace')[-2000:]}")


def test_both_languages_tell_the_same_commands():
    english, chinese = (blocks(page) for page in PAGES)
    assert english == chinese
    assert [kind for kind, _ in english] == ["serve", "run", "run", "run", "run"]


@pytest.fixture
def folder() -> Iterator[Path]:
    """Not pytest's own: the database's user could not pass through it."""
    with tempfile.TemporaryDirectory(prefix="kaipu-tutorial-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def test_the_commands_do_what_the_tutorial_says(folder: Path):
    port = free_port()
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith(("KAIPU_", "MAKE", "DATABASE_URL", "DJANGO", "PYTEST"))
    }
    environment = kept | {"KAIPU_PORT": str(port), "KAIPU_DATA": str(folder / "data")}
    (_, serve), *steps = blocks(PAGES[0])
    answers = []
    with served(serve.strip(), port, environment, folder / "up.log"):
        for _, step in steps:
            command = step.replace(":8000", f":{port}").replace("build/first-shop", str(folder / "build"))
            done = subprocess.run(["bash", "-euc", command], cwd=ROOT, env=environment, capture_output=True, text=True)
            assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
            answers.append(done.stdout)
    healthz, sign_in, build, _ = answers
    assert '"status": "ok"' in healthz
    assert "/studio/sign-in#" in sign_in
    assert all(platform in build for platform in ("wechat", "alipay", "web"))
    assert f":{port}/s/noodle/" in (folder / "up.log").read_text("utf-8", errors="replace")
