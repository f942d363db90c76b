"""Real transactions side by side: of rival edits exactly one is made, no revision is skipped or given twice."""

import threading

import pytest
from django.db import connection

from kaipu.commerce.publishing.edit_draft import edit_draft
from kaipu.commerce.publishing.models import Draft, OperationRecord, ReleaseRecord
from kaipu.commerce.publishing.publish_release import publish_release
from kaipu.commerce.publishing.start_draft import start_draft
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.models import User
from kaipu.commerce.shops.open_shop import open_shop
from kaipu.commerce.shops.tenancy import shop_scope

from .conftest import NOTICE, TITLE, operation, replace, text_at

RIVALS = 8

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def shop():
    return open_shop("noodle", "老王面馆", User.objects.create(handle="wang", name="老王"), {})


def together(shop, works):
    """What became of each, started at one moment, each in a transaction of its own."""
    outcomes, start = [], threading.Barrier(len(works))

    def run(work):
        start.wait()
        try:
            with shop_scope(shop.id):
                work()
            outcomes.append("done")
        except Refusal as refusal:
            outcomes.append(refusal.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def edits(*steps):
    return [lambda step=step: edit_draft(operation(0, step), None) for step in steps]


def test_of_edits_of_one_place_one_is_made(shop, document):
    with shop_scope(shop.id):
        start_draft(document)
    outcomes = together(shop, edits(*(replace(TITLE, f"第{number}") for number in range(RIVALS))))
    assert outcomes == ["done"] + ["edit_clash"] * (RIVALS - 1)
    with shop_scope(shop.id):
        assert Draft.objects.get().rev == 1


def test_edits_of_different_places_are_all_made(shop, document):
    with shop_scope(shop.id):
        start_draft(document)
    places = [TITLE, NOTICE, "/name", "/description", "/theme/primary", "/pages/home/title"]
    steps = [{"op": "add", "path": place, "value": "#123456"} for place in places]
    assert together(shop, edits(*steps)) == ["done"] * len(places)
    with shop_scope(shop.id):
        draft = Draft.objects.get()
        assert all(text_at(draft, place) == "#123456" for place in places)
        assert sorted(OperationRecord.objects.values_list("rev", flat=True)) == [1, 2, 3, 4, 5, 6]


def test_an_edit_sent_many_times_at_once_is_made_once(shop, document):
    with shop_scope(shop.id):
        start_draft(document)
    sent = operation(0, replace(TITLE, "一次"))
    assert together(shop, [lambda: edit_draft(sent, None)] * RIVALS) == ["done"] * RIVALS
    with shop_scope(shop.id):
        assert OperationRecord.objects.count() == 1


def test_publishing_many_times_at_once_makes_one_release(shop, document):
    with shop_scope(shop.id):
        start_draft(document)
    assert together(shop, [lambda: publish_release(None)] * RIVALS) == ["done"] * RIVALS
    with shop_scope(shop.id):
        assert ReleaseRecord.objects.count() == 1


def test_starting_many_times_at_once_makes_one_draft(shop, document):
    assert together(shop, [lambda: start_draft(document)] * RIVALS) == ["done"] * RIVALS
    with shop_scope(shop.id):
        assert Draft.objects.count() == 1
