"""Serve the stand-in for the payment gateways, with keys and money of its own."""

import argparse
from pathlib import Path

from kaipu.sandbox.server import serve
from kaipu.web.environment import Environment
from kaipu.web.site import site_host


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, help="default: KAIPU_PORT + 1")
    parser.add_argument("--data", type=Path, help="default: KAIPU_DATA/sandbox")


def run(options: argparse.Namespace) -> int:
    environment = Environment.read()
    port = options.port or environment.port + 1
    public_url = f"http://{site_host(environment)}:{port}"
    serve(environment.host, port, options.data or environment.data / "sandbox", public_url=public_url)
    return 0
