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
from kaipu.compiler.parse.tree import Attribute, Document, Element, constant, documents, walk
from kaipu.compiler.texts import messages
from kaipu.definition.diagnostics import Diagnostic

_ELSEWHERE: Final = re.compile(r"https?://|data:")


def assets_of(unit: SourceUnit, library: Library, problems: list[Diagnostic]) -> dict[str, bytes]:
    """Path in the package -> content; what is not there is added to the problems. A path begins at the unit, whichever
    of its files names it.
    """
    found: dict[str, bytes] = {}
    for document in (unit.template, *unit.parts.templates.values()):
        for one, source, path in _named(document):
            source_id = _source_id(path, unit)
            inside = path.startswith("/") or source_id.startswith(f"{unit.id}/")
            content = library.read(source_id) if inside else None
            if content is None:
                problems.append(messages().error("asset_missing", one.source.position(source.at), path=path))
            else:
                found[package_path(source_id)] = content
    return found


@lru_cache(maxsize=512)
def _named(template: Document) -> tuple[tuple[Document, Attribute, str], ...]:
    """The attributes that name a file, and how."""
    nodes = ((one, node) for one in documents(template) for node in walk(one.children))
    images = ((one, node) for one, node in nodes if isinstance(node, Element) and node.tag == "image")
    sources = ((one, source) for one, image in images if (source := image.attribute("src")))
    paths = ((one, source, constant(source.value) or "") for one, source in sources)
    return tuple(found for found in paths if found[2] and not _ELSEWHERE.match(found[2]))


def _source_id(path: str, unit: SourceUnit) -> str:
    return f"shell{path}" if path.startswith("/") else posixpath.normpath(f"{unit.id}/{path}")
