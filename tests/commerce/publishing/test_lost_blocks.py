"""A block that was uninstalled after it was placed stops no other edit; it cannot be placed again, nor published."""

import pytest

from kaipu.commerce.publishing.publish_release import publish_release
from kaipu.commerce.publishing.read_draft import read_draft
from kaipu.definition import Refused

from .conftest import TITLE, replace, text_at


@pytest.fixture
def lost(draft):
    """The draft's story stands in a block that is gone."""
    draft.document["nodes"]["n_story"]["block"] = "lantern"
    draft.save()
    return draft


def codes(refused):
    return [(one.code, one.where) for one in refused.value.diagnostics]


def test_the_rest_can_be_read_and_edited(lost, edit):
    assert read_draft().definition["nodes"]["n_story"]["block"] == "lantern"
    assert text_at(edit(replace(TITLE, "新招牌")), TITLE) == "新招牌"


def test_a_second_one_cannot_be_placed(lost, edit):
    with pytest.raises(Refused) as refused:
        edit(replace("/nodes/n_notice/block", "lantern"))
    assert codes(refused) == [("block_unknown", "/nodes/n_notice/block")]


def test_publishing_says_which_until_it_is_removed(lost, edit):
    with pytest.raises(Refused) as refused:
        publish_release(None)
    assert codes(refused) == [("block_unknown", "/nodes/n_story/block")]
    edit({"op": "remove", "path": "/nodes/n_story"}, {"op": "remove", "path": "/pages/story/nodes/0"})
    assert publish_release(None).number == 1
