"""WXSS to CSS, one folder a case, beside them what must hold whatever the cases say."""

import os
from pathlib import Path

import pytest

CASES = Path(__file__).parents[2] / "src/kaipu/platforms/web/cases"
CODE = """
const { toCss } = await import('./tools/bundle/wxss.mjs');
output = input.map((text) => {
  try {
    return toCss(text, { scope: 'p1' });
  } catch (problem) {
    return `refused: ${problem.message}`;
  }
});
"""


@pytest.fixture(scope="module")
def to_css(run_node):
    return lambda *texts: run_node(CODE, list(texts))


@pytest.mark.parametrize("case", sorted(path.parent for path in CASES.glob("*/input.wxss")), ids=lambda case: case.name)
def test_a_case_gives_what_is_expected(to_css, case):
    (css,) = to_css((case / "input.wxss").read_text("utf-8"))
    if os.environ.get("KAIPU_GOLDEN"):
        (case / "expected.css").write_text(css, "utf-8")
    assert css == (case / "expected.css").read_text("utf-8")


def test_lengths_are_shares_of_the_column(to_css):
    (css,) = to_css(".a { width: 750rpx; height: 100vh; left: 10vw; top: 0rpx }")
    assert "width: calc(var(--rpx) * 750)" in css
    assert "height: calc(var(--page-height) * 1)" in css
    assert "left: calc(var(--rpx) * 75)" in css
    assert "top: 0px" in css


def test_only_selectors_are_scoped_and_only_outside_of_strings(to_css):
    (css,) = to_css('.a .b { margin: .5em; content: ".c 1rpx" }')
    assert css == '.p1--a .p1--b{margin: .5em;content: ".c 1rpx"}\n'


def test_a_tag_is_held_within_its_page(to_css):
    (css,) = to_css("page { top: 0 } view, .a text { top: 0 }")
    assert css == ".p1--page{top: 0}\n.p1--page ui-view, .p1--a ui-text{top: 0}\n"


BROKEN = [
    ".a { color: red",
    ".a {} }",
    "loose",
    '.a { content: "x }',
    "@import 'nowhere.wxss';",
    "@media (min-width: 600rpx) { .a { color: red } }",
]


@pytest.mark.parametrize("broken", BROKEN)
def test_what_is_no_style_sheet_is_refused(to_css, broken):
    assert to_css(broken)[0].startswith("refused: ")
