"""The run times beside small hosts of their platforms; what is asserted stands in hosts/<platform>.mjs."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    "platform", sorted(file.stem for file in HERE.glob("hosts/*.mjs") if file.stem not in {"both", "family", "told"})
)
def test_the_shell_sees_the_same_platform(platform):
    done = subprocess.run(["node", HERE / "host.mjs", platform], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 10
