"""Publishing and rolling back over HTTP."""


def replace(path, value):
    return {"op": "replace", "path": path, "value": value}


def numbers(studio):
    return [(one["number"], one["live"]) for one in studio.get("releases").json()]


def test_publish_edit_publish_roll_back(studio):
    first = studio.post("releases").json()
    assert (first["number"], first["live"], first["author"]) == (1, True, "老王")
    draft = studio.get("draft").json()
    assert (draft["changed"], draft["live"]) == (False, {"number": 1, "sha256": first["sha256"]})

    studio.edit(replace("/name", "新店名"), label="改店名")
    assert studio.get("draft").json()["changed"]
    second = studio.post("releases", {"label": "国庆"}).json()
    assert (second["number"], second["label"]) == (2, "国庆")

    assert studio.post("releases/1/activate").json()["sha256"] == first["sha256"]
    assert numbers(studio) == [(2, False), (1, True)]
    assert studio.get("draft").json()["changed"]


def test_publishing_twice_is_publishing_once(studio):
    assert studio.post("releases").json() == studio.post("releases").json()
    assert numbers(studio) == [(1, True)]


def test_a_release_that_is_not_there(studio):
    assert studio.post("releases/1/activate").json()["code"] == "release_unknown"
    for number in ("0", "-1", "99999999999", "x"):
        assert studio.post(f"releases/{number}/activate").status_code in (404, 422)


def test_a_label_too_long_is_refused(studio):
    assert studio.post("releases", {"label": "x" * 81}).status_code == 422
    assert numbers(studio) == []
