"""JSON with the places of its members, so that what is wrong with a value is told where it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias, cast

from kaipu.lint.notes import Notes

Way: TypeAlias = tuple[str | int, ...]
"""From the top to a member: names and numbers."""

DEEPEST: Final = 64
_TOKEN: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)


@dataclass
class JsonText:
    value: object
    _values: dict[Way, int] = field(default_factory=dict)
    _keys: dict[Way, int] = field(default_factory=dict)

    def at(self, *way: str | int) -> int:
        """Where a member's value stands; where the nearest thing around it stands, if there is no such member."""
        while way and way not in self._values:
            way = way[:-1]
        return self._values.get(way, 0)

    def key_at(self, *way: str | int) -> int:
        return self._keys.get(way, self.at(*way))

    def get(self, *way: str | int) -> object:
        value = self.value
        for step in way:
            fits = isinstance(value, list) and isinstance(step, int) and step < len(value)
            if not fits and not (isinstance(value, dict) and step in value):
                return None
            value = cast("dict[str | int, object]", value)[step]
        return value

    def items(self, *way: str | int) -> list[object]:
        value = self.get(*way)
        return value if isinstance(value, list) else []

    def members(self, *way: str | int) -> dict[str, object]:
        value = self.get(*way)
        return value if isinstance(value, dict) else {}


def read_json(notes: Notes) -> JsonText | None:
    """None, with the reason told, if the text is no JSON object."""
    text = notes.source.text
    if _depth(text) > DEEPEST:
        notes.error("json_too_deep", 0, limit=DEEPEST)
        return None
    try:
        value = json.loads(text, parse_int=_short_integer, parse_constant=_no_number)
    except _NoNumber as problem:
        notes.error("json_syntax", max(text.find(str(problem)), 0))
        return None
    except json.JSONDecodeError as problem:
        at = _cause(text, min(problem.pos, len(text)))
        comment = re.compile(r"\s*(//|/\*)").match(text, at)
        notes.error("json_comment" if comment else "json_syntax", at)
        return None
    if not isinstance(value, dict):
        notes.error("json_object_needed", 0)
        return None
    read = JsonText(value)
    _index(read, notes)
    return read


def _cause(text: str, at: int) -> int:
    """Where a reader of JSON stumbles, moved to what makes it stumble: a comma too many, a string without an end."""
    before = text[:at].rstrip()
    if text[at : at + 1] in ("]", "}") and before.endswith(","):
        return len(before) - 1
    if text[at : at + 1] == "\n":
        return max(text.rfind('"', 0, at), 0)
    return at


class _NoNumber(ValueError):
    """NaN or Infinity, which Python's reader takes."""


def _no_number(word: str) -> float:
    raise _NoNumber(word)


def _short_integer(digits: str) -> float | int:
    return int(digits) if len(digits) < 20 else float("inf")


def _depth(text: str) -> int:
    depth = deepest = 0
    for token in _TOKEN.finditer(text):
        if token[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif token[0] in "]}":
            depth -= 1
    return deepest


def _index(read: JsonText, notes: Notes) -> None:
    """Walks the tokens of a text that is known to be JSON."""
    way: list[str | int] = []
    for sign, key, at in _members(notes.source.text):
        if sign == "open":
            read._values.setdefault(tuple(way), at)
            way.append(0 if key == "[" else "")
        elif sign == "close":
            way.pop()
        elif sign == "next" and isinstance(way[-1], int):
            way[-1] += 1
        elif sign == "key":
            way[-1] = key
            if tuple(way) in read._keys:
                notes.error("json_key_twice", at, name=key)
            read._keys[tuple(way)] = at
        elif sign == "value":
            read._values[tuple(way)] = at


def _members(text: str) -> Iterator[tuple[str, str, int]]:
    tokens = list(_TOKEN.finditer(text))
    for number, token in enumerate(tokens):
        word, at = token[0], token.start()
        if word in ("{", "["):
            yield "open", word, at
        elif word in ("}", "]"):
            yield "close", word, at
        elif word == ",":
            yield "next", "", at
        elif word != ":":
            is_key = number + 1 < len(tokens) and tokens[number + 1][0] == ":"
            yield ("key", str(json.loads(word)), at) if is_key else ("value", "", at)
