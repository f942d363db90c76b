"""Reads JSON from anyone. Size, depth and number of values are decided on the text, before any tree is built, so that
hostile input costs little and never overflows the stack. What comes out can be stored as `jsonb` and hashed by RFC
8785.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Never, cast

from kaipu.definition.diagnostics import Position, Refused
from kaipu.definition.texts import error
from kaipu.definition.tree import places
from kaipu.definition.tree.pointer import join_pointer
from kaipu.definition.tree.value import JsonObject, JsonValue


@dataclass(frozen=True, slots=True)
class Limits:
    size_bytes: int = 2_000_000
    depth: int = 32
    values: int = 100_000


DOCUMENT_LIMITS = Limits()

# Beyond these a double cannot tell neighbours apart, and RFC 8785 refuses them.
_LARGEST_INTEGER = 2**53 - 1
# Possessive quantifiers: an unclosed string must not make the scan start again at each quote.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{},]', re.DOTALL)
# PostgreSQL cannot store U+0000 in jsonb; half a surrogate pair cannot be written as UTF-8.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def load_json(raw: bytes | str, limits: Limits = DOCUMENT_LIMITS, *, file: str = "") -> JsonValue:
    """The value written in `raw`; Refused if it is not JSON, too large, or holds what cannot be stored exactly. If the
    file is named, what is wrong has its place there.
    """
    text = decode(raw, limits, file)
    _measure(text, limits, file)
    try:
        with json_places(text, file):
            value = json.loads(
                text, object_pairs_hook=_without_duplicates, parse_constant=_refuse_constant, parse_int=_parse_integer
            )
            return check_tree(value, limits)
    except json.JSONDecodeError as problem:
        raise Refused([error("not_json", Position(file, problem.lineno, problem.colno))]) from problem


@contextmanager
def json_places(raw: bytes | str | Mapping[str, Any], file: str) -> Iterator[None]:
    """What is refused at pointers is refused at places in the file, if `raw` is the text of one."""
    try:
        yield
    except Refused as refused:
        if not file or isinstance(raw, Mapping):
            raise
        text = raw if isinstance(raw, str) else raw.decode("utf-8-sig", "replace")
        raise refused.placed(places.places_in(text, file, places.json_events)) from refused


def check_tree(value: object, limits: Limits = DOCUMENT_LIMITS) -> JsonValue:
    """The same limits for a value that is already a tree, walked without recursion."""
    seen_values = seen_characters = 0
    waiting: list[tuple[object, str, int]] = [(value, "", 0)]
    while waiting:
        item, where, depth = waiting.pop()
        seen_values += 1
        seen_characters += _check_scalar(item, where)
        if seen_values > limits.values:
            raise Refused([error("too_many_values", "", limit=limits.values)])
        if seen_characters > limits.size_bytes:
            raise Refused([error("too_large", "", limit=limits.size_bytes)])
        if isinstance(item, list | dict):
            if depth >= limits.depth:
                raise Refused([error("too_deep", where, limit=limits.depth)])
            waiting.extend((child, where + join_pointer(key), depth + 1) for key, child in _children(item, where))
    return cast("JsonValue", value)


def decode(raw: bytes | str, limits: Limits, file: str) -> str:
    if len(raw) > limits.size_bytes:
        raise Refused([error("too_large", Position(file, 1, 1) if file else "", limit=limits.size_bytes)])
    if isinstance(raw, str):
        return raw
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        readable = raw[: problem.start].decode("utf-8-sig")
        raise Refused([error("not_utf8", places.position(readable, len(readable), file))]) from problem


def _measure(text: str, limits: Limits, file: str) -> None:
    depth = values = 0
    for token in _TOKEN.finditer(text):
        sign = text[token.start()]
        if sign in "[{":
            depth += 1
            values += 1
        elif sign in "]}":
            depth -= 1
        elif sign == ",":
            values += 1
        if depth > limits.depth or values > limits.values:
            where = places.position(text, token.start(), file) if file else ""
            found = error("too_deep", where, limit=limits.depth) if depth > limits.depth else None
            raise Refused([found or error("too_many_values", where, limit=limits.values)])


def _without_duplicates(pairs: list[tuple[str, JsonValue]]) -> JsonObject:
    result: JsonObject = {}
    for key, value in pairs:
        if key in result:
            raise Refused([error("duplicate_key", "", key=key)])
        result[key] = value
    return result


def _refuse_constant(name: str) -> Never:
    raise Refused([error("not_a_number", "", value=name)])


def _parse_integer(digits: str) -> int:
    # Decided on the length first: turning a million digits into a number takes quadratic time.
    if len(digits) > len(str(-_LARGEST_INTEGER)):
        raise Refused([error("number_too_large", "", value=digits)])
    return int(digits)


def _check_scalar(item: object, where: str) -> int:
    """The number of characters it adds."""
    if isinstance(item, str):
        return _check_text(item, where)
    if item is None or isinstance(item, bool | list | dict):
        return 0
    if isinstance(item, int) and abs(item) > _LARGEST_INTEGER:
        raise Refused([error("number_too_large", where, value="")])
    if isinstance(item, float) and not math.isfinite(item):
        raise Refused([error("not_a_number", where, value=str(item))])
    if not isinstance(item, int | float):
        raise Refused([error("not_json_value", where)])
    return 0


def _check_text(text: str, where: str) -> int:
    if _UNSTORABLE.search(text):
        raise Refused([error("unstorable_text", where)])
    return len(text)


def _children(item: list[object] | dict[object, object], where: str) -> Iterator[tuple[str | int, object]]:
    if isinstance(item, list):
        yield from enumerate(item)
        return
    for key, child in item.items():
        if not isinstance(key, str):
            raise Refused([error("not_json_value", where)])
        _check_text(key, where)
        yield key, child
