"""Reads a file that a person names, which may be anything: no pipe is waited for, no device is read without end, and
what is too large to be used is not read to its end.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from kaipu.definition.diagnostics import Position, Refused, reason_of
from kaipu.definition.texts import error


def first_bytes(path: Path, most: int) -> bytes | None:
    """At most that many bytes; None for what is no plain file. OSError if it cannot be read."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            return None
        parts: list[bytes] = []
        while most > 0 and (part := os.read(file, most)):
            parts.append(part)
            most -= len(part)
        return b"".join(parts)
    finally:
        os.close(file)


def read_file(path: Path, most: int) -> bytes:
    """At most that many bytes and one more, by which it is known to be too large. Refused if it cannot be read."""
    start = Position(str(path), 1, 1)
    try:
        content = first_bytes(path, most + 1)
    except OSError as problem:
        raise Refused([error("file_unreadable", start, reason=reason_of(problem))]) from problem
    if content is None:
        raise Refused([error("file_not_plain", start)])
    return content
