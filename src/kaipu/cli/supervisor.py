"""Keeps the children running until it is told to stop. A child that ends by itself is started anew, unless it does so
again and again. Knows nothing of what the children do."""

import signal
import threading
import time
from collections.abc import Callable
from types import FrameType

from kaipu.cli.child import Child
from kaipu.cli.failure import Failure

_PATIENCE = 5  # this many ends of one child ...
_WITHIN_SECONDS = 60.0  # ... in this time are a fault, not an accident
_STOP_SECONDS = 10.0


class Stopped(BaseException):
    """A signal asked to stop. Not an Exception, so that nothing on the way takes it for a failure."""


class Supervisor:
    def __init__(self, report: Callable[[str], None]) -> None:
        self.children: list[Child] = []
        self.report = report
        self._ends: dict[str, list[float]] = {}
        self._pause = threading.Event()

    def listen(self) -> None:
        """From now on SIGINT and SIGTERM raise Stopped in the main thread."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _raise_stopped)

    def start(self, child: Child) -> None:
        child.start()
        self.children.append(child)

    def watch(self, tend: Callable[[], None]) -> None:
        """Returns only by Stopped or Failure. Calls `tend` in each round, for what is no child."""
        while True:
            tend()
            for child in self.children:
                code = child.ended()
                if code is not None:
                    self._again(child, code)
            self._pause.wait(0.3)

    def stop(self) -> None:
        """In the reverse of the order they were started in. A second signal does not break the stopping off."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        for child in reversed(self.children):
            child.stop(_STOP_SECONDS)
        self.children.clear()

    def _again(self, child: Child, code: int) -> None:
        now = time.monotonic()
        ends = [moment for moment in self._ends.get(child.name, []) if now - moment < _WITHIN_SECONDS]
        self._ends[child.name] = [*ends, now]
        if len(ends) + 1 >= _PATIENCE:
            raise Failure("child_keeps_ending", name=child.name, log=child.log)
        self.report(child.name)
        child.kill_group()  # what a killed server leaves behind still holds its port
        self._pause.wait(0.2 * len(ends))
        child.start()


def _raise_stopped(number: int, frame: FrameType | None) -> None:
    raise Stopped
