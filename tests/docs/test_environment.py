"""Every variable that Kaipu reads has its line in the reference, and every line is of one it reads."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAME = re.compile(r"\bKAIPU_[A-Z]+(?:_[A-Z]+)*\b|\bDATABASE_URL\b")


def test_the_reference_names_what_is_read():
    sources = [*(ROOT / "src/kaipu").rglob("*.py"), ROOT / "Makefile"]
    read = {name for file in sources if "tests" not in file.parts for name in NAME.findall(file.read_text("utf-8"))}
    written = set(NAME.findall((ROOT / "docs/reference/environment.md").read_text("utf-8")))
    assert written == read - {"KAIPU_GOLDEN"}  # a switch of the tests
