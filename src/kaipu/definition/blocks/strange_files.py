"""What no block's folder may hold: links, which may lead to what nobody meant to hand out; pipes and the like, which
would be waited for; names that are no text on some other machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kaipu.definition.diagnostics import Diagnostic, Position
from kaipu.definition.texts import error


def strange_files(home: Path) -> Iterator[Diagnostic]:
    for file in sorted(home.rglob("*")):
        name = file.name.encode("utf-8", "replace").decode()
        place = Position(str(file).encode("utf-8", "replace").decode(), 1, 1)
        if name != file.name or not name.isprintable():
            yield error("block_file_name", place, file=name)
        elif file.is_symlink():
            yield error("block_link", place, file=name)
        elif not file.is_file() and not file.is_dir():
            yield error("block_file_strange", place, file=name)
