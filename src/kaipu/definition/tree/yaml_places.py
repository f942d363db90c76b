"""Where in a YAML file the value stands that a JSON Pointer names, to lead whoever wrote the file to its line."""

from __future__ import annotations

from pathlib import Path

import yaml

from kaipu.definition.diagnostics import Position
from kaipu.definition.tree.pointer import split_pointer


def yaml_place(file: Path, pointer: str) -> Position:
    """Of the deepest part of the pointer that is there; the file is one that `load_yaml` takes."""
    node = yaml.compose(file.read_text("utf-8"), yaml.SafeLoader)
    place = node
    for name in split_pointer(pointer):
        node, place = _member(node, name, place)
    return Position(str(file), place.start_mark.line + 1, place.start_mark.column + 1) if place else _start(file)


def _member(node: yaml.Node | None, name: str, place: yaml.Node | None) -> tuple[yaml.Node | None, yaml.Node | None]:
    """The value under that name and its place, which is that of its key; the place stays where there is none."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == name:
                return value, key
    if isinstance(node, yaml.SequenceNode) and name.isdigit() and int(name) < len(node.value):
        item: yaml.Node = node.value[int(name)]
        return item, item
    return None, place


def _start(file: Path) -> Position:
    return Position(str(file), 1, 1)
