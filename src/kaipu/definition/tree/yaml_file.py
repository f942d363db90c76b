"""Reads a YAML file into the same JSON values, within the same limits, as `reading` does for JSON."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import yaml

from kaipu.definition.diagnostics import Diagnostic, Position, Refused
from kaipu.definition.texts import error
from kaipu.definition.tree import places
from kaipu.definition.tree.places import YAML_LOADER
from kaipu.definition.tree.plain_file import read_file
from kaipu.definition.tree.pointer import split_pointer
from kaipu.definition.tree.reading import DOCUMENT_LIMITS, Limits, check_tree, decode
from kaipu.definition.tree.value import JsonValue

_MOST_BRACKETS: Final = 150
_INDENTED_FAR: Final = re.compile(r"[ \t?:-]{60,}")
"""Each level in lines takes a column of these, and may hold a list in the same column."""


class _Loader(YAML_LOADER):  # type: ignore[misc,valid-type]  # which of two classes is known at run time only
    """PyYAML's, which lets the last of two equal names win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        written = [key.value for key, _ in node.value]
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        if len(made) < len(written) and "<<" not in written:
            raise Refused([error("duplicate_key", "", key=_second(written))])
        return made


def _second(names: list[Any]) -> str:
    return next((str(name) for number, name in enumerate(names) if name in names[:number]), "")


def load_yaml(file: Path, limits: Limits = DOCUMENT_LIMITS) -> JsonValue:
    """Refused with the file's name and the place if it cannot be read, is not YAML, too large, or holds what is no
    JSON.
    """
    text = decode(read_file(file, limits.size_bytes), limits, str(file))
    try:
        if text.count("[") + text.count("{") > _MOST_BRACKETS or _INDENTED_FAR.search(text):
            _check_depth(text, limits, file)
        return check_tree(yaml.load(text, _Loader), limits)  # noqa: S506 - both it may stand on are safe
    except yaml.YAMLError as problem:
        raise Refused([_not_yaml(problem, text, str(file))]) from problem
    except Refused as refused:
        raise refused.placed(places.places_in(text, str(file), places.yaml_events)) from refused
    except (ValueError, LookupError, AttributeError, TypeError) as problem:
        raise Refused([_no_value(text, str(file))]) from problem


def yaml_place(file: Path, pointer: str) -> Position:
    """Of the deepest part of the pointer that is there; the file is one that `load_yaml` takes."""
    text = decode(read_file(file, DOCUMENT_LIMITS.size_bytes), DOCUMENT_LIMITS, str(file))
    return places.position(text, places.deepest(split_pointer(pointer), places.yaml_events(text)), str(file))


def _check_depth(text: str, limits: Limits, file: Path) -> None:
    """PyYAML makes its values by recursion, and some of it in C: too many levels would end the process."""
    depth = 0
    for event in places.yaml_events(text):
        depth += {"list": 1, "map": 1, "end": -1}.get(event.sign, 0)
        if depth > limits.depth:
            where = places.position(text, event.at, str(file))
            raise Refused([error("too_deep", where, limit=limits.depth)])


def _not_yaml(problem: yaml.YAMLError, text: str, file: str) -> Diagnostic:
    mark = getattr(problem, "problem_mark", None)
    if mark:
        return error("not_yaml", places.position(text, mark.index, file))
    unprintable = yaml.reader.Reader.NON_PRINTABLE.search(text)
    return error("unstorable_text", places.position(text, unprintable.start() if unprintable else 0, file))


def _no_value(text: str, file: str) -> Diagnostic:
    """PyYAML takes a date such as 2026-13-45 for one until it makes it, and then does not say where it stands."""
    for event in places.yaml_events(text):
        try:
            yaml.load(event.said, YAML_LOADER)  # noqa: S506 - as above
        except (ValueError, LookupError, AttributeError, TypeError):
            return error("wrong_value", places.position(text, event.at, file), field=event.said)
        except yaml.YAMLError:
            continue
    return error("not_yaml", Position(file, 1, 1))
