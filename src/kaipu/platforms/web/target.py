"""The web package: a folder that any static server can serve under any path. One document for each page that can be
known beforehand, the shared bundle beside them, the release in each document.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from kaipu.definition import BlockManifest, JsonObject, Refused
from kaipu.definition.blocks.registry import BLOCKS_FOLDER
from kaipu.platforms.target import Files, Platform, Project, print_project
from kaipu.platforms.web.bundle import Bundle, load_bundle, messages
from kaipu.platforms.web.entries import find_entry, list_paths
from kaipu.platforms.web.joined import JoinedBlock
from kaipu.platforms.web.joining import joined_block
from kaipu.platforms.web.page import Place, document_style, render_document
from kaipu.platforms.web.shop_data import ShopData, compact_json, release_value

_ASSETS: Final = "assets/"


def assemble(project: Project, platform: Platform) -> Files:
    if project.source is None:
        return print_project(project, platform)
    source = project.source
    bundle = load_bundle(platform.dist)
    joined = _joined(project, bundle)
    data = ShopData(
        slug=source.slug,
        api=source.api_base,
        pictures=source.pictures_base,
        sha256=source.sha256,
        definition=source.definition,
        catalog=source.catalog,
        shop=source.shop,
        file="release.js",
    )
    release = f"kaipuRelease={compact_json(release_value(data))};\n".encode()
    data = replace(data, file=f"release.{hashlib.sha256(release).hexdigest()[:12]}.js")
    policy = _policy(data, bundle)
    files = {f"{path}/index.html".lstrip("/"): _document(data, path, policy, bundle, joined) for path in _paths(data)}
    shared = bundle.files() | {data.file: release}
    for block in joined:
        shared |= {block.folder + name: content for name, content in block.files.items()}
    return files | {f"{_ASSETS}{name}": content for name, content in shared.items()}


def _joined(project: Project, bundle: Bundle) -> list[JoinedBlock]:
    """The blocks in use that are no part of the bundle. Refused if one of them cannot be compiled for it."""
    missing = sorted(set(project.blocks) - bundle.blocks)
    homes = [project.homes[block] for block in missing]
    if any(home.parent == BLOCKS_FOLDER for home in homes):
        raise Refused([messages().error("web_block_not_bundled", "/nodes", block=block) for block in missing])
    return [joined_block(BlockManifest.read(home), bundle) for home in homes]


def _paths(data: ShopData) -> list[str]:
    """Orders and dishes that come later share a document each; their address says which one in its query."""
    return [*list_paths(data.definition, data.catalog), "dish", "order"]


def _document(data: ShopData, path: str, policy: str, bundle: Bundle, joined: list[JoinedBlock]) -> bytes:
    entry = find_entry(path, data.definition, data.catalog, "zh")
    assert entry is not None, path  # noqa: S101 - the paths are those of this very release
    base = "../" * len(path.split("/")) if path else "./"
    place = Place(base=base, bundle=base + _ASSETS, origin="", language="zh", nonce="", policy=policy)
    return render_document(data, entry, path, place, bundle, joined).encode()


def _policy(data: ShopData, bundle: Bundle) -> str:
    """What a server would say in a header; the style is allowed by its hash, since nobody makes a nonce."""
    style = base64.b64encode(hashlib.sha256(document_style(data.definition, bundle).encode()).digest()).decode()
    rules: JsonObject = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": f"'self' 'sha256-{style}'",
        "img-src": " ".join(["'self'", "https:", "data:", *_origin(data.pictures)]),
        "connect-src": " ".join(["'self'", *_origin(data.api)]),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _origin(address: str) -> list[str]:
    parts = urlsplit(address)
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []
