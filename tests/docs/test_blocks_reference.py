"""docs/reference/blocks.md is what the blocks say of themselves today."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_reference_is_current():
    asked = [sys.executable, str(ROOT / "tools/docs/blocks_reference.py"), "--check"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout


def test_every_block_and_every_prop_has_a_line():
    page = (ROOT / "docs/reference/blocks.md").read_text("utf-8")
    for folder in (ROOT / "src/kaipu/blocks").glob("*/block.yaml"):
        assert f"\n## {folder.parent.name}\n" in page
