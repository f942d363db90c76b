"""Pages of the documentation that are made from what they speak of."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]


def put(page: Path, text: str) -> int:
    """Writes the page, or with `--check` on the command line only says whether it is there and is that text: the exit
    code, 0 or 1.
    """
    if "--check" not in sys.argv[1:]:
        page.write_text(text, "utf-8")
        return 0
    if page.is_file() and page.read_text("utf-8") == text:
        return 0
    print(f"{page.relative_to(ROOT)} is not what its sources say: run {Path(sys.argv[0]).name}")
    return 1
