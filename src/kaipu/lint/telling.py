"""A diagnostic in two parts, for programs that show them apart: what is wrong, and the fix."""

from __future__ import annotations

from kaipu.definition.diagnostics import Diagnostic, Language, spoken


def what(problem: Diagnostic, language: Language) -> str:
    return problem.messages.texts[problem.code][language].problem.format_map(spoken(problem.params, language))


def fix(problem: Diagnostic, language: Language) -> str:
    return problem.messages.texts[problem.code][language].next.format_map(spoken(problem.params, language))
