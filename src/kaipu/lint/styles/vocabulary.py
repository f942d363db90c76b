"""The words a style sheet may use. The properties come from the interface of style declarations that TypeScript's
library of the web publishes, with those of WebKit and of @font-face that it leaves out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, cast

from kaipu.definition.tree import load_yaml

_DATA: Final = Path(__file__).parents[1] / "data"
EVERYWHERE: Final = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    properties: frozenset[str]
    units: frozenset[str]
    at_rules: frozenset[str]
    functions: frozenset[str]
    pseudos: frozenset[str]
    lengths: frozenset[str]
    keywords: Mapping[str, frozenset[str]]


@cache
def vocabulary() -> Vocabulary:
    words = cast("dict[str, list[str]]", load_yaml(_DATA / "words.yaml"))
    keywords = cast("dict[str, list[str]]", words["keywords"])
    return Vocabulary(
        frozenset((_DATA / "properties.txt").read_text(encoding="utf-8").split()),
        frozenset(words["units"]),
        frozenset(words["at_rules"]),
        frozenset(words["functions"]),
        frozenset(words["pseudos"]),
        frozenset(words["lengths"]),
        {name: frozenset(values) for name, values in keywords.items()},
    )
