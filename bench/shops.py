"""Ten thousand different shops, built one after the other in one process: how many a second, and whether memory stays
where it is.
"""

from __future__ import annotations

import copy
import os
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.building import shop_source
from bench.figure import Figure
from kaipu.compiler.build import build
from kaipu.compiler.project import BuildSource
from kaipu.platforms.loader import load_platform

_SHOPS = 10_000
_SETTLED = 5_000
"""By then everything that is kept is full."""
_MOST_GROWTH_MB = 8
_PLATFORM = "wechat"


def measure() -> list[Figure]:
    registry, source = shop_source()
    folders = {manifest.id: manifest.folder for manifest in registry}
    platforms = [load_platform(_PLATFORM)]
    settled_mb, seen = 0.0, set()
    started = time.perf_counter()
    for number, shop in enumerate(generated(source, _SHOPS)):
        (package,) = build(shop, platforms, folders)
        seen.add(hash(package.files["manifest.json"]))
        if number == _SETTLED:
            settled_mb = _resident_mb()
    took_s = time.perf_counter() - started
    assert len(seen) == _SHOPS, "each is another one"
    return [
        Figure("shops", f"different shops, {_PLATFORM}", "a second", [_SHOPS / took_s], more_is_better=True),
        Figure("shops", "memory that grew after the first 5,000", "MB", [_resident_mb() - settled_mb], _MOST_GROWTH_MB),
        Figure("shops", "memory in the end", "MB", [_resident_mb()]),
    ]


def generated(source: BuildSource, count: int) -> Iterator[BuildSource]:
    """Other names, colours, texts, blocks on the pages, and other pages behind the tabs; the same each time."""
    chance = random.Random(2718)
    for number in range(count):
        definition: dict[str, Any] = copy.deepcopy(dict(source.definition))
        definition["name"] = f"小店 {number}"
        definition["theme"]["primary"] = f"#{chance.randrange(1 << 24):06X}"
        nodes = definition["nodes"]
        for page in definition["pages"].values():
            page["nodes"] = [node for node in page["nodes"] if chance.random() < 0.7] or page["nodes"][:1]
        shown = {node for page in definition["pages"].values() for node in page["nodes"]}
        definition["nodes"] = {name: node for name, node in nodes.items() if name in shown}
        _rename_first_page(definition, f"page_{chance.randrange(500)}")
        blocks = {node["block"]: node["version"] for node in definition["nodes"].values()}
        yield replace(source, slug=f"shop-{number}", definition=definition, blocks=blocks, sha256=f"{number:064x}")


def _rename_first_page(definition: dict[str, Any], name: str) -> None:
    old = definition["tabs"][0]["page"]
    definition["tabs"][0]["page"] = name
    definition["pages"][name] = definition["pages"].pop(old) | {"id": name}
    definition["page_order"] = [name if page == old else page for page in definition["page_order"]]


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024
