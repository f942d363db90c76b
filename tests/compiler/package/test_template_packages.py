"""Packages that serve any shop: each is whole, and what one shop alone has stands where its platform looks."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kaipu.cli.building import template_of
from kaipu.compiler.build import build
from kaipu.compiler.package.write import write_packages
from kaipu.definition.blocks.registry import installed_blocks
from kaipu.platforms.loader import installed_platforms, load_platform

PLATFORMS = {name: load_platform(name) for name in installed_platforms()}
SERVING = sorted(name for name, platform in PLATFORMS.items() if not platform.dialect.bundled)
REQUIRED = re.compile(r"""\brequire\((["'])(\.[^"']*)\1\)""")


@pytest.fixture(scope="module", params=SERVING)
def template(request, noodle, tmp_path_factory) -> Path:
    """Filled in for the noodle shop."""
    out = tmp_path_factory.mktemp(request.param) / request.param
    folders = {manifest.id: manifest.folder for manifest in installed_blocks()}
    (built,) = build(template_of(installed_blocks(), noodle), [PLATFORMS[request.param]], folders)
    write_packages({out: built.files})
    return out


def said(package: Path) -> dict[str, object]:
    """What app.json says, and ext.json over it."""
    app: dict[str, object] = json.loads((package / "app.json").read_text())
    ext = package / "ext.json"
    return app | (json.loads(ext.read_text()) if ext.exists() else {})


def test_every_script_it_requires_is_there(template):
    asked = {(script, found[2]) for script in template.rglob("*.js") for found in REQUIRED.finditer(script.read_text())}
    assert len(asked) > 50
    assert [path for script, path in asked if not (script.parent / path).resolve().with_suffix(".js").exists()] == []


def test_its_pages_are_there_and_the_tab_bars_are_in_the_main_package(template):
    config = said(template)
    bar = config["tabBar"]
    tabs = [tab.get("pagePath") for tab in bar.get("list") or bar.get("items")]
    assert len(tabs) == 4
    assert set(tabs) <= set(config["pages"])
    later = config.get("subPackages") or config.get("subpackages") or []
    pages = [*config["pages"], *(f"{part['root']}/{page}" for part in later for page in part["pages"])]
    assert len(pages) == len(set(pages))
    assert [page for page in pages if not (template / f"{page}.js").exists()] == []


def test_a_block_of_another_part_is_used_only_where_something_may_stand_in_for_it(template):
    config, dialect = said(template), PLATFORMS[template.name].dialect
    roots = [f"/{part['root']}/" for part in config.get("subPackages") or config.get("subpackages") or []]
    used = [
        path
        for page in config["pages"]
        for path in json.loads((template / f"{page}.json").read_text())["usingComponents"].values()
    ]
    assert bool(roots) == bool(dialect.subpackages)
    across = [path for path in used if path.startswith(tuple(roots))]
    assert bool(across) == bool(roots and dialect.placeholder and dialect.placeholder_across)


def test_what_the_shop_is_called_is_said_once(template):
    files = {path.name: path.read_bytes() for path in template.rglob("*") if path.is_file()}
    (holder,) = [name for name, content in files.items() if "老王面馆".encode() in content]
    assert holder == ("ext.json" if "ext.json" in files else "app.json")
