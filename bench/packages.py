"""What is in a minified package, in bytes by kind. A platform looks at all of it; a phone reads JavaScript first."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath

from bench.building import shop_source
from bench.figure import Figure
from kaipu.compiler.build import build
from kaipu.platforms.loader import list_platforms, load_platform

_KINDS = {
    ".js": "scripts",
    ".wxml": "templates",
    ".axml": "templates",
    ".html": "templates",
    ".wxss": "styles",
    ".acss": "styles",
    ".css": "styles",
    ".json": "configuration",
}
# Hand-written native 10 KB, uni-app 79, Mpx 218, Taro 247, for the same six pages.
_SCRIPTS_KB = {"wechat": 40.0}


def measure() -> list[Figure]:
    registry, source = shop_source()
    folders = {manifest.id: manifest.folder for manifest in registry}
    platforms = [load_platform(name) for name in list_platforms()]
    figures = []
    for package in build(source, platforms, folders, minify=True):
        sizes = Counter[str]()
        for name, data in package.files.items():
            sizes[_kind(str(name))] += len(data)
        for kind, size in sorted(sizes.items()):
            budget = _SCRIPTS_KB.get(package.platform) if kind == "scripts" else None
            figures.append(Figure("package", f"{package.platform}, {kind}", "KB", [size / 1024], budget))
        figures.append(Figure("package", f"{package.platform}, all", "KB", [sum(sizes.values()) / 1024]))
    return figures


def _kind(name: str) -> str:
    path = PurePosixPath(name)
    if path.name == "release.js":
        return "release, of the shop"
    return _KINDS.get(path.suffix, "pictures and others")
