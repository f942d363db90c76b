"""Where blocks come from beside Kaipu's own folder: the folders that KAIPU_BLOCKS names, and the packages that
installed distributions name under the entry point group `kaipu.blocks`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from kaipu.definition.packaged import packaged_folders

VARIABLE: Final = "KAIPU_BLOCKS"
GROUP: Final = "kaipu.blocks"


def custom_folders() -> tuple[Path, ...]:
    """A block's folder each, or a folder of blocks. Refused if an entry point leads nowhere."""
    named = (name.strip() for name in os.environ.get(VARIABLE, "").split(os.pathsep))
    return (*(Path(name).expanduser().absolute() for name in named if name), *packaged_folders(GROUP))
