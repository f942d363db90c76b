"""The texts of every code the API can answer with, from the messages folders of the API and of all commerce apps."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kaipu.definition.diagnostics import Language, Messages, Parameter

_PACKAGE = Path(__file__).resolve().parents[2]


@cache
def all_messages() -> Mapping[str, Messages]:
    """Code -> the package's messages that hold it. ValueError when two packages use one code."""
    found: dict[str, Messages] = {}
    for folder in [_PACKAGE / "web/api/messages", *sorted(_PACKAGE.glob("commerce/**/messages"))]:
        messages = Messages.load(folder)
        for code in messages.texts:
            if code in found:
                raise ValueError(f"{code} has a text in {folder} and in {found[code].folder}")
            found[code] = messages
    return found


def text_of(code: str, language: Language, params: Mapping[str, Parameter]) -> str:
    return all_messages()[code].text(code, language, params)
