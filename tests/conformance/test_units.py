"""What dialects have words for, a unit may use: the checks that every unit passes say nothing against the inputs."""

from __future__ import annotations

import pytest

from kaipu.compiler.analyze.named import NamedTemplates
from kaipu.compiler.analyze.templates import TemplateCheck
from kaipu.compiler.analyze.unit import surface_of
from kaipu.compiler.parse.script import parse_script
from kaipu.compiler.parse.source import Report, SourceText

from .case import CASES, USES, Case

TEMPLATES = [case for case in CASES if case.kind == "templates"]


@pytest.mark.parametrize("case", TEMPLATES, ids=lambda case: case.file.stem)
def test_a_unit_may_use_everything_that_dialects_say(case: Case) -> None:
    document = case.document()
    report = Report(document.source)
    script, _ = parse_script(SourceText("", "script.js"))
    file = document.source.file
    check = TemplateCheck(surface_of(script, ()), frozenset(USES), NamedTemplates({file: document}), {}, file, report)
    check.run(document)
    refused = any(problem.code == "tag_not_allowed" for problem in report.diagnostics)
    assert refused == (case.file.stem == "unknown-tag")
