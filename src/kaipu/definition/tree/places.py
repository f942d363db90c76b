"""Where in a text of JSON or YAML its members stand, to lead whoever wrote it to the line. Walks tokens and events, so
that no depth overflows the stack; only used once something is known to be wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

import yaml

from kaipu.definition.diagnostics import Diagnostic, Position
from kaipu.definition.tree.pointer import Pointer, split_pointer

# The one in C reads the same language ten times as fast; it is not in every build of PyYAML.
YAML_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Sign: TypeAlias = Literal["list", "map", "end", "leaf"]
_PIECE: Final = r'(?s)"(?:[^"\\]++|\\.)*+"|[\[\]{}]|[^\s\[\]{},:"]+'
"""Compiled when it is needed: most texts are right."""
_SIGNS: Final[Mapping[str, Sign]] = {"[": "list", "{": "map", "]": "end", "}": "end"}


class Event(NamedTuple):
    """Part of a text, where it begins, and what it says if it is a leaf."""

    sign: Sign
    at: int
    said: str = ""


Events: TypeAlias = Callable[[str], Iterator[Event]]


def json_events(text: str) -> Iterator[Event]:
    for token in re.finditer(_PIECE, text):
        said = token[0]
        said_plainly = str(json.loads(said, strict=False)) if said.startswith('"') else said
        yield Event(_SIGNS.get(said, "leaf"), token.start(), said_plainly)


def yaml_events(text: str) -> Iterator[Event]:
    for event in yaml.parse(text, YAML_LOADER):
        at = event.start_mark.index if event.start_mark else 0
        if isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            yield Event("list" if isinstance(event, yaml.SequenceStartEvent) else "map", at)
        elif isinstance(event, yaml.CollectionEndEvent):
            yield Event("end", at)
        elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            yield Event("leaf", at, event.value if isinstance(event, yaml.ScalarEvent) else "")


def position(text: str, at: int, file: str) -> Position:
    return Position(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def places_in(text: str, file: str, events: Events) -> Callable[[Diagnostic], Position]:
    """Where in the file a problem stands that is told at a pointer. What is refused while the text is read has no
    pointer yet, but is the first of its kind.
    """

    def place(problem: Diagnostic) -> Position:
        if problem.code == "duplicate_key":
            at = _second(str(problem.params["key"]), events(text))
        elif not problem.where and problem.code in ("not_a_number", "number_too_large"):
            said = str(problem.params["value"])
            at = next((event.at for event in events(text) if event.said == said), 0)
        else:
            at = deepest(split_pointer(str(problem.where)), events(text))
        return position(text, at, file)

    return place


def _second(name: str, events: Iterable[Event]) -> int:
    """Where the name first stands for the second time in one object."""
    seen: set[Pointer] = set()
    for way, at in _members(events):
        if way in seen and way[-1] == name:
            return at
        seen.add(way)
    return 0


def deepest(wanted: Pointer, events: Iterable[Event]) -> int:
    """Where the deepest part of the pointer stands that is there."""
    best, found = -1, 0
    for way, at in _members(events):
        if len(way) > best and way == wanted[: len(way)]:
            best, found = len(way), at
    return found


def _members(events: Iterable[Event]) -> Iterator[tuple[Pointer, int]]:
    """Every member, the whole first: its way from the top, and where its name stands, or itself in a list."""
    way: list[str] = []
    open_: list[Sign] = []
    counts: list[int] = []
    """Of names and values within what is open."""
    for sign, at, said in events:
        if sign != "end" and not (open_ and open_[-1] == "map" and counts[-1] % 2):
            if open_:
                way[-1] = str(counts[-1]) if open_[-1] == "list" else said
            yield tuple(way), at
        if sign in ("list", "map"):
            way.append("")
            open_.append(sign)
            counts.append(0)
            continue
        if sign == "end" and open_:
            del way[-1], open_[-1], counts[-1]
        if open_:
            counts[-1] += 1
