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
MAPPED: Final = "mapped.json"
"""The way back, by the same keys: read only if it is asked for."""
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
            self._kept |= {key: text for key, (text, _) in minify(missing).items()}

    def mappings(self, scripts: Iterable[Script]) -> dict[str, str]:
        """Source id -> where each place of the smaller script came from. Refused if that cannot be found out here."""
        keyed = {key_of(script): script for script in scripts}
        kept = _read(self.dist / MAPPED, _stamp(self.dist / MAPPED))
        missing = {key: script for key, script in keyed.items() if key not in kept}
        made = {key: mapped for key, (_, mapped) in minify(missing).items()} if missing else {}
        return {script.source.file: made.get(key) or kept[key] for key, script in keyed.items()}

    def shrink(self, script: Script) -> Script:
        """The same script, smaller; it was prepared."""
        return _parsed(self._kept[key_of(script)], script.source.file)


def key_of(script: Script) -> str:
    return hashlib.sha256(script.raw).hexdigest()


def minify(scripts: Mapping[str, Script]) -> dict[str, tuple[str, str]]:
    """Key -> minified text, and its mappings back to what was given; through one run of Node."""
    node = shutil.which("node")
    if node:
        given = json.dumps({key: script.source.text for key, script in scripts.items()})
        done = subprocess.run(
            [node, str(_TOOL)], input=given, capture_output=True, text=True, timeout=_LONGEST_WAIT_S, check=False
        )
        if done.returncode == 0:
            made: dict[str, tuple[str, str]] = json.loads(done.stdout)
            return made
    first = next(iter(scripts.values()))
    raise Refused([messages().error("minify_impossible", Position(first.source.file, 1, 1), file=first.source.file)])


def keep(scripts: Iterable[Script], dist: Path) -> None:
    """Makes and keeps the minified forms of all scripts; what was kept before is dropped."""
    made = sorted(minify({key_of(script): script for script in scripts}).items())
    dist.mkdir(parents=True, exist_ok=True)
    for name, kept in (
        (KEPT, {key: text for key, (text, _) in made}),
        (MAPPED, {key: back for key, (_, back) in made}),
    ):
        (dist / name).write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


@lru_cache(maxsize=64)
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
