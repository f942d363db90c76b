"""Splits an expression's text into tokens. Stops at whatever is no token of an expression: the parser says what is
wrong there.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SPACE = re.compile(r"\s*")
_TOKEN = re.compile(
    r"""(?P<number>(?:0|[1-9]\d*)(?:\.\d+)?(?![\w$]|\.\d))
    |(?P<name>[A-Za-z_$][\w$]*)
    |(?P<string>'[^'\\\n]*'|"[^"\\\n]*")
    |(?P<sign>\.\.\.|===|!==|==|!=|<=|>=|&&|\|\||[-+*/%<>!?:.,()\[\]{}])""",
    re.ASCII | re.VERBOSE,
)


class Token(NamedTuple):
    kind: str
    """number, name, string, sign, or "" where no token can be read."""
    text: str
    at: int
    end: int


class Tokens:
    """The tokens of `text` between two offsets, one ahead."""

    def __init__(self, text: str, start: int, stop: int) -> None:
        self._text = text
        self._stop = stop
        self.end_of_last = start
        self.ahead = self._read(start)

    def take(self) -> Token:
        token = self.ahead
        self.end_of_last = token.end
        self.ahead = self._read(token.end)
        return token

    def _read(self, offset: int) -> Token:
        space = _SPACE.match(self._text, offset, self._stop)
        start = space.end() if space else offset
        match = _TOKEN.match(self._text, start, self._stop)
        if match is None:
            return Token("", self._text[start : min(start + 1, self._stop)], start, start)
        return Token(match.lastgroup or "", match[0], start, match.end())
