"""The files below a path, as anyone may have left them there: links, other people's encodings, far too much of it. What
cannot be read is told once and then is not there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from kaipu.compiler.parse.source import LARGEST_FILE_BYTES, SourceText, decode
from kaipu.definition.diagnostics import Diagnostic, Position
from kaipu.lint.notes import Notes
from kaipu.lint.texts import messages

MOST_FILES: Final = 20_000
LARGEST_SCRIPT_BYTES: Final = 2 * 1024 * 1024
_LEFT_OUT: Final = frozenset({"node_modules", ".git", ".svn", ".idea", ".vscode", "__pycache__", "typings"})
_CONFLICT: Final = re.compile(r"^<{7} .*\n(?:.*\n)*?={7}\n(?:.*\n)*?>{7} ", re.MULTILINE)
_BOM: Final = b"\xef\xbb\xbf"


@dataclass
class Folder:
    """Paths are relative, with `/` between their parts."""

    root: Path
    problems: list[Diagnostic] = field(default_factory=list)
    _notes: dict[str, Notes] = field(default_factory=dict)
    _sources: dict[str, SourceText | None] = field(default_factory=dict)

    @cached_property
    def sizes(self) -> dict[str, int]:
        """Every file and its bytes."""
        found: dict[str, int] = {}
        for path, entry in self._walk():
            if len(found) >= MOST_FILES:
                self.problems.append(messages().error("files_too_many", Position(".", 1, 1), limit=MOST_FILES))
                break
            found[path] = _size(entry)
        self._tell_collisions(found)
        return found

    @cached_property
    def _lower(self) -> dict[str, str]:
        return {path.lower(): path for path in self.sizes}

    def __contains__(self, path: str) -> bool:
        return path in self.sizes

    def other_case(self, path: str) -> str:
        """A file whose name differs from `path` by capital letters alone."""
        found = self._lower.get(path.lower(), "")
        return "" if found == path else found

    def is_folder(self, path: str) -> bool:
        return any(one.startswith(f"{path}/") for one in self.sizes)

    def notes(self, path: str) -> Notes:
        """For what a file says; positions need its text, so it is read."""
        if path not in self._notes:
            self._notes[path] = Notes(self.source(path) or SourceText("", path))
        return self._notes[path]

    def head(self, path: str, most: int = 64) -> bytes:
        try:
            with (self.root / path).open("rb") as file:
                return file.read(most)
        except OSError:
            return b""

    def bytes(self, path: str) -> bytes:
        try:
            return (self.root / path).read_bytes()
        except OSError:
            return b""

    def source(self, path: str) -> SourceText | None:
        """None if there is no such text; why not is told."""
        if path not in self._sources:
            self._sources[path] = self._read(path) if path in self.sizes else None
        return self._sources[path]

    def all_problems(self) -> list[Diagnostic]:
        return [*self.problems, *(one for notes in self._notes.values() for one in notes.found)]

    def _read(self, path: str) -> SourceText | None:
        largest = LARGEST_SCRIPT_BYTES if path.endswith(".js") else LARGEST_FILE_BYTES
        if self.sizes[path] > largest:
            self._tell("text_too_large", path, limit_kb=largest // 1024)
            return None
        raw = self.bytes(path)
        if raw.startswith(_BOM):
            severe = not path.endswith(".js")
            start = Position(path, 1, 1)
            made = (
                messages().error("byte_order_mark", start) if severe else messages().warning("byte_order_mark", start)
            )
            self.problems.append(made)
        source, unreadable = _decoded(raw, path, largest)
        self.problems += unreadable
        conflict = _CONFLICT.search(source.text)
        if conflict is not None:
            self.problems.append(messages().error("merge_unfinished", source.position(conflict.start())))
        return None if unreadable or conflict else source

    def _walk(self) -> Iterator[tuple[str, os.DirEntry[str]]]:
        waiting = [("", self.root)]
        while waiting:
            below, folder = waiting.pop()
            for entry in _entries(folder):
                path = f"{below}{entry.name}"
                if entry.is_symlink() and not self._stays_inside(path):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in _LEFT_OUT:
                        waiting.append((f"{path}/", Path(entry.path)))
                elif entry.is_file():
                    yield path, entry
                elif not entry.is_symlink():
                    self._tell("file_strange", path)

    def _stays_inside(self, path: str) -> bool:
        try:
            target = (self.root / path).resolve(strict=True)
        except (OSError, RuntimeError):
            self._tell("link_broken", path)
            return False
        if target.is_relative_to(self.root.resolve()):
            return True
        self._tell("link_leaves", path)
        return False

    def _tell_collisions(self, paths: dict[str, int]) -> None:
        seen: dict[str, str] = {}
        for path in sorted(paths):
            other = seen.setdefault(path.lower(), path)
            if other != path:
                self._tell("names_collide", path, other=other)
            if "�" in path or not path.isprintable():
                self._tell("name_unreadable", path)

    def _tell(self, code: str, path: str, **params: str | int) -> None:
        self.problems.append(messages().error(code, Position(path, 1, 1), **params))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat().st_size
    except OSError:
        return 0


def _decoded(raw: bytes, path: str, largest: int) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """As the compiler reads a text, though a package's script may be larger than a source of ours."""
    if len(raw) <= LARGEST_FILE_BYTES or len(raw) > largest:
        return decode(raw, path)
    head, unreadable = decode(raw[:LARGEST_FILE_BYTES].decode("utf-8", "ignore").encode(), path)
    if unreadable:
        return head, unreadable
    return SourceText(raw.decode("utf-8-sig", "replace"), path), ()
