"""One process of a running Kaipu, started by the supervisor, logged to a file, ended with its parent."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kaipu.web.process_tie import tie_to_parent

_LARGEST_LOG = 10 * 1024 * 1024


@dataclass
class Child:
    """`words` are a `kaipu` command and its arguments."""

    name: str
    words: list[str]
    log: Path
    environment: dict[str, str]
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        if self.log.exists() and self.log.stat().st_size > _LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as sink:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "kaipu.cli.main", *self.words],
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=sink,
                env=os.environ | self.environment,
                start_new_session=True,  # Ctrl-C reaches the supervisor only, which stops things in their order
                preexec_fn=tie_to_parent(signal.SIGTERM),
            )

    def ended(self) -> int | None:
        """The exit code once it ended."""
        return None if self.process is None else self.process.poll()

    def stop(self, seconds: float) -> None:
        """Asks it to end, and ends it and what it started when it does not."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.kill_group()
        self.process.wait()

    def kill_group(self) -> None:
        """Ends the child and all it started, at once."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
