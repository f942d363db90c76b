"""What a unit's script says of itself, together with what the shell's module behind it adds: the names its template
may use and the methods its events may call.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from kaipu.compiler.analyze.kinds import Kind, kinds_returned
from kaipu.compiler.analyze.shapes import (
    UNKNOWN,
    Shape,
    calls_with_data,
    definition_of,
    returned,
    strings,
    tables,
)
from kaipu.compiler.parse.script import Script


@dataclass(frozen=True, slots=True)
class Surface:
    """Shapes that are not complete may hold more than can be seen; then nothing is said about what is missing."""

    names: Shape
    methods: Shape
    words: Shape
    view: Shape
    tables: Shape
    """The unit's own `words`: one object for each language."""
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    """Of the members of `view`."""


@lru_cache(maxsize=256)
def surface_of(script: Script, behind: tuple[Script, ...]) -> Surface:
    """`behind` is the module whose function the script calls, such as `kaipu/block`, and the one with everybody's
    words.
    """
    found = definition_of(script)
    if found is None:
        return Surface(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, Shape())
    own = found[1]
    added = _added(behind) if behind else Surface(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, Shape())
    names = added.names | own.inside("data")
    if "counted" in own.members:
        names |= returned(own.members["counted"])
    words = own.inside("words")
    derive = own.members.get("derive")
    view = returned(derive) if derive else UNKNOWN
    methods, spoken = added.methods | own.inside("methods"), added.words | words.inside("zh")
    return Surface(names, methods, spoken, view, words, kinds_returned(derive) if derive else {})


@lru_cache(maxsize=16)
def _added(behind: tuple[Script, ...]) -> Surface:
    names, methods, words = Shape(), Shape(), Shape()
    for given in (given for script in behind for given in calls_with_data(script)):
        names |= _seen(given.inside("data"))
        properties = given.members.get("properties")
        if properties is not None:
            names |= Shape(dict.fromkeys(strings(properties), properties))
        methods |= _seen(given.inside("methods"))
    for table in (table for script in behind for table in tables(script)):
        words |= table.inside("zh")
    return Surface(names, methods, words, UNKNOWN, Shape())


def _seen(shape: Shape) -> Shape:
    """What the module takes over from the unit's own definition is seen there."""
    return Shape(shape.members)
