"""Picture files: whether they are what their names say, and whether they are too big to ship."""

from __future__ import annotations

from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate

from kaipu.definition.diagnostics import Position
from kaipu.lint.folder import Folder
from kaipu.lint.texts import messages

LARGEST_KB: Final = 200
_LARGEST_READ: Final = 4 * 1024 * 1024
_KINDS: Final = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp", ".svg": "svg"}
_SIGNS: Final = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF87a": "gif", b"GIF89a": "gif"}


def kind_of(head: bytes) -> str:
    """By the first bytes; "" if it is no picture."""
    for sign, kind in _SIGNS.items():
        if head.startswith(sign):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    return "svg" if b"<svg" in head or head.lstrip().startswith(b"<?xml") else ""


def is_whole(data: bytes, kind: str) -> bool:
    """Whether a picture has its end, as one has not that was cut off while it was copied."""
    match kind:
        case "png":
            return b"IEND" in data
        case "jpeg":
            return b"\xff\xd9" in data
        case "svg":
            return _is_xml(data)
        case _:
            return True


def _is_xml(data: bytes) -> bool:
    try:
        ParserCreate().Parse(data, True)
    except ExpatError:
        return False
    return True


def check_pictures(folder: Folder) -> None:
    for path, size in folder.sizes.items():
        dot = path.rfind(".")
        named = _KINDS.get(path[dot:].lower()) if dot != -1 else None
        if named is None:
            continue
        start = Position(path, 1, 1)
        found = kind_of(folder.head(path, 512))
        if not found or (size <= _LARGEST_READ and not is_whole(folder.bytes(path), found)):
            folder.problems.append(messages().error("picture_broken", start))
        elif found != named:
            folder.problems.append(messages().warning("picture_kind", start, found=found))
        if size > LARGEST_KB * 1024:
            size_kb = round(size / 1024)
            folder.problems.append(messages().warning("picture_too_big", start, size_kb=size_kb, limit_kb=LARGEST_KB))
