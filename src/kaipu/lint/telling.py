"""A diagnostic in two parts, for programs that show them apart: what is wrong, and the fix."""

from __future__ import annotations

from typing import Final

from kaipu.definition.diagnostics import Diagnostic, Language

_LONGEST: Final = 60


def what(problem: Diagnostic, language: Language) -> str:
    return problem.messages.texts[problem.code][language].problem.format_map(_short(problem))


def fix(problem: Diagnostic, language: Language) -> str:
    return problem.messages.texts[problem.code][language].next.format_map(_short(problem))


def _short(problem: Diagnostic) -> dict[str, object]:
    return {
        name: value[:_LONGEST] + "…" if isinstance(value, str) and len(value) > _LONGEST else value
        for name, value in problem.params.items()
    }
