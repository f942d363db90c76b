"""What lint knows of WeChat's configuration is what the uploader that WeChat publishes says today."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.vendor
def test_the_schemas_are_current():
    order = ["node", str(ROOT / "tools/data/wechat_schemas.mjs"), "--check"]
    answer = subprocess.run(order, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr
