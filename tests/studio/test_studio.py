"""The studio's own checks, as part of the one test command: unit tests, types, and the API's types still true."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_unit_tests():
    assert " passed" in run("npx", "vitest", "run", "--root", "studio")


def test_types():
    run("npx", "vue-tsc", "-p", "studio")


@pytest.mark.parametrize("name", ["openapi-owner.json", "openapi-shopper.json"])
def test_the_written_description_of_the_api_is_the_servers(name):
    script = (
        f"import sys; sys.path.insert(0, 'tools'); import openapi; sys.stdout.write(openapi.descriptions()['{name}'])"
    )
    written = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert run(sys.executable, "-X", "utf8", "-c", script) == written, "run npm run generate"


def test_the_studios_types_are_made_from_it():
    made = run("npx", "openapi-typescript", "docs/reference/openapi-owner.json")
    written = (ROOT / "studio/src/api/schema.d.ts").read_text(encoding="utf-8")
    assert made.strip() == written.strip(), "run npm run generate"
