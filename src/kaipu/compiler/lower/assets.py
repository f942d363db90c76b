"""Pictures that a template names itself: files beside it, or, with a leading slash, of the shell. They come into the
package under the same path.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from typing import Final

from kaipu.compiler.library import Library, SourceUnit
from kaipu.compiler.lower.modules import package_path
from kaipu.compiler.parse.tree import Attribute, Document, Element, constant, walk
from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Diagnostic

_ELSEWHERE: Final = re.compile(r"https?://|data:")


def assets_of(unit: SourceUnit, library: Library, problems: list[Diagnostic]) -> dict[str, bytes]:
    """Path in the package -> content; what is not there is added to the problems."""
    found: dict[str, bytes] = {}
    for source, path in _named(unit.template):
        source_id = _source_id(path, unit)
        inside = path.startswith("/") or source_id.startswith(f"{unit.id}/")
        content = library.read(source_id) if inside else None
        if content is None:
            problems.append(_missing(unit, source, path))
        else:
            found[package_path(source_id)] = content
    return found


@lru_cache(maxsize=512)
def _named(template: Document) -> tuple[tuple[Attribute, str], ...]:
    """The attributes that name a file, and how."""
    images = (node for node in walk(template.children) if isinstance(node, Element) and node.tag == "image")
    sources = (source for image in images if (source := image.attribute("src")))
    paths = ((source, constant(source.value) or "") for source in sources)
    return tuple((source, path) for source, path in paths if path and not _ELSEWHERE.match(path))


def _source_id(path: str, unit: SourceUnit) -> str:
    return f"shell{path}" if path.startswith("/") else posixpath.normpath(f"{unit.id}/{path}")


def _missing(unit: SourceUnit, source: Attribute, path: str) -> Diagnostic:
    return messages().error("asset_missing", unit.template.source.position(source.at), path=path)
