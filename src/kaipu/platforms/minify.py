"""Minifies all scripts for all platforms that package scripts, when Kaipu itself is built: `python -m
kaipu.platforms.minify`.
"""

from __future__ import annotations

from kaipu.compiler.library import HOME, Library
from kaipu.compiler.lower.project import lower_all
from kaipu.compiler.lower.template import Template, lower_template
from kaipu.compiler.package.minify import keep, key_of
from kaipu.platforms.loader import list_platforms, load_platform


def main() -> None:
    folders = {file.parent.name: file.parent for file in (HOME / "blocks").glob("*/block.yaml")}
    for name in list_platforms():
        platform = load_platform(name)
        if platform.dialect.bundled:
            continue
        versions = dict.fromkeys(folders, 1)
        library = Library(folders).on(platform)
        every = lower_template(library, Template(versions, frozenset(versions)), platform.dialect).scripts
        scripts = {key_of(script): script for script in (*lower_all(library, versions).scripts, *every)}
        keep(scripts.values(), platform.dist)
        print(f"{name}: {len(scripts)} scripts minified")


if __name__ == "__main__":
    main()
