"""The project speaks of itself alone, and leaves nothing half done behind."""

from __future__ import annotations

import re

from .tree import ROOT, code_files, tracked_files

LEFT_BEHIND = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
PLACES = re.compile(r"""(?:^|[\s"'=(:])/(?:root|home|work)/|pythonhosted|registry\.npmjs""")
SUFFIXES = {".py", ".ts", ".vue", ".js", ".mjs", ".md", ".yaml", ".yml", ".toml", ".txt", ".html", ".json", ""}


def lines_matching(pattern: re.Pattern[str], paths) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()[:100]}"
        for path in paths
        for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def test_nothing_is_left_for_later():
    here = [path for path in code_files() if "tidy" not in path.parts]
    assert lines_matching(LEFT_BEHIND, here) == []


def test_no_path_of_a_machine_and_no_registry():
    here = [path for path in tracked_files() if path.suffix in SUFFIXES and "tidy" not in path.parts]
    assert lines_matching(PLACES, here) == []


def test_every_python_module_says_what_it_is_for():
    silent = [
        path
        for path in code_files()
        if path.suffix == ".py"
        and path.parts[0] == "src"
        and (text := (ROOT / path).read_text(encoding="utf-8")).strip()
        and not text.lstrip().startswith(('"""', "#!"))
    ]
    assert not silent
