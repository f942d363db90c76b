"""The draft over HTTP: editing, clashes, undo, history; hostile bodies; other people's shops."""

import json
import uuid

import pytest
from django.test import Client

from kaipu.web.api.owner.studio import DraftAnswer

TITLE = "/nodes/n_title/props/text"


def replace(path, value):
    return {"op": "replace", "path": path, "value": value}


def title_of(answer):
    return answer.json()["definition"]["nodes"]["n_title"]["props"]["text"]


def test_the_draft_is_answered_as_it_is_stored(studio):
    answer = studio.get("draft")
    body = answer.json()
    assert answer.status_code == 200
    assert (body["rev"], body["live"], body["changed"], body["can_undo"], body["can_redo"]) == (
        0,
        None,
        True,
        False,
        False,
    )
    assert body["definition"]["schema"] == 1
    assert "hidden" not in body["definition"]["nodes"]["n_title"]
    DraftAnswer.model_validate(body)


def test_an_edit_and_its_undo(studio):
    answer = studio.edit(replace(TITLE, "新招牌"))
    assert (answer.status_code, answer.json()["rev"], title_of(answer)) == (200, 1, "新招牌")
    assert title_of(studio.post("undo")) == "招牌"
    assert title_of(studio.post("redo")) == "新招牌"
    assert studio.post("redo").json()["code"] == "nothing_to_redo"
    assert studio.get("draft").json()["rev"] == 3


def test_a_clash_shows_both_sides(studio):
    studio.edit(replace(TITLE, "甲"), base_rev=0, label="甲改的")
    answer = studio.edit(replace(TITLE, "乙"), base_rev=0)
    body = answer.json()
    assert (answer.status_code, body["code"], body["rev"]) == (409, "edit_clash", 1)
    assert body["definition"] == studio.get("draft").json()["definition"]
    assert [(one["label"], one["author"], one["patch"]) for one in body["since"]] == [
        ("甲改的", "老王", [replace(TITLE, "甲")])
    ]


def test_an_edit_sent_again_is_made_once(studio):
    sent = {"id": str(uuid.uuid4()), "base_rev": 0}
    first = studio.edit(replace(TITLE, "一次"), **sent)
    assert studio.edit(replace(TITLE, "一次"), **sent).json() == first.json()
    assert studio.edit(replace(TITLE, "两次"), **sent).json()["code"] == "operation_id_reused"
    assert len(studio.get("history").json()) == 1


def test_history_and_revert(studio):
    studio.edit(replace(TITLE, "一"), label="改标题")
    studio.edit(replace("/name", "新店名"))
    answer = studio.post("history/1/revert")
    assert (title_of(answer), answer.json()["definition"]["name"]) == ("招牌", "新店名")
    steps = studio.get("history").json()
    assert [(one["rev"], one["kind"], one["target_rev"]) for one in steps] == [
        (3, "revert", 1),
        (2, "edit", None),
        (1, "edit", None),
    ]
    assert [one["rev"] for one in studio.get("history?before=3").json()] == [2, 1]
    assert studio.post("history/9/revert").status_code == 404


def test_a_script_does_not_come_in(studio):
    answer = studio.edit(replace("/nodes/n_story/props/text", "<p>好</p><img src=x onerror=alert(1)>"))
    assert answer.json()["definition"]["nodes"]["n_story"]["props"]["text"] == "<p>好</p>"


HOSTILE = {
    "no JSON": (b"{", 400),
    "depth 100,000": (b'{"patch":' + b"[" * 100_000, 400),
    "depth 60": (
        json.dumps({"base_rev": 0, "label": "x", "patch": [replace(TITLE, json.loads("[" * 60 + "]" * 60))]}).encode(),
        422,
    ),
    "many values": (json.dumps({"base_rev": 0, "label": "x", "patch": [replace(TITLE, [0] * 50_000)]}).encode(), 422),
    "many steps": (json.dumps({"base_rev": 0, "label": "x", "patch": [replace(TITLE, "x")] * 201}).encode(), 422),
    "NaN": (
        b'{"base_rev":0,"label":"x","patch":[{"op":"replace","path":"/nodes/n_title/props/text","value":NaN}]}',
        422,
    ),
    "half a surrogate": (
        b'{"base_rev":0,"label":"x","patch":[{"op":"replace","path":"/name","value":"\\ud800"}]}',
        422,
    ),
    "half a surrogate in the label": (
        b'{"base_rev":0,"label":"\\ud800","patch":[{"op":"remove","path":"/name"}]}',
        422,
    ),
    "NUL": (b'{"base_rev":0,"label":"x","patch":[{"op":"replace","path":"/name","value":"\\u0000"}]}', 422),
    "NUL in the label": (
        b'{"base_rev":0,"label":"\\u0000","patch":[{"op":"replace","path":"/name","value":"x"}]}',
        422,
    ),
    "a number without end": (
        b'{"base_rev":0,"label":"x","patch":[{"op":"replace","path":"/name","value":' + b"9" * 5000 + b"}]}",
        400,
    ),
    "a large number": (
        b'{"base_rev":0,"label":"x","patch":[{"op":"replace","path":"/name","value":' + b"9" * 50 + b"}]}",
        422,
    ),
    "a revision without end": (
        b'{"base_rev":' + b"9" * 50 + b',"label":"x","patch":[{"op":"remove","path":"/name"}]}',
        422,
    ),
    "a negative revision": (b'{"base_rev":-1,"label":"x","patch":[{"op":"remove","path":"/name"}]}', 422),
    "no list": (b'{"base_rev":0,"label":"x","patch":"x"}', 422),
    "a list": (b"[]", 422),
    "null": (b"null", 422),
    "not UTF-8": (b'{"label":"\xff"}', 400),
    "unknown field": (b'{"base_rev":0,"label":"x","patch":[{"op":"remove","path":"/name"}],"shop":"tea"}', 422),
    "whole document": (json.dumps({"base_rev": 0, "label": "x", "patch": [replace("", {"schema": 1})]}).encode(), 422),
    "doubling": (
        json.dumps({"base_rev": 0, "label": "x", "patch": [{"op": "copy", "from": "", "path": "/x"}] * 200}).encode(),
        422,
    ),
    "two megabytes": (b'{"label":"' + b"x" * 2_000_000 + b'"}', 413),
}


@pytest.mark.parametrize(("body", "status"), HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_edits_are_refused_in_words_and_change_nothing(studio, body, status):
    before = studio.get("draft").json()
    answer = studio.client.post(f"/api/owner/shops/{studio.slug}/operations", body, content_type="application/json")
    assert (answer.status_code, bool(answer.json()["message"])) == (status, True)
    assert studio.get("draft").json() == before


def test_what_is_wrong_is_named_at_its_place_in_the_readers_language(studio):
    body = {"base_rev": 0, "label": "x", "patch": [replace(TITLE, "")]}
    address = f"/api/owner/shops/{studio.slug}/operations"
    answers = [
        studio.client.post(address, body, content_type="application/json", headers={"Accept-Language": language}).json()
        for language in ("zh-CN", "en")
    ]
    assert [list(answer["fields"]) for answer in answers] == [[TITLE], [TITLE]]
    assert not answers[0]["message"].isascii()
    assert "too short" in answers[1]["message"]


ROUTES = [
    ("get", "draft"),
    ("post", "operations"),
    ("post", "undo"),
    ("post", "redo"),
    ("get", "history"),
    ("post", "history/1/revert"),
    ("get", "releases"),
    ("post", "releases"),
    ("post", "releases/1/activate"),
    ("post", "pictures"),
]


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_another_shop_does_not_exist(foreign, method, path):
    body = {"base_rev": 0, "label": "x", "patch": [replace("/name", "偷来的")]}
    answer = foreign.post(path, body) if method == "post" else foreign.get(path)
    assert (answer.status_code, answer.json()["code"]) == (404, "shop_unknown")
    assert "茶" not in answer.text


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_nobody_comes_in_unsigned(studio, method, path):
    answer = Client().generic(method.upper(), f"/api/owner/shops/{studio.slug}/{path}", "{}", "application/json")
    assert answer.status_code == 401


def test_a_change_needs_the_csrf_token(studio, owner):
    client = Client(enforce_csrf_checks=True)
    client.force_login(owner)
    assert client.post(f"/api/owner/shops/{studio.slug}/undo").status_code == 403


def test_a_shop_without_pages_says_so(shop, owner_client):
    answer = owner_client.get(f"/api/owner/shops/{shop.slug}/draft")
    assert (answer.status_code, answer.json()["code"]) == (404, "draft_unknown")
