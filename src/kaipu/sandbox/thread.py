"""The sandbox inside another process: for tests and examples that want to hold its clock and its courier."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from kaipu.sandbox.application import Application
from kaipu.sandbox.courier import Courier
from kaipu.sandbox.store import Store
from kaipu.sandbox.surroundings import Surroundings


@dataclass(frozen=True)
class RunningSandbox:
    """`courier.deliver_due()` carries what is due by the sandbox's clock; nothing else does."""

    url: str
    data_dir: Path
    around: Surroundings
    courier: Courier


@contextmanager
def run_in_thread(
    data_dir: Path, *, port: int = 0, clock: Callable[[], float] = time.time, pace: float = 0.0
) -> Iterator[RunningSandbox]:
    """A sandbox on a port of this machine (a free one for 0) until the block ends."""
    server = _Server(("127.0.0.1", port), _QuietHandler)
    url = f"http://127.0.0.1:{server.server_port}"
    around = Surroundings(Store(data_dir), url, pace, clock)
    courier = Courier(around)
    server.set_app(Application(around))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield RunningSandbox(url, data_dir, around, courier)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        courier.close()
        around.store.close()


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 128


class _QuietHandler(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has where it comes from
        """Requests are not news."""
