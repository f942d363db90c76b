"""One problem found in something a person wrote, as a value. Many are collected per run; `Refused` carries them when
nothing usable is left. A diagnostic never quotes more than a short piece of what it speaks of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from kaipu.definition.diagnostics.texts import Language, Parameter, Texts

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text file; line and column count from one."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


Where: TypeAlias = str | Position
"""A JSON Pointer into a document, or a position in a file."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    code: str
    severity: Severity
    where: Where
    params: Mapping[str, Parameter]
    messages: Texts = field(repr=False, compare=False)

    def text(self, language: Language) -> str:
        """What is wrong and what to do next, in plain words."""
        return self.messages.text(self.code, language, self.params)

    def line(self, language: Language) -> str:
        """The place and the text, for a terminal."""
        return f"{self.where}: {self.text(language)}" if str(self.where) else self.text(language)


class Refused(ValueError):
    """The input cannot be used; `diagnostics` says why and is never empty."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        assert diagnostics, "a refusal needs a reason"  # noqa: S101 - a fault of ours, not of the input
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(diagnostic.line("en") for diagnostic in self.diagnostics[:3]))

    def placed(self, place: Callable[[Diagnostic], Position]) -> Refused:
        """The same with positions for pointers."""
        return Refused(
            [one if isinstance(one.where, Position) else replace(one, where=place(one)) for one in self.diagnostics]
        )
