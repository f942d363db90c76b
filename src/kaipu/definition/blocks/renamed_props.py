"""Whether migrations lead to props that there are: a step that sets a prop which the newest schema does not know makes
every shop's old document one that is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaipu.definition.blocks.migration import Migration, Remove, Rename, Step
from kaipu.definition.diagnostics import Diagnostic
from kaipu.definition.texts import error
from kaipu.definition.tree import JsonObject, join_pointer

_Made = dict[tuple[str, str], str]
"""Where and what -> the step that left it there."""


def check_migrated(migrations: Sequence[Migration], schema: JsonObject, where: str) -> Iterator[Diagnostic]:
    """What the steps leave behind that the schema has no prop for; pointers are below `where`."""
    made: _Made = {}
    for number, migration in enumerate(migrations):
        for count, step in enumerate(migration.steps):
            _follow(step, where + join_pointer(number, "steps", count), made)
    for (at, prop), pointer in made.items():
        if not _is_prop(schema, at, prop):
            yield error("migration_prop_unknown", pointer, prop="/".join(filter(None, (at, prop))))


def _follow(step: Step, where: str, made: _Made) -> None:
    change = step.change
    kind = type(change).__name__.lower()
    if isinstance(change, Rename | Remove):
        gone = change.old if isinstance(change, Rename) else change.prop
        below = "/".join(filter(None, (change.at, gone)))
        for at, prop in list(made):
            if (at, prop) == (change.at, gone) or at == below or at.startswith(f"{below}/"):
                del made[at, prop]
    if isinstance(change, Rename):
        made[change.at, change.to] = f"{where}/{kind}/to"
    elif not isinstance(change, Remove):
        made[change.at, str(getattr(change, "prop", ""))] = f"{where}/{kind}/prop"


def _is_prop(schema: JsonObject, at: str, prop: str) -> bool:
    found: object = schema
    for name in (*(at.split("/") if at else ()), prop):
        found = _inside(found, name)
    return found is not None


def _inside(schema: object, name: str) -> object:
    if not isinstance(schema, dict):
        return None
    if name == "*":
        return schema.get("items")
    properties = schema.get("properties")
    return properties.get(name) if isinstance(properties, dict) else None
