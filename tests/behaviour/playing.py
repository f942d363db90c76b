"""Scripts, and how one is played: on the tests' own engine, in a process of its own."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path

import yaml

from kaipu.definition import JsonObject

HERE = Path(__file__).parent
REFERENCE = "wechat"
"""Whose package the expected texts are written from, and read as a person would before they are kept."""
NOON_MS = 1_764_043_200_000
"""A Tuesday in the shop, 2025-11-25 at 12:00."""


@cache
def scripts() -> dict[str, JsonObject]:
    """Name -> script, as `play/play.mjs` reads it."""
    return {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in sorted(HERE.glob("scripts/*.yaml"))}


def play_in_engine(platform: str, folder: Path, chosen: dict[str, JsonObject]) -> dict[str, JsonObject]:
    """What became of each script: `text` and `marks` (places of what was touched), or `problem`."""
    command = ["node", str(HERE / "hosts/run.mjs"), platform, str(folder)]
    given = json.dumps({"now_ms": NOON_MS, "scripts": chosen})
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    answer: dict[str, JsonObject] = json.loads(done.stdout)
    return answer
