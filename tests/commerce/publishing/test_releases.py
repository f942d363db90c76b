"""Publishing makes an immutable release live; publishing again changes nothing; the pointer goes back and forward."""

import hashlib
import json

import pytest
from django.db import DatabaseError, connection, transaction

from kaipu.commerce.publishing.activate_release import activate_release
from kaipu.commerce.publishing.models import Draft, ReleaseRecord
from kaipu.commerce.publishing.publish_release import publish_release
from kaipu.commerce.publishing.read_draft import read_draft
from kaipu.commerce.publishing.read_live import read_live, release_body
from kaipu.commerce.publishing.read_releases import read_releases
from kaipu.commerce.publishing.start_draft import start_draft
from kaipu.commerce.publishing.undo_edit import undo_edit
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.tenancy import shop_scope
from kaipu.definition import Refused

from .conftest import TITLE, replace


def live_title():
    return json.loads(release_body(read_live()))["nodes"]["n_title"]["props"]["text"]


def test_saving_never_changes_what_shoppers_see(edit, owner):
    first = publish_release(owner)
    edit(replace(TITLE, "还没发布"))
    assert (read_live().number, live_title()) == (first.number, "招牌")
    assert read_draft().changed
    publish_release(owner)
    assert (read_live().number, live_title()) == (2, "还没发布")
    assert not read_draft().changed


def test_a_release_is_its_hash(edit, owner):
    release = publish_release(owner)
    assert release.sha256 == hashlib.sha256(release.body.encode()).hexdigest()
    assert release.blocks == {"notice": 1, "rich_text": 1, "title": 1}
    assert (release.number, release.author) == (1, owner)


def test_publishing_what_is_live_changes_nothing(edit, owner):
    first = publish_release(owner)
    edit(replace(TITLE, "一"))
    undo_edit(owner)
    assert not read_draft().changed
    assert publish_release(owner) == first
    assert ReleaseRecord.objects.count() == 1


def test_rolling_back_and_forward(edit, owner):
    publish_release(owner)
    edit(replace(TITLE, "一"))
    publish_release(owner)
    activate_release(1)
    assert (read_live().number, live_title()) == (1, "招牌")
    assert read_draft().changed  # the draft is what the owner left it
    activate_release(2)
    activate_release(2)
    assert (read_live().number, live_title()) == (2, "一")


def test_publishing_after_a_rollback_is_a_new_release(edit, owner):
    publish_release(owner)
    edit(replace(TITLE, "一"))
    publish_release(owner)
    activate_release(1)
    assert publish_release(owner).number == 3
    assert live_title() == "一"


def test_labels_say_what_changed(edit, owner):
    assert publish_release(owner).label == "老王面馆"
    edit(replace(TITLE, "一"), label="改标题")
    assert publish_release(owner).label == "改标题"
    edit(replace(TITLE, "二"))
    assert publish_release(owner, "国庆").label == "国庆"
    assert [(one.number, one.label, one.live) for one in read_releases()] == [
        (3, "国庆", True),
        (2, "改标题", False),
        (1, "老王面馆", False),
    ]


def test_a_release_that_is_not_there(draft):
    with pytest.raises(Refusal, match="release_unknown"):
        activate_release(1)
    with pytest.raises(Refusal, match="nothing_live"):
        read_live()
    assert read_draft().live is None


def test_a_broken_draft_is_not_published(draft, owner):
    broken = {**draft.document, "page_order": ["home"]}
    Draft.objects.update(document=broken)
    with pytest.raises(Refused):
        publish_release(owner)
    assert not ReleaseRecord.objects.exists()


@pytest.mark.parametrize(
    "statement", ["UPDATE publishing_releaserecord SET body = '{}'", "DELETE FROM publishing_releaserecord"]
)
def test_the_apps_role_cannot_change_a_release(draft, owner, statement):
    publish_release(owner)
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert ReleaseRecord.objects.count() == 1


def test_what_one_shop_left_in_memory_never_answers_another(shop, other_shop, document, owner):
    with shop_scope(shop.id):
        start_draft(document)
        publish_release(owner)
        mark = read_live()
        assert release_body(mark)
    with shop_scope(other_shop.id):
        with pytest.raises(Refusal, match="nothing_live"):
            read_live()
        with pytest.raises(ReleaseRecord.DoesNotExist):
            release_body(mark)
        assert read_releases() == []
