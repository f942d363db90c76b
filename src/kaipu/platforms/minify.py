"""Minifies all scripts for all platforms that package scripts, when Kaipu itself is built: `python -m
kaipu.platforms.minify`.
"""

from __future__ import annotations

from kaipu.compiler.library import HOME, Library
from kaipu.compiler.lower.project import lower_all
from kaipu.compiler.package.minify import keep
from kaipu.compiler.parse.script import Script
from kaipu.platforms.loader import list_platforms, load_platform


def main() -> None:
    folders = {file.parent.name: file.parent for file in (HOME / "blocks").glob("*/block.yaml")}
    for name in list_platforms():
        platform = load_platform(name)
        if platform.dialect.bundled:
            continue
        project = lower_all(Library(folders).on(platform), dict.fromkeys(folders, 1))
        scripts: list[Script] = [module.script for module in project.modules]
        scripts += [unit.module.script for unit in project.units]
        keep(scripts, platform.dist)
        print(f"{name}: {len(scripts)} scripts minified")


if __name__ == "__main__":
    main()
