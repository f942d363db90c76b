"""The run times: by their types, and beside small hosts of their platforms; what is asserted there stands in
hosts/<platform>.mjs.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PLATFORMS = sorted(file.stem for file in HERE.glob("hosts/*.mjs") if file.stem not in {"both", "family", "told"})


@pytest.mark.vendor
@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_run_time_is_what_the_shell_asks_for(platform):
    command = ["npx", "tsc", "-p", f"src/kaipu/platforms/{platform}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_shell_sees_the_same_platform(platform):
    done = subprocess.run(["node", HERE / "host.mjs", platform], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 10
