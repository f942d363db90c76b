"""What is in a minified package, in bytes by kind. A platform looks at all of it; a phone reads JavaScript first."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import PurePosixPath

from bench.building import shop_source
from bench.figure import Figure
from kaipu.compiler.build import Package, build
from kaipu.compiler.dialect import Platform
from kaipu.platforms.loader import list_platforms, load_platform

_KINDS = {".js": "scripts", ".html": "templates", ".css": "styles", ".json": "configuration"}
# Hand-written native 10 KB, uni-app 79, Mpx 218, Taro 247, for the same six pages.
_SCRIPTS_KB = {"wechat": 40.0}
# 8, 75, 211, 240.
_FIRST_KB = {"wechat": 25.0}
_REQUIRE = re.compile(rb"""require\(["']([^"']+)["']\)""")


def measure() -> list[Figure]:
    registry, source = shop_source()
    folders = {manifest.id: manifest.folder for manifest in registry}
    platforms = [load_platform(name) for name in list_platforms()]
    figures = []
    packages = build(source, platforms, folders, minify=True)
    for platform, package in zip(platforms, packages, strict=True):
        figures += _first_page(package)
        figures += _by_kind(package, _KINDS | _endings(platform))
    return figures


def _first_page(package: Package) -> list[Figure]:
    budget = _FIRST_KB.get(package.platform)
    if budget is None:
        return []
    size = sum(len(package.files[name]) for name in _first_scripts(package.files)) / 1024
    return [Figure("package", f"{package.platform}, scripts before the first page", "KB", [size], budget)]


def _by_kind(package: Package, kinds: Mapping[str, str]) -> list[Figure]:
    sizes = Counter[str]()
    for name, data in package.files.items():
        path = PurePosixPath(name)
        release = path.name == "release.js"
        sizes["release, of the shop" if release else kinds.get(path.suffix, "pictures and others")] += len(data)
    figures = [
        Figure("package", f"{package.platform}, {kind}", "KB", [size / 1024], _budget(package, kind))
        for kind, size in sorted(sizes.items())
    ]
    return [*figures, Figure("package", f"{package.platform}, all", "KB", [sum(sizes.values()) / 1024])]


def _budget(package: Package, kind: str) -> float | None:
    return _SCRIPTS_KB.get(package.platform) if kind == "scripts" else None


def _endings(platform: Platform) -> dict[str, str]:
    endings = platform.dialect.endings
    return {endings.template: "templates", endings.style: "styles", endings.module: "scripts"}


def _first_scripts(files: Mapping[str, bytes]) -> set[str]:
    """app.js, the first page's script, those of the components it starts with, and all that these require. The release
    is data of the shop's, and counted apart.
    """
    page = json.loads(files["app.json"])["pages"][0]
    config = json.loads(files[f"{page}.json"])
    later = config.get("componentPlaceholder", {})
    components = [path.removeprefix("/") for tag, path in config["usingComponents"].items() if tag not in later]
    found: set[str] = set()
    waiting = ["app.js", *(f"{path}.js" for path in (page, *components))]
    while waiting:
        name = waiting.pop()
        if name not in found and name != "release.js":
            found.add(name)
            folder = posixpath.dirname(name)
            paths = (path.decode() for path in _REQUIRE.findall(files[name]))
            waiting += [f"{posixpath.normpath(posixpath.join(folder, path))}.js" for path in paths]
    return found
