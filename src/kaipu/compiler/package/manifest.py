"""The package's own account of itself: what it was built from, and the hash of each file. Also the mark by which a
folder is known to be a former build. The same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
from typing import Final

from kaipu import __version__
from kaipu.compiler.package.assemble import json_file
from kaipu.compiler.project import Files, Project
from kaipu.definition.tree import JsonObject

MANIFEST: Final = "manifest.json"
MARK: Final = "kaipu"
"""The key no other program's manifest has."""


def with_manifest(files: Files, project: Project, platform: str) -> Files:
    manifest: JsonObject = {
        MARK: __version__,
        "platform": platform,
        "release": project.source.sha256 if project.source else "",
        "blocks": dict(project.blocks),
        "minified": project.minify,
        "files": {path: _hash(files[path]) for path in sorted(files)},
    }
    return {**{path: files[path] for path in sorted(files)}, MANIFEST: json_file(manifest)}


def with_mark(files: Files, platform: str) -> Files:
    """A folder that only goes with a package: marked, so that the next build may replace it."""
    return {**files, MANIFEST: json_file({MARK: __version__, "platform": platform})}


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
