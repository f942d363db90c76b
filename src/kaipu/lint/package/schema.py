"""A configuration file against the schema that its platform publishes: types, words, members that have to be there."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias, cast

from kaipu.lint.json_text import JsonText, Way
from kaipu.lint.notes import Notes, nearest

Schema: TypeAlias = Mapping[str, object]
_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


@dataclass(frozen=True, eq=False)
class SchemaCheck:
    notes: Notes
    read: JsonText
    whole: Schema

    def run(self) -> None:
        self._value((), self.whole)

    def _value(self, way: Way, schema: Schema) -> None:
        rule = self._meant(self.read.get(*way), self._followed(schema))
        value, types = self.read.get(*way), _types(rule)
        name = str(way[-1]) if way else ""
        if types and not any(_is(value, one) for one in types):
            self._error("json_type", self.read.at(*way), name=name, kind=" / ".join(types))
        elif not _is_allowed(value, rule):
            self._error("config_choice", self.read.at(*way), name=name, words=", ".join(_words(rule)) or "…")
        elif isinstance(value, dict):
            self._members(way, value, rule)
        elif isinstance(value, list) and rule.get("items"):
            for number in range(len(value)):
                self._value((*way, number), cast("Schema", rule["items"]))

    def _members(self, way: Way, value: Mapping[str, object], rule: Schema) -> None:
        known = cast("Mapping[str, Schema]", rule.get("properties", {}))
        rest = rule.get("additionalProperties", True)
        for name in cast("list[str]", rule.get("required", [])):
            if name not in value:
                self._error("key_missing", self.read.at(*way), name=name)
        for name in value:
            if name in known:
                self._value((*way, name), known[name])
            elif isinstance(rest, dict):
                self._value((*way, name), rest)
            elif rest is False and not name.startswith(("$", "_")):
                self._stranger((*way, name), value, known)

    def _stranger(self, way: Way, value: Mapping[str, object], known: Mapping[str, Schema]) -> None:
        name = str(way[-1])
        near, at = nearest(name, known, 0.8), self.read.key_at(*way)
        if near and near not in value:
            self._error("key_misspelt", at, name=name, near=near)
        elif self._is_new(at):
            self.notes.warning("key_unknown", at, name=name)

    def _followed(self, schema: Schema) -> Schema:
        """Past a reference to one of the schema's own definitions."""
        reference = schema.get("$ref")
        if not isinstance(reference, str):
            return schema
        return cast("Mapping[str, Schema]", self.whole["definitions"])[reference.rpartition("/")[2]]

    def _meant(self, value: object, schema: Schema) -> Schema:
        """Of several forms the one that fits, or the one that the value is nearest to."""
        forms = [self._followed(one) for one in cast("list[Schema]", schema.get("anyOf", []))]
        if not forms:
            return schema
        right = [form for form in forms if any(_is(value, kind) for kind in _types(form)) or not _types(form)]
        if not right:
            return {"type": [kind for form in forms for kind in _types(form)]}
        return next((form for form in right if _is_allowed(value, form)), right[0])

    def _error(self, code: str, at: int, **params: str) -> None:
        if self._is_new(at):
            self.notes.error(code, at, **params)

    def _is_new(self, at: int) -> bool:
        """Whether nothing was told of this place; the checks that know more than a schema came first."""
        place = self.notes.source.position(at)
        return not any(one.where == place for one in self.notes.found)


def _types(rule: Schema) -> list[str]:
    kinds = rule.get("type", [])
    return [str(kind) for kind in kinds] if isinstance(kinds, list) else [str(kinds)]


def _is(value: object, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _TYPES.get(kind, ()))


def _words(rule: Schema) -> list[str]:
    words = rule.get("enum", [rule["const"]] if "const" in rule else [])
    return [word if isinstance(word, str) else json.dumps(word) for word in cast("list[object]", words)]


def _is_allowed(value: object, rule: Schema) -> bool:
    if "const" in rule and value != rule["const"]:
        return False
    if "enum" in rule and value not in cast("list[object]", rule["enum"]):
        return False
    pattern = rule.get("pattern")
    return not (isinstance(pattern, str) and isinstance(value, str) and not re.search(pattern, value))
