"""What a page tells people to type and to save, out of its fenced blocks."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMANDS = re.compile(r"^```sh run\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def read_page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def type_it(page: str, instead: Mapping[str, object], environment: Mapping[str, str] = os.environ) -> str:
    """Runs a page's commands in the folder of the project, and gives what they print. `instead` says which places of
    the test's they take for those that the page names.
    """
    (commands,) = COMMANDS.findall(page)
    for place, own in instead.items():
        commands = commands.replace(place, str(own))
    done = subprocess.run(
        ["bash", "-euc", commands], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{commands}\n{done.stdout}\n{done.stderr}"
    return done.stdout
