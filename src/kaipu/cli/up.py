"""Start everything, with a demo shop that can be ordered from, and stop it again on Ctrl-C."""

import argparse
import http.client
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import segno

import kaipu
from kaipu.cli.child import Child
from kaipu.cli.custom_blocks import ready_blocks
from kaipu.cli.data_lock import data_lock
from kaipu.cli.demo import SLUG, open_demo_shop
from kaipu.cli.failure import Failure
from kaipu.cli.ports import free_within
from kaipu.cli.progress import step
from kaipu.cli.serve import preload
from kaipu.cli.sign_in import sign_in_url
from kaipu.cli.supervisor import Stopped, Supervisor
from kaipu.cli.words import say
from kaipu.web.database.address import embedded_folder
from kaipu.web.database.embedded import EmbeddedPostgres, PostgresFailed
from kaipu.web.database.prepare import DatabaseFailed, disconnect, prepare_database
from kaipu.web.environment import Environment
from kaipu.web.process_tie import tie_self
from kaipu.web.site import near_host, site_url

_READY_SECONDS = 60.0
_LEAVING_SECONDS = 3.0
_PACKAGE = Path(kaipu.__file__).parent
_BUNDLES = (_PACKAGE / "web/static/studio/index.html", _PACKAGE / "platforms/web/dist/manifest.json")


def arguments(parser: argparse.ArgumentParser) -> None:
    """None: `up` is told what it needs by KAIPU_PORT, KAIPU_DATA, KAIPU_HOST and DATABASE_URL."""


def run(options: argparse.Namespace) -> int:
    if os.environ.get("KAIPU_TIED") == "1":
        tie_self(signal.SIGTERM)  # started by make: a killed make stops us too
    environment = Environment.read()
    if not 0 < environment.port < 65535:
        raise Failure("bad_port")
    if not all(bundle.exists() for bundle in _BUNDLES):
        raise Failure("bundles_missing")
    ready_blocks()
    ports = (environment.port, environment.port + 1)
    # Whoever was killed a moment ago may still be leaving. What stays is another Kaipu or another program.
    with data_lock(environment.data, _LEAVING_SECONDS) as ours:
        for port in ports:
            if not free_within(environment.host, port, _LEAVING_SECONDS if ours else 0):
                raise Failure("port_taken", port=port, other=environment.port + 10)
        if not ours:
            raise Failure("data_in_use", data=environment.data)
        return _run_locked(environment)


def _run_locked(environment: Environment) -> int:
    supervisor = Supervisor(lambda name: print("  " + say("child_restarted", name=name), flush=True))
    folder = embedded_folder(environment)
    server = EmbeddedPostgres(folder, log=environment.data / "logs" / "postgres.log") if folder else None
    supervisor.listen()
    try:
        _start(environment, supervisor, server)
        _tell(environment)
        supervisor.watch(lambda: _tend(server, supervisor))
    except Stopped:
        print("\n" + say("stopping"), flush=True)
    except (PostgresFailed, DatabaseFailed) as failed:
        raise Failure("database_failed", reason=failed) from failed
    finally:
        disconnect()
        supervisor.stop()
        if server is not None:
            server.stop()
    print(say("stopped", data=environment.data), flush=True)
    return 0


def _tend(server: EmbeddedPostgres | None, supervisor: Supervisor) -> None:
    if server is not None and server.tend():
        supervisor.report("postgres")


def _start(environment: Environment, supervisor: Supervisor, server: EmbeddedPostgres | None) -> None:
    """What takes long runs side by side: the database and the sandbox start while we import what the server needs."""
    children, near = _children(environment), near_host(environment).strip("[]")
    with step("step_database"):
        if server is not None:
            server.launch()
        supervisor.start(children["sandbox"])
        preload()
        if server is not None:
            server.await_answer()
    with step("step_tables"):
        prepare_database(environment)
    with step("step_demo"):
        open_demo_shop(environment)
    with step("step_server"):
        disconnect()
        supervisor.start(children["server"])
        _await(children["server"], near, environment.port, "/healthz", lambda status: status == 200)
        supervisor.start(children["worker"])
    with step("step_sandbox"):
        _await(children["sandbox"], near, environment.port + 1, "/", lambda status: status < 500)


def _children(environment: Environment) -> dict[str, Child]:
    logs = environment.data / "logs"
    return {
        "sandbox": Child("sandbox", ["sandbox"], logs / "sandbox.log"),
        "server": Child("server", ["serve"], logs / "server.log"),
        "worker": Child("worker", ["worker"], logs / "worker.log"),
    }


def _await(child: Child, host: str, port: int, path: str, good: Callable[[int], bool]) -> None:
    """Until the address answers well. Raises Failure when the child ended or takes too long."""
    deadline = time.monotonic() + _READY_SECONDS
    while child.ended() is None and time.monotonic() < deadline:
        with suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection(host, port, timeout=5)
            try:
                connection.request("GET", path, headers={"Host": f"localhost:{port}"})
                if good(connection.getresponse().status):
                    return
            finally:
                connection.close()
        time.sleep(0.05)
    raise Failure("not_ready", name=child.name, log=child.log)


def _tell(environment: Environment) -> None:
    link = sign_in_url(environment, SLUG)
    disconnect()
    shop = f"{site_url(environment)}/s/{SLUG}/"
    print(f"\n{say('shop_here')}\n  {shop}")
    segno.make(shop, micro=False).terminal(out=sys.stdout, compact=True, border=2)
    if environment.host == "127.0.0.1" and not environment.public_url:
        print(say("loopback_only"))
    print(f"{say('owner_here', slug=SLUG)}\n  {link}")
    print(say("logs_here", logs=environment.data / "logs"))
    print(say("how_to_stop"), flush=True)
