"""A source text and where its characters stand; and the list that parsers report problems to."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Diagnostic, Parameter, Position

LARGEST_FILE_BYTES = 512 * 1024
MOST_PROBLEMS = 100
"""Per file: who reads more?"""


@dataclass(frozen=True, eq=False)
class SourceText:
    """`file` is what people see: relative to the folder the source was read from."""

    text: str
    file: str

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        position = self.text.find("\n")
        while position != -1:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts

    def position(self, offset: int) -> Position:
        line = bisect_right(self._line_starts, offset)
        return Position(self.file, line, offset - self._line_starts[line - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        """Of a place counted from one."""
        starts = self._line_starts
        return min(starts[min(line, len(starts)) - 1] + column - 1, len(self.text))


@dataclass
class Report:
    """Collects the problems of one file."""

    source: SourceText
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, at: int, **params: Parameter) -> None:
        if len(self.diagnostics) < MOST_PROBLEMS:
            self.diagnostics.append(messages().error(code, self.source.position(at), **params))

    def found(self) -> tuple[Diagnostic, ...]:
        """In the order of the text."""
        return tuple(sorted(self.diagnostics, key=lambda problem: problem.where))


def decode(raw: bytes, file: str) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """The text of a file, empty (with the reason) if it is too large or not UTF-8. A byte order mark is dropped."""
    start = Position(file, 1, 1)
    if len(raw) > LARGEST_FILE_BYTES:
        problem = messages().error("file_too_large", start, limit_kb=LARGEST_FILE_BYTES // 1024)
        return SourceText("", file), (problem,)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        readable = SourceText(raw[: failure.start].decode("utf-8", "replace"), file)
        return SourceText("", file), (messages().error("not_utf8", readable.position(len(readable.text))),)
    if "\0" in text:
        return SourceText("", file), (
            messages().error("nul_character", SourceText(text, file).position(text.index("\0"))),
        )
    return SourceText(text, file), ()
