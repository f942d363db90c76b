"""A block's cases: each is whole, and says what can be. The case `default` is what an owner sees first."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, cast

from kaipu.definition.blocks import BlockManifest, check_value
from kaipu.definition.blocks.case_shop import check_case_shop
from kaipu.definition.diagnostics import Diagnostic, Position
from kaipu.definition.tree import JsonObject, same_json, split_pointer
from kaipu.lint.folder import Folder
from kaipu.lint.json_text import JsonText, read_json
from kaipu.lint.notes import Notes, nearest
from kaipu.lint.texts import messages

_PROPS: Final = "props.json"
_EXPECTED: Final = "expected.txt"
_FILES: Final = (_PROPS, "shop.json", _EXPECTED)
_DEFAULT: Final = "default"
_FEWEST: Final = 2
_DEPTH: Final = 2
"""Slashes in `cases/default/props.json`."""


def check_cases(folder: Folder, manifest: BlockManifest | None) -> Iterator[Diagnostic]:
    """What is not there is a warning: the block can be used, though nobody has looked at it."""
    names = _names(folder.root / "cases")
    if _DEFAULT not in names:
        yield messages().warning("case_default_missing", _top(f"cases/{_DEFAULT}/{_PROPS}"))
    elif len(names) < _FEWEST:
        yield messages().warning("cases_too_few", _top("cases"))
    for name in names:
        yield from _whole(folder, f"cases/{name}")
    for path in [path for path in folder.sizes if path.startswith("cases/")]:
        yield from _known(path)
        if path.endswith(".json") and folder.source(path) is not None:
            yield from _json(folder.notes(path), path, manifest)


def _names(cases: Path) -> list[str]:
    return sorted(entry.name for entry in cases.iterdir() if entry.is_dir()) if cases.is_dir() else []


def _whole(folder: Folder, case: str) -> Iterator[Diagnostic]:
    for name in _FILES:
        path = f"{case}/{name}"
        if (folder.root / path).is_dir():
            yield messages().error("case_file_is_a_folder", _top(path), name=name)
        elif not os.path.lexists(folder.root / path) and name == _PROPS:
            yield messages().error("case_props_missing", _top(path))
        elif not os.path.lexists(folder.root / path) and name == _EXPECTED:
            yield messages().warning("case_expected_missing", _top(path))


def _known(path: str) -> Iterator[Diagnostic]:
    name = path.rpartition("/")[2]
    if path.count("/") != _DEPTH or name not in _FILES:
        near = nearest(name, _FILES) or ", ".join(_FILES)
        yield messages().warning("case_file_unknown", _top(path), name=name, near=near)


def _json(notes: Notes, path: str, manifest: BlockManifest | None) -> Iterator[Diagnostic]:
    read = read_json(notes)
    if read is None:
        return
    value = cast("JsonObject", read.value)
    if path.endswith("/shop.json"):
        yield from _placed(check_case_shop(value), read, notes)
    elif path.endswith(f"/{_PROPS}") and manifest is not None:
        problems = list(check_value(value, manifest.props))
        yield from _placed(problems, read, notes)
        if not problems and path == f"cases/{_DEFAULT}/{_PROPS}":
            yield from _same(value, manifest.defaults, read, notes)


def _placed(problems: list[Diagnostic], read: JsonText, notes: Notes) -> Iterator[Diagnostic]:
    for problem in problems:
        yield replace(problem, where=notes.source.position(read.key_at(*_way(str(problem.where), read.value))))


def _way(pointer: str, value: object) -> list[str | int]:
    """Numbers count items only where there is a list."""
    way: list[str | int] = []
    for name in split_pointer(pointer):
        if isinstance(value, list) and name.isdigit():
            way.append(int(name))
            value = value[int(name)] if int(name) < len(value) else None
        else:
            way.append(name)
            value = value.get(name) if isinstance(value, dict) else None
    return way


def _same(value: JsonObject, defaults: JsonObject, read: JsonText, notes: Notes) -> Iterator[Diagnostic]:
    for name in [*value, *(defaults.keys() - value.keys())]:
        if name not in value or name not in defaults or not same_json(value[name], defaults[name]):
            place = notes.source.position(read.key_at(name))
            yield messages().warning("case_default_differs", place, prop=name)


def _top(path: str) -> Position:
    return Position(path, 1, 1)
