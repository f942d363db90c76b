"""The noodle shop's packages, built once: as people read them, and minified."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kaipu.compiler.build import build
from kaipu.compiler.package.write import write_packages
from kaipu.compiler.project import BuildSource
from kaipu.definition.blocks.registry import installed_blocks
from kaipu.platforms.loader import load_platform


@pytest.fixture(scope="session")
def every_block(noodle: BuildSource) -> BuildSource:
    """The noodle shop with each block there is on its entry page, as it comes."""
    nodes = {
        manifest.id: {
            "id": manifest.id,
            "block": manifest.id,
            "version": manifest.version,
            "hidden": False,
            "props": manifest.defaults,
        }
        for manifest in installed_blocks()
    }
    pages = {"home": {"id": "home", "title": "All", "nodes": list(nodes)}}
    tabs = [{"id": "home", "page": "home", "label": "All", "icon": "home"}, *noodle.definition["tabs"][2:]]
    definition = noodle.definition | {"nodes": nodes, "pages": pages, "page_order": ["home"], "tabs": tabs}
    blocks = {manifest.id: manifest.version for manifest in installed_blocks()}
    return replace(noodle, definition=definition, blocks=blocks)


@pytest.fixture(scope="session")
def package(every_block: BuildSource, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """The folder of a platform's package with every block in it."""

    @cache
    def folder(platform: str, *, minify: bool = False) -> Path:
        out = tmp_path_factory.mktemp(platform) / platform
        folders = {manifest.id: manifest.folder for manifest in installed_blocks()}
        (built,) = build(every_block, [load_platform(platform)], folders, minify=minify)
        write_packages({out: built.files})
        return out

    return folder
