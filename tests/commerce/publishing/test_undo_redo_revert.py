"""Undo, redo and the revert of one old edit: each is a step of its own, and together they behave like the list of edits
that still stand, whatever order they come in.
"""

import random

import pytest

from kaipu.commerce.publishing.models import Draft, OperationRecord
from kaipu.commerce.publishing.read_draft import read_draft
from kaipu.commerce.publishing.redo_edit import redo_edit
from kaipu.commerce.publishing.revert_edit import revert_edit
from kaipu.commerce.publishing.undo_edit import undo_edit
from kaipu.commerce.refusal import Refusal

from .conftest import NOTICE, TITLE, replace, text_at


def test_undo_takes_back_the_last_edit_and_redo_brings_it_back(edit, draft, owner):
    edit(replace(TITLE, "一"))
    edit(replace(TITLE, "二"))
    assert text_at(undo_edit(owner), TITLE) == "一"
    assert undo_edit(owner).document == draft.document
    with pytest.raises(Refusal, match="nothing_to_undo"):
        undo_edit(owner)
    assert text_at(redo_edit(owner), TITLE) == "一"
    assert text_at(redo_edit(owner), TITLE) == "二"
    with pytest.raises(Refusal, match="nothing_to_redo"):
        redo_edit(owner)
    kinds = OperationRecord.objects.order_by("rev").values_list("kind", "target_rev")
    assert list(kinds) == [("edit", None), ("edit", None), ("undo", 2), ("undo", 1), ("redo", 1), ("redo", 2)]
    assert Draft.objects.get().rev == 6


def test_a_new_edit_drops_what_was_undone(edit, owner):
    edit(replace(TITLE, "一"))
    undo_edit(owner)
    edit(replace(TITLE, "二"))
    with pytest.raises(Refusal, match="nothing_to_redo"):
        redo_edit(owner)
    assert text_at(undo_edit(owner), TITLE) == "招牌"
    assert text_at(redo_edit(owner), TITLE) == "二"


def test_a_revert_takes_back_one_old_edit_and_keeps_the_rest(edit, owner):
    edit(replace(TITLE, "一"))
    edit(replace(NOTICE, "二"))
    after = revert_edit(1, owner)
    assert (text_at(after, TITLE), text_at(after, NOTICE)) == ("招牌", "二")
    assert text_at(undo_edit(owner), TITLE) == "一"


def test_a_revert_of_what_was_touched_again_is_refused(edit, owner):
    edit(replace(TITLE, "一"), label="第一次")
    edit(replace(TITLE, "二"))
    with pytest.raises(Refusal) as refusal:
        revert_edit(1, owner)
    assert (refusal.value.code, refusal.value.params) == ("step_overtaken", {"label": "第一次"})
    undo_edit(owner)  # now the second edit no longer stands in the way
    assert text_at(revert_edit(1, owner), TITLE) == "招牌"


@pytest.mark.parametrize("rev", [0, 2, 3, 99])
def test_only_an_edit_that_stands_can_be_reverted(edit, owner, rev):
    edit(replace(TITLE, "一"))
    edit(replace(TITLE, "二"))
    undo_edit(owner)
    with pytest.raises(Refusal, match="step_unknown"):
        revert_edit(rev, owner)


def test_the_studio_is_told_what_can_be_done(edit, owner):
    assert (read_draft().can_undo, read_draft().can_redo) == (False, False)
    edit(replace(TITLE, "一"))
    assert (read_draft().can_undo, read_draft().can_redo) == (True, False)
    undo_edit(owner)
    assert (read_draft().can_undo, read_draft().can_redo) == (False, True)


class Model:
    """What a person expects: a list of edits that stand and a stack of those undone."""

    def __init__(self):
        self.standing, self.undone, self.rev = [], [], 0

    def texts(self):
        texts = {TITLE: "招牌", NOTICE: "面汤免费续"}
        for _, path, value in self.standing:
            texts[path] = value
        return texts

    def edit(self, path, value):
        self.rev += 1
        self.standing.append((self.rev, path, value))
        self.undone = []

    def undo(self):
        self.rev += 1
        self.undone.append(self.standing.pop())

    def redo(self):
        self.rev += 1
        self.standing.append(self.undone.pop())

    def can_revert(self, edit):
        return all(later[1] != edit[1] for later in self.standing if later[0] > edit[0])

    def revert(self, edit):
        before = [one for one in self.standing if one[0] < edit[0] and one[1] == edit[1]]
        start = {TITLE: "招牌", NOTICE: "面汤免费续"}[edit[1]]
        self.edit(edit[1], before[-1][2] if before else start)


@pytest.mark.parametrize("seed", range(4))
def test_any_order_of_steps_behaves_like_the_edits_that_stand(edit, owner, seed):
    chance, model = random.Random(seed), Model()
    for number in range(40):
        match chance.choice(["edit", "edit", "undo", "undo", "redo", "revert"]):
            case "edit":
                path = chance.choice([TITLE, NOTICE])
                edit(replace(path, f"第{number}次"))
                model.edit(path, f"第{number}次")
            case "undo" if model.standing:
                undo_edit(owner)
                model.undo()
            case "redo" if model.undone:
                redo_edit(owner)
                model.redo()
            case "revert" if model.standing:
                chosen = chance.choice(model.standing)
                if model.can_revert(chosen):
                    revert_edit(chosen[0], owner)
                    model.revert(chosen)
                else:
                    with pytest.raises(Refusal, match="step_overtaken"):
                        revert_edit(chosen[0], owner)
        draft = Draft.objects.get()
        assert {path: text_at(draft, path) for path in (TITLE, NOTICE)} == model.texts()
        assert draft.rev == model.rev
