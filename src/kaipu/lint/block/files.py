"""Which files a block's folder has, and whether its README speaks both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kaipu.definition.diagnostics import Diagnostic, Position
from kaipu.lint.folder import Folder
from kaipu.lint.texts import messages

_NEEDED: Final = ("style.wxss", "migrations.yaml", "README.md")
"""Besides those that no build does without."""
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_WORD: Final = re.compile(r"[A-Za-z]{3,}")
_FEWEST_WORDS: Final = 10


def check_files(folder: Folder) -> Iterator[Diagnostic]:
    for name in _NEEDED:
        source = folder.source(name)
        if name not in folder or (source is not None and not source.text.strip()):
            yield messages().warning("block_file_missing", Position(name, 1, 1), name=name)
    readme = folder.source("README.md")
    if readme is None or not readme.text.strip():
        return
    if not _CHINESE.search(readme.text) or len(_WORD.findall(readme.text)) <= _FEWEST_WORDS:
        yield messages().warning("readme_in_one_language", Position("README.md", 1, 1), words=_FEWEST_WORDS)
