"""Ties a process to its parent: when the parent ends in whatever way, the kernel sends the child a signal (Linux).

Elsewhere there is no such call; there the child outlives a killed parent and the next start deals with it.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1


def tie_to_parent(with_signal: signal.Signals) -> Callable[[], None] | None:
    """A `preexec_fn` for subprocess. It runs after the change of user, which would otherwise untie again."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl  # loaded before the fork: the child must not allocate much
    parent = os.getpid()

    def tie() -> None:
        prctl(_PR_SET_PDEATHSIG, int(with_signal), 0, 0, 0)
        if os.getppid() != parent:  # it ended before the call
            os._exit(1)

    return tie


def tie_self(with_signal: signal.Signals) -> None:
    """The same for the process that calls it."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, int(with_signal), 0, 0, 0)
