"""What a built WeChat package weighs, counted alike for all of them."""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_REQUIRE = re.compile(r"""require\(["']([^"']+)["']\)""")
_PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif"}
# A shop's own dishes and pages are data: Kaipu packs them, the others fetch them.
_DATA = "release.js"
# Read by people and by tools, not by a phone.
_ASIDE = {"manifest.json", "project.config.json", "project.private.config.json"}


@dataclass(frozen=True)
class Sizes:
    scripts: int
    first_scripts: int
    package: int


def sizes_of(folder: Path) -> Sizes:
    files = {str(path.relative_to(folder).as_posix()): path for path in folder.rglob("*") if path.is_file()}
    counted = {
        name: path
        for name, path in files.items()
        if name != _DATA and name not in _ASIDE and path.suffix not in _PICTURES and not name.endswith("LICENSE.txt")
    }
    scripts = {name for name in counted if name.endswith(".js")}
    first = _first_scripts(folder) & scripts

    def weigh(names: set[str]) -> int:
        return sum(counted[name].stat().st_size for name in names)

    return Sizes(weigh(scripts), weigh(first), weigh(set(counted)))


def _first_scripts(folder: Path) -> set[str]:
    """app.js, the first page, the components it starts with and theirs, and all that these require."""
    app = _json(folder, "app")
    found: set[str] = set()
    waiting = ["app.js", *_scripts_of(folder, app["pages"][0], app.get("usingComponents", {}), set())]
    while waiting:
        name = waiting.pop()
        if name in found or not (folder / name).exists():
            continue
        found.add(name)
        for target in _REQUIRE.findall((folder / name).read_text(encoding="utf-8")):
            path = _beside(name, target)
            waiting.append(path if path.endswith(".js") else f"{path}.js")
    return found


def _scripts_of(folder: Path, name: str, everywhere: dict[str, str], seen: set[str]) -> list[str]:
    if name in seen:
        return []
    seen.add(name)
    config = _json(folder, name)
    later = config.get("componentPlaceholder", {})
    using = {tag: path for tag, path in (everywhere | config.get("usingComponents", {})).items() if tag not in later}
    below = [one for path in using.values() for one in _scripts_of(folder, _beside(name, path), {}, seen)]
    return [f"{name}.js", *below]


def _json(folder: Path, name: str) -> dict[str, Any]:
    path = folder / f"{name}.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def _beside(name: str, target: str) -> str:
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
