"""The sandbox as the process a merchant runs: it answers, carries notices by itself, and forgets nothing."""

import multiprocessing
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from kaipu.sandbox import register_merchant, serve

PATIENCE_S = 20.0


def until(true: Callable[[], bool]) -> None:
    """Waits for what another process does; fails rather than hang."""
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/healthz").status_code == 200
    except httpx.HTTPError:
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def process(folder: Path, port: int) -> Iterator[str]:
    # `serve` starts children of its own, which a daemon may not.
    running = multiprocessing.get_context("spawn").Process(
        target=serve, args=("127.0.0.1", port, folder), kwargs={"pace": 0.001}
    )
    running.start()
    try:
        until(lambda: answers(f"http://127.0.0.1:{port}"))
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.join()


def test_a_process_answers_tells_and_remembers(counter, receiver, fresh_folder, tmp_path):
    folder, port = tmp_path / "kept", free_port()
    shutil.copytree(fresh_folder, folder)
    receiver.statuses = [500]
    with process(folder, port) as url:
        counter.sandbox = type("Elsewhere", (), {"url": url, "around": counter.sandbox.around})()
        page = counter.prepay().json()["h5_url"]
        assert page.startswith(url)
        counter.fault("lose_answer")
        assert counter.prepay("order000002").status_code == 502
        assert counter.http.post(page, data={"press": "pay"}).status_code == 200
        until(lambda: len(receiver.notices) == 2)
        until(lambda: counter.notices()[0]["state"] == "delivered")
    with process(folder, port) as url:
        query = f"/v3/pay/transactions/out-trade-no/order00000{{}}?mchid={counter.merchant.merchant_id}"
        assert counter.send("GET", query.format(1)).json()["trade_state"] == "SUCCESS"
        assert counter.send("GET", query.format(2)).json()["trade_state"] == "NOTPAY"
    assert register_merchant(folder, reference="noodle", name="老王面馆") == counter.merchant
