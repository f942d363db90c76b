"""The texts of lint's own diagnostics; each code stands in messages/."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kaipu.definition.diagnostics import Messages


@cache
def messages() -> Messages:
    return Messages.load(Path(__file__).parent / "messages")
