"""The built bundle in `dist/`: which files it is, and what of it stands in the document itself. Read once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from kaipu.definition import Messages, Refused

DIST: Final = Path(__file__).parent / "dist"


@cache
def messages() -> Messages:
    return Messages.load(Path(__file__).parent / "messages")


@dataclass(frozen=True, slots=True)
class Bundle:
    folder: Path
    script: str
    """File name, with the hash of its bytes; so are the next two."""
    rest: str
    """The second script: all pages of the shell but the one that draws pages of the definition."""
    style: str
    blocks: frozenset[str]
    first_paint: str
    """The style sheet of the document itself."""
    icons: Mapping[str, str]
    """Name of a tab's icon -> SVG."""
    modules: tuple[str, ...] = ()
    """Of the shell, which scripts that come later find in the first one."""

    def files(self) -> dict[str, bytes]:
        return {name: (self.folder / name).read_bytes() for name in (self.script, self.rest, self.style)}


@cache
def load_bundle(folder: Path = DIST) -> Bundle:
    """Refused if it has not been built."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    except FileNotFoundError:
        raise Refused([messages().error("web_bundle_missing", "/")]) from None
    return Bundle(
        folder=folder,
        script=manifest["script"],
        rest=manifest["rest"],
        style=manifest["style"],
        blocks=frozenset(manifest["blocks"]),
        modules=tuple(manifest["modules"]),
        first_paint=(folder / "first-paint.css").read_text("utf-8").strip(),
        icons=json.loads((folder / "icons.json").read_text("utf-8")),
    )
