"""Reads a YAML file into the same JSON values, within the same limits, as `reading` does for JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import yaml

from kaipu.definition.diagnostics import Position, Refused
from kaipu.definition.texts import error
from kaipu.definition.tree.reading import DOCUMENT_LIMITS, Limits, check_tree, decode
from kaipu.definition.tree.value import JsonValue

# The one in C reads the same language ten times as fast; it is not in every build of PyYAML.
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(file: Path, limits: Limits = DOCUMENT_LIMITS) -> JsonValue:
    """Refused with the file's name and the line if it is not YAML, too large, or holds what is no JSON."""
    try:
        value: object = yaml.load(decode(file.read_bytes(), limits, str(file)), _LOADER)  # noqa: S506 - both are safe
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        place = Position(str(file), mark.line + 1, mark.column + 1) if mark else Position(str(file), 1, 1)
        raise Refused([error("not_yaml", place)]) from problem
    return check_tree(value, limits)
