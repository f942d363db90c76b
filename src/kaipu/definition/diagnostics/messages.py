"""Diagnostics of one package, made from its texts."""

from __future__ import annotations

from dataclasses import dataclass

from kaipu.definition.diagnostics.diagnostic import Diagnostic, Where
from kaipu.definition.diagnostics.texts import Parameter, Texts


@dataclass(frozen=True, slots=True)
class Messages(Texts):
    def error(self, code: str, where: Where, **params: Parameter) -> Diagnostic:
        return Diagnostic(code, "error", where, params, self)

    def warning(self, code: str, where: Where, **params: Parameter) -> Diagnostic:
        return Diagnostic(code, "warning", where, params, self)
