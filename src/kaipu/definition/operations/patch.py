"""Applies a JSON Patch. The given document is never changed: only the containers on the way to a change are copied,
the rest is shared. All steps apply or none does, and the result is within the limits of a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from kaipu.definition.diagnostics import Refused
from kaipu.definition.texts import error
from kaipu.definition.tree import DOCUMENT_LIMITS, JsonObject, JsonValue, Pointer, check_tree, same_json, split_pointer

Verb = Literal["add", "remove", "replace", "move", "copy", "test"]
_INDEX: Final = re.compile(r"0|[1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True)
class Step:
    op: Verb
    path: str
    value: JsonValue = None
    source: str = ""
    """What RFC 6902 calls `from`; only for move and copy."""

    def as_json(self) -> JsonObject:
        if self.op in ("move", "copy"):
            return {"op": self.op, "from": self.source, "path": self.path}
        return {"op": self.op, "path": self.path} | ({} if self.op == "remove" else {"value": self.value})


Patch: TypeAlias = tuple[Step, ...]


class _Misses(Exception):
    """A step speaks of a place that is not there."""


def apply(document: JsonValue, patch: Iterable[Step]) -> JsonValue:
    """The document after all steps; Refused at the first that does not apply, or if the result is beyond the limits."""
    for number, step in enumerate(patch):
        try:
            document = apply_step(document, step)
        except _Misses:
            code = "patch_test_failed" if step.op == "test" else "patch_misses"
            raise Refused([error(code, f"/{number}", path=step.path)]) from None
    # Copies share what they copy, so that even doubling a hundred times costs nothing before it is refused here.
    return check_tree(document, DOCUMENT_LIMITS)


def apply_step(document: JsonValue, step: Step) -> JsonValue:
    path = split_pointer(step.path)
    match step.op:
        case "add":
            return put(document, path, step.value)
        case "remove":
            return cut(document, path)
        case "replace":
            return swap(document, path, step.value)
        case "copy":
            return put(document, path, look_up(document, split_pointer(step.source)))
        case "move":
            return _move(document, split_pointer(step.source), path)
        case "test":
            if not same_json(look_up(document, path), step.value):
                raise _Misses
            return document


def look_up(document: JsonValue, path: Pointer) -> JsonValue:
    for token in path:
        document = _child(document, token)
    return document


def put(document: JsonValue, path: Pointer, value: JsonValue) -> JsonValue:
    """`add`: sets a member, or inserts before an item; `-` is behind the last."""
    if not path:
        return value
    parent = look_up(document, path[:-1])
    if isinstance(parent, list):
        index = len(parent) if path[-1] == "-" else _index(path[-1], len(parent) + 1)
        return _rebuild(document, path[:-1], [*parent[:index], value, *parent[index:]])
    if isinstance(parent, dict):
        return _rebuild(document, path[:-1], {**parent, path[-1]: value})
    raise _Misses


def cut(document: JsonValue, path: Pointer) -> JsonValue:
    """`remove`; the whole document cannot be removed."""
    if not path:
        raise _Misses
    parent = look_up(document, path[:-1])
    _child(parent, path[-1])
    if isinstance(parent, list):
        index = int(path[-1])
        return _rebuild(document, path[:-1], parent[:index] + parent[index + 1 :])
    assert isinstance(parent, dict)  # noqa: S101 - _child refused everything else
    return _rebuild(document, path[:-1], {key: child for key, child in parent.items() if key != path[-1]})


def swap(document: JsonValue, path: Pointer, value: JsonValue) -> JsonValue:
    """`replace`: what is replaced has to be there."""
    look_up(document, path)
    return _rebuild(document, path, value)


def _move(document: JsonValue, source: Pointer, path: Pointer) -> JsonValue:
    value = look_up(document, source)
    if path[: len(source)] == source and len(path) > len(source):
        raise _Misses  # nothing can be moved into itself
    if source == path:
        return document
    return put(cut(document, source), path, value)


def _rebuild(document: JsonValue, path: Pointer, value: JsonValue) -> JsonValue:
    """The document with `value` at a place that exists, sharing everything beside the way there."""
    ways = [document]
    for token in path[:-1]:
        ways.append(_child(ways[-1], token))
    for parent, token in zip(reversed(ways), reversed(path), strict=False):
        value = _with_child(parent, token, value)
    return value


def _with_child(parent: JsonValue, token: str, value: JsonValue) -> JsonValue:
    if isinstance(parent, list):
        index = int(token)
        return [*parent[:index], value, *parent[index + 1 :]]
    assert isinstance(parent, dict)  # noqa: S101 - the way there was walked before
    return {**parent, token: value}


def _child(parent: JsonValue, token: str) -> JsonValue:
    if isinstance(parent, dict) and token in parent:
        return parent[token]
    if isinstance(parent, list):
        return parent[_index(token, len(parent))]
    raise _Misses


def _index(token: str, end: int) -> int:
    if not _INDEX.fullmatch(token) or int(token) >= end:
        raise _Misses
    return int(token)
