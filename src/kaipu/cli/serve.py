"""Serve the shops and the API over HTTP."""

import argparse
import os

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server

from kaipu.web.environment import Environment

_THREADS = 8
_BACKLOG = 1024


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))


def run(options: argparse.Namespace) -> int:
    environment = Environment.read()
    os.environ.setdefault("KAIPU_DATABASE_POOL", str(_THREADS))
    Server(
        "kaipu.web.wsgi:application",
        address=environment.host,
        port=environment.port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=options.workers,
        blocking_threads=_THREADS,
        blocking_threads_idle_timeout=600,
        backlog=_BACKLOG,
        respawn_failed_workers=True,
        workers_kill_timeout=8,
        log_level=LogLevels.warning,
        log_access=False,
    ).serve()
    return 0
