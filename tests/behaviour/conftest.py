"""The noodle shop's packages, and each script played once on each."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from kaipu.cli.sources import load_source
from kaipu.compiler.build import build
from kaipu.compiler.package.write import write_packages
from kaipu.compiler.project import BuildSource
from kaipu.definition import JsonObject
from kaipu.definition.blocks.registry import installed_blocks
from kaipu.platforms.loader import load_platform
from kaipu.web.environment import Environment

from .playing import HERE, REFERENCE, play_in_engine, scripts


@pytest.fixture(scope="session")
def package(noodle: BuildSource, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """The folder of a platform's package: of the noodle shop, or of one that shows a block of the tests' own."""

    @cache
    def folder(platform: str, minify: bool, block: str = "") -> Path:
        out = tmp_path_factory.mktemp(platform) / platform
        registry = installed_blocks(*([HERE / "blocks"] if block else []))
        source = load_source(f"block:{block}", registry, Environment.read()) if block else noodle
        folders = {manifest.id: manifest.folder for manifest in registry}
        (built,) = build(source, [load_platform(platform)], folders, minify=minify)
        write_packages({out: built.files})
        return out

    return folder


@pytest.fixture(scope="session")
def played(package: Callable[[str, bool], Path]) -> Callable[[str, bool], dict[str, JsonObject]]:
    """What became of each script on the engine of the tests. Where the reference touched what it found by name, a
    platform without names touches the same place.
    """

    @cache
    def run(platform: str, minify: bool) -> dict[str, JsonObject]:
        chosen = scripts()
        if platform != REFERENCE:
            found = run(REFERENCE, False)
            chosen = {name: script | {"marks": found[name].get("marks", [])} for name, script in chosen.items()}
        return play_in_engine(platform, package(platform, minify), chosen)

    return run
