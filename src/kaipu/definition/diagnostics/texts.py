"""Texts of diagnostics, read from the markdown files in a package's `messages/` folder. One format everywhere:

## unknown_block

zh: 没有“{block}”这种模块。
→ 请换一种模块。

en: There is no block called “{block}”.
→ Choose another block.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, Self, TypeAlias, get_args

Language = Literal["zh", "en"]
Spoken: TypeAlias = Mapping[Language, str]
"""The same in each language."""
Parameter: TypeAlias = str | int | float | Spoken
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

_SECTION = re.compile(r"^## +(?P<code>[a-z][a-z0-9_]*) *$", re.MULTILINE)
_PARAGRAPH = re.compile(r"^(?P<language>zh|en): (?P<problem>.+)\n→ (?P<next>.+)$", re.MULTILINE)
_LONGEST_PARAMETER = 60
_LONGEST: Final = {"expected": 400, "known": 400, "there": 400}
"""What is ours to say, and helps only if it is whole."""


@dataclass(frozen=True, slots=True)
class Message:
    problem: str
    next: str

    def __str__(self) -> str:
        # Chinese sentences end in a full-width stop that brings its own space.
        gap = "" if self.problem.endswith(("。", "！", "？")) else " "
        return self.problem + gap + self.next


@dataclass(frozen=True, slots=True)
class Texts:
    """All the texts of one package. The codes are unique within it."""

    folder: Path
    texts: Mapping[str, Mapping[Language, Message]]

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Reads every .md file in the folder; ValueError if a code comes twice or lacks a language."""
        texts: dict[str, Mapping[Language, Message]] = {}
        for file in sorted(folder.glob("*.md")):
            for code, message in _read(file):
                if code in texts:
                    raise ValueError(f"{file}: {code} has a text already")
                texts[code] = message
        return cls(folder, texts)

    def text(self, code: str, language: Language, params: Mapping[str, Parameter]) -> str:
        return str(self.texts[code][language]).format_map(spoken(params, language))


def spoken(params: Mapping[str, Parameter], language: Language) -> dict[str, str | int | float]:
    """As they go into a text: a short piece of each, in its language."""
    said = {name: value[language] if isinstance(value, Mapping) else value for name, value in params.items()}
    return {name: _shorten(value, _LONGEST.get(name, _LONGEST_PARAMETER)) for name, value in said.items()}


def _read(file: Path) -> list[tuple[str, Mapping[Language, Message]]]:
    text = file.read_text(encoding="utf-8")
    headings = list(_SECTION.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    return [
        (heading["code"], _paragraphs(text[heading.end() : end], f"{file}: {heading['code']}"))
        for heading, end in zip(headings, ends, strict=True)
    ]


def _paragraphs(section: str, where: str) -> Mapping[Language, Message]:
    found = {match["language"]: Message(match["problem"], match["next"]) for match in _PARAGRAPH.finditer(section)}
    missing = [language for language in LANGUAGES if language not in found]
    if missing:
        raise ValueError(f"{where} has no text in {', '.join(missing)}")
    return {language: found[language] for language in LANGUAGES}


def _shorten(value: str | int | float, longest: int) -> str | int | float:
    if isinstance(value, str) and len(value) > longest:
        return value[:longest] + "…"
    return value
