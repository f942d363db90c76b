"""JSON Pointer (RFC 6901): splitting, joining, and overlap of two pointers. Never looks into a document."""

from __future__ import annotations

import re
from typing import TypeAlias

Pointer: TypeAlias = tuple[str, ...]

_BAD_ESCAPE = re.compile(r"~(?![01])")


def split_pointer(text: str) -> Pointer:
    """The reference tokens of a pointer; ValueError if it is not one. The empty pointer is the whole document."""
    if text == "":
        return ()
    if not text.startswith("/") or _BAD_ESCAPE.search(text):
        raise ValueError(text)
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in text[1:].split("/"))


def join_pointer(*tokens: str | int) -> str:
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in tokens)


def overlap(one: Pointer, other: Pointer) -> bool:
    """Whether one of the two places lies inside the other."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]
