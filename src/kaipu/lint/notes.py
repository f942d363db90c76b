"""What was found in one file. Lint's own codes and the compiler's come together here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.texts import messages as compiler_messages
from kaipu.definition.diagnostics import Diagnostic, Parameter
from kaipu.lint.texts import messages

MOST_NOTES: Final = 200
"""Per file: who reads more?"""


@dataclass
class Notes:
    """`at` counts characters of the source."""

    source: SourceText
    found: list[Diagnostic] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Nothing more will be kept, so nothing more need be looked for."""
        return len(self.found) >= MOST_NOTES

    def error(self, code: str, at: int, **params: Parameter) -> None:
        self._keep(messages().error(code, self.source.position(at), **params))

    def warning(self, code: str, at: int, **params: Parameter) -> None:
        self._keep(messages().warning(code, self.source.position(at), **params))

    def known(self, code: str, at: int, **params: Parameter) -> None:
        """One of the compiler's own errors."""
        self._keep(compiler_messages().error(code, self.source.position(at), **params))

    def doubted(self, code: str, at: int, **params: Parameter) -> None:
        """One of the compiler's own errors, which elsewhere may pass."""
        self._keep(compiler_messages().warning(code, self.source.position(at), **params))

    def take(self, diagnostics: Iterable[Diagnostic]) -> None:
        for diagnostic in diagnostics:
            self._keep(diagnostic)

    def _keep(self, diagnostic: Diagnostic) -> None:
        if len(self.found) < MOST_NOTES and diagnostic not in self.found[-20:]:
            self.found.append(diagnostic)


def nearest(word: str, known: Iterable[str], cutoff: float = 0.75) -> str:
    """The known word that was probably meant; "" if none is close."""
    if len(word) > 60:
        return ""
    return next(iter(get_close_matches(word, list(known), 1, cutoff)), "")
