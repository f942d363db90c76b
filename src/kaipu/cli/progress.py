"""Shows each step of a start and how long it took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from kaipu.cli.words import say


@contextmanager
def step(code: str) -> Iterator[None]:
    """Prints the step's name when it begins, and a mark with its time when it is done."""
    started = time.monotonic()
    sys.stdout.write(f"  {say(code)} ... ")
    sys.stdout.flush()
    try:
        yield
    except BaseException:
        print("✗", flush=True)
        raise
    print(f"✓ {time.monotonic() - started:.1f} s", flush=True)
