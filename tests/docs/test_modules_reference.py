"""docs/reference/modules.md is what the shell's types and comments say today."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_reference_is_current():
    asked = ["node", str(ROOT / "tools/docs/modules_reference.mjs"), "--check"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr
