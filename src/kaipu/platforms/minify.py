"""Minifies all scripts for all platforms that package scripts, when Kaipu itself is built: `python -m
kaipu.platforms.minify`.
"""

from __future__ import annotations

from kaipu.compiler.library import HOME, Library
from kaipu.compiler.lower.project import lower_all
from kaipu.compiler.package.minify import keep
from kaipu.platforms.loader import list_platforms, load_platform


def main() -> None:
    folders = {file.parent.name: file.parent for file in (HOME / "blocks").glob("*/block.yaml")}
    for name in list_platforms():
        platform = load_platform(name)
        if platform.dialect.bundled:
            continue
        project = lower_all(Library(folders).on(platform), dict.fromkeys(folders, 1))
        keep(project.scripts, platform.dist)
        print(f"{name}: {len(project.scripts)} scripts minified")


if __name__ == "__main__":
    main()
