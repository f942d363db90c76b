"""Each case of each block: the text that can be seen, nothing that axe finds, nothing too small for a finger.

`KAIPU_GOLDEN=1 pytest tests/blocks` rewrites what is expected; look at the difference before keeping it.
"""

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .conftest import Case, all_cases, found_by_axe, too_small_for_a_finger

GOLDEN = os.environ.get("KAIPU_GOLDEN") == "1"
# Rules about whole documents; a case is but a part of one.
OF_DOCUMENTS = ("region", "heading-order", "page-has-heading-one", "landmark-one-main", "bypass")

pytestmark = pytest.mark.browser


@pytest.fixture(params=all_cases(), ids=lambda case: f"{case.block}-{case.folder.name}", scope="module")
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


@pytest.fixture(scope="module")
def page(case: Case, draw: Callable[[Case], Page]) -> Page:
    return draw(case)


def visible_text(page: Page, case: Case) -> str:
    text: str = page.locator(case.root).first.inner_text()
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def test_shows_what_it_should(case, page):
    expected = case.folder / "expected.txt"
    shown = visible_text(page, case)
    if GOLDEN:
        expected.write_text(shown, "utf-8")
    assert shown == expected.read_text("utf-8")


def test_axe_finds_nothing(case, page):
    assert found_by_axe(page, off=OF_DOCUMENTS) == []


def test_what_can_be_tapped_is_large_enough_for_a_finger(case, page):
    assert too_small_for_a_finger(page) == []


def test_nothing_sticks_out_of_the_screen(case, page):
    """Sideways; what scrolls sideways on purpose is in a box that does."""
    wide = page.evaluate(
        "() => { const box = document.querySelector('.ui-page__scroller'); return box.scrollWidth - box.clientWidth }"
    )
    assert wide == 0
