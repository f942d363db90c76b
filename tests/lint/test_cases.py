"""Every broken folder is refused at the place of its mistake, and nowhere else; every good one passes. A case lays its
files over a sound base, so that it holds nothing but what it is about.
"""

from __future__ import annotations

import pytest

from kaipu.lint.run import lint

from .projects import built, cases, expected


def places(problems, severity):
    return [
        {"file": one.where.file, "line": one.where.line, "column": one.where.column, "code": one.code}
        for one in problems
        if one.severity == severity
    ]


@pytest.mark.parametrize("case", cases("broken"), ids=lambda case: case.name)
def test_what_is_broken_is_found_where_it_is(case, tmp_path):
    said = expected(case)
    found = lint(built(case, tmp_path))
    assert places(found, "error") == said.get("errors", [])
    assert [one for one in said.get("warnings", []) if one not in places(found, "warning")] == []
    assert said.get("errors") or said.get("warnings"), "a case without a mistake proves nothing"
    assert all(one.text("zh") and one.text("en") for one in found)


@pytest.mark.parametrize("case", cases("good"), ids=lambda case: case.name)
def test_what_is_good_passes(case, tmp_path):
    found = lint(built(case, tmp_path))
    assert [f"{one.where}: {one.code}" for one in found] == expected(case).get("warnings", [])


def test_there_are_enough_of_them():
    assert len(cases("broken")) >= 60
    assert len(cases("good")) >= 15
