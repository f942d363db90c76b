"""One process of a running Kaipu, forked by the supervisor, logged to a file, ended with its parent.

Forked and not started anew: what the supervisor has imported by then need not be imported again, which is most of the
time and the memory that a start takes. The supervisor has one thread and no open connection when it forks.
"""

import os
import signal
import sys
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kaipu.web.process_tie import tie_to_parent

_LARGEST_LOG = 10 * 1024 * 1024
_MOST_FILES = 1024


@dataclass
class Child:
    """`words` are a `kaipu` command and its arguments."""

    name: str
    words: list[str]
    log: Path
    environment: dict[str, str] = field(default_factory=dict)
    pid: int | None = None
    _code: int | None = None

    def start(self) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        if self.log.exists() and self.log.stat().st_size > _LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))
        tie = tie_to_parent(signal.SIGTERM)
        sys.stdout.flush()
        sys.stderr.flush()
        self._code = None
        self.pid = os.fork()
        if self.pid == 0:
            if tie is not None:
                tie()
            self._become()

    def ended(self) -> int | None:
        """The exit code once it ended; negative for a signal."""
        if self.pid is not None and self._code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._code = os.waitstatus_to_exitcode(status)
        return self._code

    def stop(self, seconds: float) -> None:
        """Asks it to end, and ends it and what it started when it does not."""
        if self.pid is None or self.ended() is not None:
            return
        os.kill(self.pid, signal.SIGTERM)
        deadline = time.monotonic() + seconds
        while self.ended() is None:
            if time.monotonic() > deadline:
                self.kill_group()
            time.sleep(0.02)

    def kill_group(self) -> None:
        """Ends the child and all it started, at once."""
        if self.pid is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)

    def _become(self) -> None:
        """The life of the forked process; never returns."""
        code = 1
        try:
            os.setsid()  # Ctrl-C reaches the supervisor only, which stops things in their order
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_DFL)
            os.closerange(3, _MOST_FILES)  # the lock of the data folder above all: it must end with the supervisor
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            sink = os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            os.dup2(sink, 1)
            os.dup2(sink, 2)
            sys.stdout = open(1, "w", buffering=1, closefd=False, encoding="utf-8")  # noqa: SIM115 - open for life
            sys.stderr = open(2, "w", buffering=1, closefd=False, encoding="utf-8")  # noqa: SIM115
            os.environ.update(self.environment)
            from kaipu.cli.main import main

            code = main(self.words)
        except SystemExit as exit_request:
            code = exit_request.code if isinstance(exit_request.code, int) else 1
        except BaseException:
            traceback.print_exc()
        finally:
            with suppress(Exception):
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(code)
