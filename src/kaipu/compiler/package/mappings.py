"""The numbers in a source map: which place of a made script came from which place of its source. Columns are counted in
UTF-16 units, as JavaScript does. https://tc39.es/ecma426/
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

_DIGITS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES: Final = {digit: value for value, digit in enumerate(_DIGITS)}


@dataclass(frozen=True, slots=True)
class Segment:
    """From `column` on, the made line is what stands at that place of the source; all count from zero."""

    column: int
    source_line: int
    source_column: int


Lines: TypeAlias = list[list[Segment]]
"""By line of the made script, each in order of its columns."""


def encode(lines: Lines) -> str:
    """As one source's `mappings`."""
    parts: list[str] = []
    line, column = 0, 0
    for segments in lines:
        made = 0
        texts = []
        for one in segments:
            steps = (one.column - made, 0, one.source_line - line, one.source_column - column)
            texts.append("".join(map(_number, steps)))
            made, line, column = one.column, one.source_line, one.source_column
        parts.append(",".join(texts))
    return ";".join(parts)


def decode(mappings: str) -> Lines:
    """What `encode` or another program wrote for one source; the names of things are left out."""
    lines: Lines = []
    line, column = 0, 0
    for text in mappings.split(";"):
        made = 0
        segments = []
        for part in text.split(",") if text else ():
            numbers = list(_numbers(part))
            made += numbers[0]
            if len(numbers) > 1:
                line, column = line + numbers[2], column + numbers[3]
                segments.append(Segment(made, line, column))
        lines.append(segments)
    return lines


def _number(value: int) -> str:
    rest = -value << 1 | 1 if value < 0 else value << 1
    digits = []
    while True:
        digit, rest = rest & 31, rest >> 5
        digits.append(_DIGITS[digit | 32 if rest else digit])
        if not rest:
            return "".join(digits)


def _numbers(text: str) -> Iterator[int]:
    value, shift = 0, 0
    for digit in text:
        bits = _VALUES[digit]
        value |= (bits & 31) << shift
        shift += 5
        if not bits & 32:
            yield -(value >> 1) if value & 1 else value >> 1
            value, shift = 0, 0
