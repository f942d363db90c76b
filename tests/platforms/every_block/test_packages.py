"""Every block and every page of the shell, for every platform there is: they compile, and every reference in the
package leads to a file.
"""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath

import pytest

from kaipu.compiler.build import build
from kaipu.definition.blocks.registry import installed_blocks
from kaipu.platforms.loader import list_platforms, load_platform

REQUIRE = re.compile(rb"""require\(['"]([^'"]+)['"]\)""")


@pytest.fixture(scope="session", params=list_platforms())
def built(every_block, request):
    folders = {manifest.id: manifest.folder for manifest in installed_blocks()}
    return build(every_block, [load_platform(request.param)], folders)[0]


def test_it_is_built(built):
    assert set(json.loads(built.files["manifest.json"])["blocks"]) == {manifest.id for manifest in installed_blocks()}


def test_every_required_module_is_there(built):
    if load_platform(built.platform).dialect.bundled:
        return
    for name, content in built.files.items():
        for path in REQUIRE.findall(content) if name.endswith(".js") and name != "release.js" else ():
            target = _joined(PurePosixPath(name).parent, path.decode())
            assert f"{target}.js" in built.files, f"{name} requires {path.decode()}"


def test_every_declared_component_is_there_and_every_page_complete(built):
    dialect = load_platform(built.platform).dialect
    units = [name for name in built.files if name.endswith(".json") and name.startswith(("pages/", "blocks/"))]
    assert bool(units) != dialect.bundled
    for name in units:
        config = json.loads(built.files[name])
        paths = [name.removesuffix(".json"), *(path.removeprefix("/") for path in config["usingComponents"].values())]
        for path in paths:
            for ending in (dialect.endings.template, dialect.endings.style, ".js", ".json"):
                assert path + ending in built.files


def _joined(folder: PurePosixPath, path: str) -> str:
    parts = list(folder.parts)
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
