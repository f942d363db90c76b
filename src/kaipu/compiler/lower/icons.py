"""Tab icons: the shell's masks, painted in the theme's colours.

A mask is a PNG of the indexed kind whose entries differ in opacity only. Painting it writes another table of
colours; the pixels stay packed as they are, so that the result is the same on any machine.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"


@lru_cache(maxsize=256)
def paint(mask: bytes, color: str) -> bytes:
    """The PNG with every pixel in `color` (#RRGGBB) and its opacity kept; ValueError if it is no mask."""
    red_green_blue = bytes.fromhex(color[1:])
    parts = [_SIGNATURE]
    painted = False
    for kind, content in _chunks(mask):
        if kind == b"PLTE":
            content = red_green_blue * (len(content) // 3)
            painted = True
        parts.append(struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content)))
    if not painted:
        raise ValueError("an icon must be an indexed PNG")
    return b"".join(parts)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not png.startswith(_SIGNATURE):
        raise ValueError("an icon must be a PNG")
    at = len(_SIGNATURE)
    while at + 12 <= len(png):
        (length,) = struct.unpack_from(">I", png, at)
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length
