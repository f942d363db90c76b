"""Every code that lint makes by itself has a broken folder that shows it."""

from kaipu.lint.texts import messages

from .projects import cases, expected
from .test_marked import CASES

SHOWN_ELSEWHERE = {
    "path_missing": "test_command",
    "platform_not_here": "test_own_platform",
    "nothing_here": "test_command",
    "file_not_checked": "test_command",
    "files_too_many": "test_hostile",
    "file_strange": "test_hostile",
    "json_too_deep": "test_hostile",
    "name_unreadable": "test_hostile",
}


def test_no_code_without_a_failing_sample():
    shown = {
        one["code"]
        for case in cases("broken")
        for part in ("errors", "warnings")
        for one in expected(case).get(part, [])
    }
    shown |= {case["code"] for case in CASES.values()}
    assert set(messages().texts) - shown - SHOWN_ELSEWHERE.keys() == set()
