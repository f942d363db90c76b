"""Reads the files that the compiler is handed, which may be anybody's: no link is followed out of a block, no pipe is
waited for, no file is read to its end that is too large to be used.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kaipu.compiler.parse.source import LARGEST_FILE_BYTES
from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Diagnostic, Position, reason_of
from kaipu.definition.tree import first_bytes

HOME: Final = Path(__file__).parent.parent


def read_source(path: Path, source_id: str, problems: list[Diagnostic]) -> bytes | None:
    """None if there is no such file; what cannot be read is empty, and told."""
    if not path.is_relative_to(HOME) and _is_linked(path, source_id):
        problems.append(messages().error("source_is_a_link", Position(source_id, 1, 1)))
        return b""
    try:
        # Whatever is larger is refused for its size, so it need not be read to its end.
        return first_bytes(path, LARGEST_FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as problem:
        place = Position(source_id, 1, 1)
        problems.append(messages().error("source_unreadable", place, reason=reason_of(problem)))
        return b""


def _is_linked(path: Path, source_id: str) -> bool:
    """Whether the file, or a folder below the thing it belongs to, is a symbolic link: it could lead anywhere."""
    inside = source_id.count("/") - (1 if source_id.startswith("blocks/") else 0)
    return any(place.is_symlink() for place in (path, *path.parents)[:inside])
