"""The repository's hand-written files, as git sees them, for the tests of tidiness."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE_SUFFIXES = {".py", ".ts", ".vue", ".js", ".mjs", ".wxml", ".wxss", ".css"}


@cache
def tracked_files() -> tuple[Path, ...]:
    """Paths relative to the root; new files that git does not ignore count too."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # git is found by PATH
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return tuple(
        sorted(path for name in listed.split("\0") if name and (path := Path(name)) and (ROOT / path).is_file())
    )


def code_files() -> list[Path]:
    return [path for path in tracked_files() if path.suffix in CODE_SUFFIXES and not is_generated(path)]


def is_generated(path: Path) -> bool:
    """Django's migrations, golden cases and types made from the server's own description are nobody's handwriting."""
    return "migrations" in path.parts or "cases" in path.parts or path.name == "schema.d.ts"
