"""A release: the same bytes for the same definition, complete, and never of a definition that is not valid."""

import hashlib
import json

import pytest

from kaipu.definition import Refused, make_release, parse_definition


def test_the_name_is_the_hash_of_the_canonical_body(document, registry):
    release = make_release(parse_definition(document), registry)
    assert release.sha256 == hashlib.sha256(release.body).hexdigest()
    assert release.blocks == {"door": 1, "sign": 3}
    assert b'": ' not in release.body
    names = list(json.loads(release.body)["theme"])
    assert names == sorted(names)


def test_order_of_keys_and_what_was_left_to_defaults_do_not_matter(document, registry):
    release = make_release(parse_definition(document), registry)
    shuffled = {name: document[name] for name in reversed(document)}
    shuffled["nodes"]["n_door"]["hidden"] = False
    shuffled["nodes"]["n_sign"]["props"]["size"] = "large"
    assert make_release(parse_definition(shuffled), registry) == release


def test_the_body_is_complete(document, registry):
    body = json.loads(make_release(parse_definition(document), registry).body)
    assert body["nodes"]["n_sign"]["props"] == {
        "text": "好面",
        "size": "large",
        "entries": [],
        "story": "",
        "color": "",
    }
    assert body["nodes"]["n_other"]["props"]["entries"][0]["link"] == {"kind": "page", "page": "home"}


def test_a_change_changes_the_name(document, registry):
    release = make_release(parse_definition(document), registry)
    document["nodes"]["n_sign"]["props"]["text"] = "好面。"
    assert make_release(parse_definition(document), registry).sha256 != release.sha256


def test_an_invalid_definition_is_refused(document, registry):
    document["page_order"] = []
    document["page_order"].append("home")
    with pytest.raises(Refused) as refused:
        make_release(parse_definition(document), registry)
    assert [one.code for one in refused.value.diagnostics] == ["page_order_differs"]
