"""Keys that a YAML file says twice in one mapping: the last would win without a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml

from kaipu.definition.diagnostics import Diagnostic, Position
from kaipu.definition.texts import error

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def repeated_keys(file: Path) -> Iterator[Diagnostic]:
    """The file is one that `load_yaml` takes."""
    waiting = [yaml.compose(file.read_text("utf-8-sig"), _LOADER)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        if not isinstance(node, yaml.MappingNode):
            continue
        seen: set[str] = set()
        for key, value in node.value:
            waiting.append(value)
            if key.value in seen:
                mark = key.start_mark
                yield error("duplicate_key", Position(str(file), mark.line + 1, mark.column + 1), key=str(key.value))
            seen.add(str(key.value))
