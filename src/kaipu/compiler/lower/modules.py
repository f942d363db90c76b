"""Where each required path leads, in the source and in the package, and which modules are reached at all."""

from __future__ import annotations

import hashlib
import posixpath
import string
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeAlias

from kaipu.compiler.library import Library
from kaipu.compiler.parse.script import Require, Script, parse_script
from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.project import Module
from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Diagnostic, Position

RELEASE: Final = "kaipu/release"
PLATFORM: Final = "kaipu/platform"
_LETTERS: Final = string.ascii_lowercase + string.digits
FAMILY: Final = "kaipu/family/"
"""What several platforms' run times share."""
_OUTSIDE: Final = (RELEASE, PLATFORM)
_INNER: Final = "kaipu/inner"
_EXT: Final = "kaipu/ext"
_RUNTIME: Final = "runtime/index.js"
_RUNTIME_EXT: Final = "runtime/ext.js"
_PLACES: Final = "shell/places/platform.js"
_GENERATED: Final = {RELEASE: "release.js", "kaipu/moved": "moved.js", _EXT: "shop.js"}
_PLATFORM_S: Final = ("runtime/", "family/")
_OWN_PLACES: Final = ("pages/", "parts/", "icons/", "pictures/")


def package_path(source_id: str) -> str:
    """Where a file of the library stands in the package."""
    root, _, rest = source_id.partition("/")
    if root == "runtime":
        return f"kaipu/platform/{rest}"
    if root == "family":
        return f"kaipu/{source_id}"
    if root != "shell" or source_id == "shell/app.js":
        return source_id.removeprefix("shell/")
    return rest if rest.startswith(_OWN_PLACES) else f"kaipu/{rest}"


def _short(number: int) -> str:
    """Letters of one case only: on some disks `a` and `A` are one file."""
    rest, last = divmod(number, len(_LETTERS))
    return (_short(rest - 1) if rest else "") + _LETTERS[last]


def source_of(path: str, from_id: str) -> str:
    """The id of the script that `path` means where it is required."""
    if path == PLATFORM:
        found = "runtime/index"
    elif path.startswith(FAMILY):
        found = path.removeprefix("kaipu/")
    elif path.startswith("kaipu/"):
        found = f"shell/{path.removeprefix('kaipu/')}"
    else:
        found = posixpath.normpath(f"{posixpath.dirname(from_id)}/{path}")
    return found if found.endswith(".js") else f"{found}.js"


Shrink: TypeAlias = Callable[[Script], Script]
"""Makes a script smaller; what it requires stays the same."""


@dataclass
class Modules:
    """Collects what is reached from the scripts it is asked for."""

    library: Library
    shrink: Shrink | None = None
    moves: bool = False
    """Whether some pages stand elsewhere than the shell says."""
    template: bool = False
    """Whether the release is not known, because the package serves any shop."""
    problems: list[Diagnostic] = field(default_factory=list)
    _reached: dict[str, Module] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def entry(self, source_id: str, path: str) -> Module:
        """A script that nothing requires."""
        found = self.library.script(source_id)
        if found is None:
            self.problems.append(messages().error("file_missing", Position(source_id, 1, 1)))
            return Module(path, parse_script(SourceText("", source_id))[0], {}, "")
        return self.module(source_id, found, path)

    def module(self, source_id: str, written: Script, path: str) -> Module:
        """The script at its place in the package; what it requires is reached too."""
        script = self.shrink(written) if self.shrink else written
        requires = {one.path: self._resolve(one, source_id, written) for one in script.requires}
        return _module(path, script, tuple(requires.items()))

    def reached(self) -> tuple[Module, ...]:
        """All modules reached so far, by path."""
        return tuple(sorted(self._reached.values(), key=lambda module: module.path))

    def _resolve(self, require: Require, from_id: str, script: Script) -> str | None:
        if require.path in _OUTSIDE and self.library.runtime is None:
            return None
        source_id = self._stand_in(require.path, from_id)
        if source_id is None and require.path in _GENERATED:
            return _GENERATED[require.path]
        source_id = source_id or source_of(require.path, from_id)
        inside = require.path.startswith("kaipu/") or posixpath.commonpath([source_id, from_id])
        found = self.library.script(source_id) if inside else None
        if found is None:
            position = script.source.position(require.at)
            self.problems.append(messages().error("require_unknown", position, path=require.path))
            return require.path
        path = self._place(source_id)
        if source_id not in self._reached:
            # Two modules may require each other: the place is taken before going on.
            self._reached[source_id] = Module(path, found, {}, "")
            self._reached[source_id] = self.module(source_id, found, path)
        return path

    def _stand_in(self, path: str, from_id: str) -> str | None:
        """What a module of the build's own making is here, if it is a file."""
        if path == PLATFORM and self.moves:
            return _PLACES
        if path == _INNER:
            return _RUNTIME
        if path == RELEASE and self.template:
            return f"shell/template/{'tabs' if from_id.startswith(_PLATFORM_S) else 'release'}.js"
        if path == _EXT and self.library.exists(_RUNTIME_EXT):
            return _RUNTIME_EXT
        return None

    def _place(self, source_id: str) -> str:
        """Shared modules have short names in a small package: their paths stand in all scripts that require them."""
        path = package_path(source_id)
        if self.shrink is None or not path.startswith("kaipu/"):
            return path
        return f"k/{_short(self._numbers.setdefault(source_id, len(self._numbers)))}.js"


@lru_cache(maxsize=2048)
def _module(path: str, script: Script, requires: tuple[tuple[str, str | None], ...]) -> Module:
    digest = hashlib.sha256(repr((path, requires)).encode() + script.raw).hexdigest()
    return Module(path, script, dict(requires), digest)
