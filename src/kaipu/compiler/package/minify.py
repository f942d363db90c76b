"""Smaller scripts. They are made with Node when Kaipu itself is built and kept by the hash of what was written, so
that a merchant's build needs Python alone; a script that is not kept is made on the spot if there is a Node.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from kaipu.compiler.parse.script import Script, parse_script
from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Position, Refused

KEPT: Final = "minified.json"
_TOOL: Final = Path(__file__).with_name("minify.mjs")
_LONGEST_WAIT_S: Final = 60


@dataclass
class Minifier:
    """`dist` is the platform's folder of what was made when Kaipu was built."""

    dist: Path
    _kept: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._kept = dict(_read(self.dist / KEPT, _stamp(self.dist / KEPT)))

    def prepare(self, scripts: Iterable[Script]) -> None:
        """Sees to it that all of them can be shrunk. Refused if one cannot be here."""
        keyed = {key_of(script): script for script in scripts}
        missing = {key: script for key, script in keyed.items() if key not in self._kept}
        if missing:
            self._kept |= minify(missing)

    def shrink(self, script: Script) -> Script:
        """The same script, smaller; it was prepared."""
        return _parsed(self._kept[key_of(script)], script.source.file)


def key_of(script: Script) -> str:
    return hashlib.sha256(script.raw).hexdigest()


def minify(scripts: Mapping[str, Script]) -> dict[str, str]:
    """Key -> minified text, through one run of Node."""
    node = shutil.which("node")
    if node:
        given = json.dumps({key: script.source.text for key, script in scripts.items()})
        done = subprocess.run(
            [node, str(_TOOL)], input=given, capture_output=True, text=True, timeout=_LONGEST_WAIT_S, check=False
        )
        if done.returncode == 0:
            made: dict[str, str] = json.loads(done.stdout)
            return made
    first = next(iter(scripts.values()))
    raise Refused([messages().error("minify_impossible", Position(first.source.file, 1, 1), file=first.source.file)])


def keep(scripts: Iterable[Script], dist: Path) -> None:
    """Makes and keeps the minified forms of all scripts; what was kept before is dropped."""
    made = minify({key_of(script): script for script in scripts})
    dist.mkdir(parents=True, exist_ok=True)
    (dist / KEPT).write_text(
        json.dumps(dict(sorted(made.items())), ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )


@lru_cache(maxsize=8)
def _read(file: Path, stamp: tuple[int, int]) -> Mapping[str, str]:
    if stamp == (0, 0):
        return {}
    kept: dict[str, str] = json.loads(file.read_bytes())
    return kept


def _stamp(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except FileNotFoundError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=512)
def _parsed(text: str, file: str) -> Script:
    return parse_script(SourceText(text, file))[0]
