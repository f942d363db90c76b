"""A package as one file, for platforms that take it so. The same files give the same bytes on any machine: in order,
with one time for all, and nobody's permissions.
"""

from __future__ import annotations

import io
import zipfile
from typing import Final

from kaipu.compiler.project import Files

ENDING: Final = ".zip"
_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip can say."""
_PLAIN_FILE: Final = 0o100644 << 16


def make_archive(files: Files) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, _TIME)
            entry.create_system, entry.external_attr = 3, _PLAIN_FILE
            archive.writestr(entry, files[path], zipfile.ZIP_DEFLATED, 6)
    return made.getvalue()
