"""Declarative migrations: `migrations.yaml` lists, for each version, the steps that lead to the next. A step never
fails: what is not there is left alone, so that every old document has a way up. The definition's own schema uses the
same file.

    - from: 1
      steps:
        - rename: {at: items/*, from: img, to: picture}
        - set: {at: "", prop: layout, value: list}      # only where it is missing
        - remove: {at: "", prop: shadow}
        - map: {at: "", prop: size, values: {S: small, L: large}, otherwise: small}
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Self

from pydantic import ConfigDict, Field, JsonValue, model_validator
from pydantic_core import PydanticCustomError

from kaipu.definition.document import Part
from kaipu.definition.parsing import parse_model
from kaipu.definition.tree import JsonObject, load_yaml


class _Change(Part):
    model_config = ConfigDict(populate_by_name=True)

    at: str = ""
    """Where the object is: names and `*` (every item or member) with slashes; empty is the top."""

    def apply(self, target: JsonObject) -> None:
        raise NotImplementedError


class Rename(_Change):
    old: Annotated[str, Field(alias="from")]
    to: str

    def apply(self, target: JsonObject) -> None:
        if self.old in target:
            target[self.to] = target.pop(self.old)


class Set(_Change):
    prop: str
    value: JsonValue

    def apply(self, target: JsonObject) -> None:
        target.setdefault(self.prop, self.value)


class Remove(_Change):
    prop: str

    def apply(self, target: JsonObject) -> None:
        target.pop(self.prop, None)


class Map(_Change):
    prop: str
    values: dict[str, JsonValue]
    otherwise: JsonValue = None

    def apply(self, target: JsonObject) -> None:
        if self.prop in target:
            old = target[self.prop]
            target[self.prop] = self.values.get(old, self.otherwise) if isinstance(old, str) else self.otherwise


class Step(Part):
    rename: Rename | None = None
    set: Set | None = None
    remove: Remove | None = None
    map: Map | None = None

    @model_validator(mode="after")
    def _is_one_change(self) -> Self:
        if sum(change is not None for change in self._changes()) != 1:
            raise PydanticCustomError("step_not_one_change", "one change a step")
        return self

    @property
    def change(self) -> _Change:
        return next(change for change in self._changes() if change is not None)

    def _changes(self) -> tuple[_Change | None, ...]:
        return self.rename, self.set, self.remove, self.map


class Migration(Part):
    from_version: Annotated[int, Field(alias="from", ge=1)]
    steps: list[Step]

    def apply(self, value: JsonObject) -> None:
        """Changes the value in place; the caller owns it."""
        for step in self.steps:
            for target in _targets(value, step.change.at.split("/") if step.change.at else []):
                step.change.apply(target)


class _Migrations(Part):
    migrations: list[Migration]


def read_migrations(folder: Path) -> tuple[Migration, ...]:
    """The migrations in the folder's `migrations.yaml`; none if there is no such file."""
    file = folder / "migrations.yaml"
    if not file.exists():
        return ()
    return tuple(parse_model(_Migrations, {"migrations": load_yaml(file) or []}).migrations)


def _targets(value: JsonValue, path: list[str]) -> Iterator[JsonObject]:
    if not path:
        if isinstance(value, dict):
            yield value
        return
    for child in _children(value, path[0]):
        yield from _targets(child, path[1:])


def _children(value: JsonValue, name: str) -> list[JsonValue]:
    if name == "*":
        return list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [value[name]] if isinstance(value, dict) and name in value else []
