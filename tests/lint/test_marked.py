"""Small mistakes, a line each: `§` stands before what is wrong. A case lays its files over the sound project and names
the code that is told at each mark; no other error is. A pair in place of a text is an edit of the sound file.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from kaipu.lint.run import lint

from .projects import HERE

MARK = "§"
RIGHT = yaml.safe_load((HERE / "right.yaml").read_text(encoding="utf-8"))
CASES = {
    f"{file.stem}: {name}": case
    for file in sorted((HERE / "marked").glob("*.yaml"))
    for name, case in yaml.safe_load(file.read_text(encoding="utf-8")).items()
}


def laid(case: dict, folder: Path) -> list[tuple[str, int, int]]:
    """Writes the project; the places of the marks."""
    if case.get("base", "project"):
        shutil.copytree(HERE / "base" / case.get("base", "project"), folder)
    marks = []
    for name, given in case["files"].items():
        path = folder / name
        text = path.read_text(encoding="utf-8").replace(given[0], given[1], 1) if isinstance(given, list) else given
        before, *parts = text.split(MARK)
        for part in parts:
            marks.append((name, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1))
            before += part
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(before, encoding="utf-8")
    return marks


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told_at_its_mark(name, tmp_path):
    case = CASES[name]
    folder = tmp_path / case.get("folder", "shop")
    marks = laid(case, folder)
    found = lint(folder)
    severity = case.get("severity", "error")
    told = {(one.where.file, one.where.line, one.where.column) for one in found if one.severity == severity}
    assert marks, "a case without a mark proves nothing"
    assert told >= set(marks) if severity == "warning" else told == set(marks)
    assert case["code"] in {one.code for one in found if one.severity == severity}


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_has_no_errors(name, tmp_path):
    assert laid(RIGHT[name], tmp_path / "shop") == []
    found = [f"{one.where}: {one.code}" for one in lint(tmp_path / "shop") if one.severity == "error"]
    assert found == []
