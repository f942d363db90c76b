"""What dialects have words for, and units may not use all the same, because a package would not carry what it names."""

from __future__ import annotations

import pytest

from kaipu.compiler.analyze.templates import TemplateCheck
from kaipu.compiler.analyze.unit import surface_of
from kaipu.compiler.parse.script import parse_script
from kaipu.compiler.parse.source import Report, SourceText

from .case import CASES, USES, Case

NOT_IN_UNITS = {
    *("call", "module", "module-inline", "include"),
    *("template", "template-computed", "template-imported", "template-in-loop"),
}
TEMPLATES = [case for case in CASES if case.kind == "templates"]


@pytest.mark.parametrize("case", TEMPLATES, ids=lambda case: case.file.stem)
def test_a_unit_may_use_everything_but_parts_of_other_files(case: Case) -> None:
    document = case.document()
    report = Report(document.source)
    script, _ = parse_script(SourceText("", "script.js"))
    TemplateCheck(surface_of(script, ()), frozenset(USES), report).run(document)
    refused = any(problem.code == "tag_not_allowed" for problem in report.diagnostics)
    assert refused == (case.file.stem in NOT_IN_UNITS | {"unknown-tag"})
