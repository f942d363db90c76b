"""Ties a child process to its parent: when the parent ends in whatever way, the kernel signals the child (Linux).

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
