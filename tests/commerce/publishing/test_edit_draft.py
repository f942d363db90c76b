"""An edit is recorded with its inverse, refused whole if the result is not valid, merged or refused beside others."""

import copy

import pytest

from kaipu.commerce.publishing import edit_draft as module
from kaipu.commerce.publishing.edit_draft import edit_draft
from kaipu.commerce.publishing.models import Draft, OperationRecord
from kaipu.commerce.publishing.start_draft import start_draft
from kaipu.commerce.refusal import Refusal
from kaipu.definition import Refused, apply, load_patch

from .conftest import NOTICE, STORY, TITLE, operation, replace, text_at


def test_a_draft_starts_complete_and_stays(draft, document):
    assert draft.rev == 0
    assert text_at(draft, "/nodes/n_title/props/link") == {"kind": "none"}
    document["name"] = "别的店"
    assert start_draft(document).document == draft.document


def test_an_edit_is_recorded_with_its_inverse(draft, edit, owner):
    before = draft.document
    after = edit(replace(TITLE, "新招牌"), label="改标题")
    record = OperationRecord.objects.get()
    assert (after.rev, record.rev, record.label, record.author) == (1, 1, "改标题", owner)
    assert text_at(Draft.objects.get(), TITLE) == "新招牌"
    assert apply(after.document, load_patch(record.inverse)) == before
    assert record.touched == [TITLE]


@pytest.mark.parametrize(
    ("step", "code"),
    [
        (replace("/nodes/n_gone/props/text", "x"), "patch_misses"),
        (replace(TITLE, ""), "too_short"),
        (replace(TITLE, 3), "expected_string"),
        (replace("/nodes/n_title/block", "spaceship"), "block_unknown"),
        (replace("/nodes/n_title/version", 2), "block_newer"),
        (replace("/schema", 2), "schema_newer"),
        (replace("", {}), "schema_unknown"),
        (replace("", None), "expected_object"),
        ({"op": "remove", "path": "/nodes/n_title"}, "node_unknown"),
        ({"op": "remove", "path": "/pages/story"}, "page_order_differs"),
        ({"op": "add", "path": "/nodes/n_title/props/x", "value": 1}, "field_unknown"),
        (replace("/theme/primary", "red;background:url(//x)"), "wrong_form"),
        ({"op": "copy", "from": "", "path": "/nodes/n_title/props/x"}, "field_unknown"),
        ({"op": "test", "path": TITLE, "value": "别的"}, "patch_test_failed"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused_and_changes_nothing(edit, step, code):
    with pytest.raises(Refused) as refused:
        edit(replace(NOTICE, "这条也不算"), step)
    assert code in {one.code for one in refused.value.diagnostics}
    draft = Draft.objects.get()
    assert (draft.rev, text_at(draft, NOTICE)) == (0, "面汤免费续")
    assert not OperationRecord.objects.exists()


def test_rich_text_is_cleaned_and_the_record_says_so(edit, draft):
    after = edit(replace(STORY, "<p onclick=x()>现在</p><script>alert(1)</script>"))
    assert text_at(after, STORY) == "<p>现在</p>"
    record = OperationRecord.objects.get()
    assert apply(draft.document, load_patch(record.patch)) == after.document
    assert apply(after.document, load_patch(record.inverse)) == draft.document


def test_what_an_edit_takes_out_is_filled_from_the_defaults(edit):
    after = edit({"op": "remove", "path": "/nodes/n_title/props/align"})
    assert text_at(after, "/nodes/n_title/props/align") == "left"


def test_edits_of_different_places_go_side_by_side(edit):
    edit(replace(TITLE, "甲改的"), base_rev=0)
    after = edit(replace(NOTICE, "乙改的"), base_rev=0)
    assert (after.rev, text_at(after, TITLE), text_at(after, NOTICE)) == (2, "甲改的", "乙改的")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (replace(TITLE, "甲"), replace(TITLE, "乙")),
        (replace("/nodes/n_title/props", {"text": "甲"}), replace(TITLE, "乙")),
        (replace(TITLE, "甲"), replace("/nodes/n_title/props", {"text": "乙"})),
        (
            {"op": "move", "from": "/pages/home/nodes/0", "path": "/pages/home/nodes/1"},
            {"op": "move", "from": "/pages/home/nodes/1", "path": "/pages/home/nodes/0"},
        ),
    ],
)
def test_edits_of_one_place_clash_and_both_sides_are_shown(edit, first, second):
    edit(first, base_rev=0, label="甲改的")
    with pytest.raises(Refusal) as refusal:
        edit(second, base_rev=0, label="乙改的")
    clash = refusal.value
    draft = Draft.objects.get()
    assert (clash.code, clash.status) == ("edit_clash", 409)
    assert (clash.details["rev"], clash.details["definition"]) == (1, draft.document)
    (since,) = clash.details["since"]
    assert (since["label"], since["patch"][0]["path"]) == ("甲改的", first["path"])
    assert draft.rev == 1


def test_an_edit_of_what_is_gone_clashes(edit):
    edit(
        {"op": "remove", "path": "/pages/home/nodes/1"},
        {"op": "remove", "path": "/nodes/n_notice"},
        base_rev=0,
    )
    with pytest.raises(Refusal, match="edit_clash"):
        edit(replace(NOTICE, "乙"), base_rev=0)


def test_only_edits_since_the_base_count(edit):
    edit(replace(TITLE, "一"))
    edit(replace(NOTICE, "二"))
    after = edit(replace(TITLE, "三"), base_rev=1)
    assert (after.rev, text_at(after, TITLE)) == (3, "三")


def test_two_edits_that_are_fine_alone_may_not_be_together(edit):
    edit(
        {"op": "remove", "path": "/page_order/1"},
        {"op": "remove", "path": "/pages/story"},
        {"op": "remove", "path": "/nodes/n_story"},
        base_rev=0,
    )
    with pytest.raises(Refused) as refused:
        edit(replace("/nodes/n_title/props/link", {"kind": "page", "page": "story"}), base_rev=0)
    assert [one.code for one in refused.value.diagnostics] == ["page_unknown"]
    assert Draft.objects.get().rev == 1


def test_an_edit_of_a_revision_to_come_is_refused(edit):
    with pytest.raises(Refusal, match="edit_ahead"):
        edit(replace(TITLE, "x"), base_rev=1)


def test_an_edit_from_long_ago_clashes_whatever_it_touches(edit, monkeypatch):
    monkeypatch.setattr(module, "_MOST_BEHIND", 2)
    for number in range(3):
        edit(replace(NOTICE, f"第 {number} 次"))
    with pytest.raises(Refusal, match="edit_clash"):
        edit(replace(TITLE, "x"), base_rev=0)
    assert edit(replace(TITLE, "x"), base_rev=1).rev == 4


def test_an_edit_sent_twice_is_made_once(draft, owner):
    sent = operation(0, replace(STORY, "<p onclick=x>一次</p>"))
    first = edit_draft(sent, owner)
    second = edit_draft(sent, owner)
    assert (first.rev, second.rev, first.document) == (1, 1, second.document)
    assert OperationRecord.objects.count() == 1


@pytest.mark.parametrize("change", [{"label": "别的"}, {"patch": operation(0, replace(TITLE, "别的")).patch}])
def test_an_id_is_good_for_one_edit_only(draft, owner, change):
    sent = operation(0, replace(TITLE, "一次"))
    edit_draft(sent, owner)
    with pytest.raises(Refusal, match="operation_id_reused"):
        edit_draft(sent.model_copy(update=change), owner)


def test_a_shop_without_pages_has_no_draft(scope, owner):
    with pytest.raises(Refusal, match="draft_unknown"):
        edit_draft(operation(0, replace(TITLE, "x")), owner)


def test_the_given_document_is_not_changed(scope, document):
    before = copy.deepcopy(document)
    start_draft(document)
    assert document == before
