"""Puts what was written aside in its place, in one step where the system has one: whoever looks, and whoever kills the
process, finds the old or the new, and never half of either.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_ASIDE: Final = re.compile(r"\.(?P<name>.+)\.(?P<process>\d+)\.(?P<state>new|old)")


def aside(place: Path, state: str = "new") -> Path:
    """Where something is written before it takes its place: beside it, hidden, named by this process."""
    return place.with_name(f".{place.name}.{os.getpid()}.{state}")


def put(place: Path) -> None:
    """What was written aside takes its place; what was there is gone afterwards."""
    fresh, former = aside(place), aside(place, "old")
    if not place.is_dir():
        fresh.replace(place)
        return
    if _exchange(fresh, place):
        shutil.rmtree(fresh, ignore_errors=True)
        return
    place.rename(former)
    try:
        fresh.rename(place)
    except OSError:
        former.rename(place)
        raise
    shutil.rmtree(former, ignore_errors=True)


def drop(place: Path) -> None:
    """What was written aside, if it is still there."""
    fresh = aside(place)
    if fresh.is_dir():
        shutil.rmtree(fresh, ignore_errors=True)
    else:
        fresh.unlink(missing_ok=True)


def clear_away(place: Path) -> None:
    """What builds that were killed left beside a place. If the place itself is gone, what they took out of it comes
    back.
    """
    for left, state in _left_beside(place):
        if state == "old" and not place.exists():
            left.rename(place)
        elif left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _left_beside(place: Path) -> Iterator[tuple[Path, str]]:
    """Of processes that are gone; a build that still runs keeps its own."""
    for left in sorted(place.parent.iterdir()):
        found = _ASIDE.fullmatch(left.name)
        if found and found["name"] == place.name and not _runs(int(found["process"])):
            yield left, found["state"]


def _runs(process: int) -> bool:
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Whether both changed places in one step: Linux can (renameat2), on most disks."""
    try:
        import ctypes

        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (ImportError, OSError, AttributeError):
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return bool(rename(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)
