"""The sandbox as a process: granian in front of the WSGI application, a courier thread behind it.

granian runs the application in a process it spawns and respawns, which finds its settings in the environment.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from kaipu.sandbox.application import Application
from kaipu.sandbox.courier import Courier
from kaipu.sandbox.store import Store
from kaipu.sandbox.surroundings import Surroundings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

SETTINGS = "KAIPU_SANDBOX"
THREADS = 4


def serve(host: str, port: int, data_dir: Path, *, public_url: str = "", pace: float = 0.1) -> None:
    """Serve until told to stop. `public_url` is where browsers find the sandbox, if not at host and port."""
    Store(data_dir).close()
    named = f"[{host}]" if ":" in host else host
    os.environ[SETTINGS] = json.dumps(
        {"data_dir": str(data_dir), "public_url": public_url or f"http://{named}:{port}", "pace": pace}
    )
    Server(
        f"{__name__}:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    ).serve()


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """What granian calls."""
    return _application()(environ, start_response)


@cache
def _application() -> Application:
    settings = json.loads(os.environ[SETTINGS])
    around = Surroundings(Store(Path(settings["data_dir"])), settings["public_url"], settings["pace"])
    Courier(around).start()
    return Application(around)
