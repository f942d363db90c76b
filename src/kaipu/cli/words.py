"""What the command line says, in the language of the terminal (LC_ALL, LC_MESSAGES, LANG): Chinese or English."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import yaml


def language() -> Literal["zh", "en"]:
    """Either zh or en."""
    named = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    return "zh" if named.lower().startswith("zh") else "en"


def say(code: str, **params: object) -> str:
    return words()[code][language()].format(**params)


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Code -> language -> text."""
    text = Path(__file__).with_name("words.yaml").read_text(encoding="utf-8")
    # The same language, read by C where there is C: every command waits for this.
    loaded: dict[str, dict[str, str]] = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return loaded
