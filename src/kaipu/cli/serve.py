"""Serve the shops and the API over HTTP."""

import argparse
import os
import signal
from importlib import import_module
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server

from kaipu.cli.custom_blocks import ready_blocks
from kaipu.web.environment import Environment
from kaipu.web.process_tie import tie_self

_APPLICATION = "kaipu.web.wsgi"
_THREADS = 8
_BACKLOG = 1024


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))


def run(options: argparse.Namespace) -> int:
    environment = Environment.read()
    ready_blocks()
    preload()
    Server(
        _APPLICATION,
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
    ).serve(target_loader=_load, wrap_loader=False)
    return 0


def preload() -> None:
    """Imports all a request needs, before granian forks its workers: they share it."""
    from django.urls import get_resolver

    import_module(_APPLICATION)
    _ = get_resolver().url_patterns


def _load(*_: object) -> Any:  # a WSGI application, as granian takes it
    """Runs in each worker."""
    tie_self(signal.SIGKILL)  # else a killed granian leaves its workers behind, with the port
    return import_module(_APPLICATION).application
