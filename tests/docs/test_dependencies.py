"""Every library Kaipu stands on has its line in the record, and the record names none that is gone."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
RECORD = (ROOT / "docs/decisions/dependencies.md").read_text("utf-8")


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lines = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    return {re.split(r"[\[<>=~! ]", line)[0] for line in lines}


def recorded() -> set[str]:
    rows = re.findall(r"^\| ([a-z0-9 .,-]+) \|", RECORD, re.MULTILINE)
    names = {name.strip().split(" ")[0] for row in rows for name in row.split(",")}
    return names - {"library"}


def test_each_library_has_its_line():
    assert recorded() == declared()
