"""docs/reference/lint.md is what the messages say today."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_reference_is_current():
    asked = [sys.executable, str(ROOT / "tools/docs/lint_reference.py"), "--check"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout


def test_every_code_of_lint_has_a_line_with_a_fix():
    page = (ROOT / "docs/reference/lint.md").read_text("utf-8")
    for file in (ROOT / "src/kaipu/lint/messages").glob("*.md"):
        for line in file.read_text("utf-8").splitlines():
            if line.startswith("## "):
                assert f"| `{line[3:]}` | " in page
