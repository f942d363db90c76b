"""Text that people type: what can neither be stored nor read aloud is refused before it reaches an action."""

import unicodedata
from typing import Annotated, TypeAlias

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

_REFUSED = {"Cc", "Cs"}  # control characters (NUL among them, which PostgreSQL cannot store) and lone surrogates


def _plain(text: str) -> str:
    if any(unicodedata.category(sign) in _REFUSED and sign != "\n" for sign in text):
        raise PydanticCustomError("unstorable_text", "control characters are not allowed")
    return text.strip()


PlainText: TypeAlias = Annotated[str, AfterValidator(_plain)]
"""Stripped; newlines may stay. Set the length where it is used."""
