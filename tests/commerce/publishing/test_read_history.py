"""The history: newest first, page by page, with who did what."""

from kaipu.commerce.publishing import read_history as module
from kaipu.commerce.publishing.read_history import read_history
from kaipu.commerce.publishing.undo_edit import undo_edit

from .conftest import TITLE, replace


def test_newest_first_with_what_became_of_it(edit, owner):
    edit(replace(TITLE, "一"), label="第一")
    edit(replace(TITLE, "二"), label="第二")
    undo_edit(owner)
    found = [(one.rev, one.kind, one.label, one.state, one.target_rev) for one in read_history()]
    assert found == [
        (3, "undo", "第二", "done", 2),
        (2, "edit", "第二", "undone", None),
        (1, "edit", "第一", "done", None),
    ]
    assert read_history()[0].author == "老王"


def test_page_by_page(edit, monkeypatch):
    monkeypatch.setattr(module, "PAGE", 2)
    for number in range(5):
        edit(replace(TITLE, f"第{number}"))
    assert [one.rev for one in read_history()] == [5, 4]
    assert [one.rev for one in read_history(4)] == [3, 2]
    assert [one.rev for one in read_history(2)] == [1]
