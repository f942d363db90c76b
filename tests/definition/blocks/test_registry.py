"""Blocks are found by scanning; what is wrong with a manifest is said, all of it, at once."""

import os

import pytest
import yaml

from kaipu.definition import BlockRegistry, Refused

MANIFEST = {
    "id": "lamp",
    "version": 1,
    "name": {"zh": "灯", "en": "Lamp"},
    "summary": {"zh": "一盏灯", "en": "A lamp"},
    "category": "basic",
    "props": {
        "type": "object",
        "additionalProperties": False,
        "properties": {"text": {"type": "string", "maxLength": 3, "x-label": {"zh": "字", "en": "Text"}}},
    },
    "defaults": {"text": "灯"},
}


def put(folder, block="lamp", changes=None, migrations=None):
    (folder / block).mkdir()
    manifest = {key: value for key, value in {**MANIFEST, **(changes or {})}.items() if value is not None}
    (folder / block / "block.yaml").write_text(yaml.safe_dump(manifest, allow_unicode=True), encoding="utf-8")
    if migrations is not None:
        (folder / block / "migrations.yaml").write_text(yaml.safe_dump(migrations), encoding="utf-8")


def codes(folder):
    with pytest.raises(Refused) as refused:
        BlockRegistry.scan(folder)
    assert all(one.text("zh") and one.text("en") for one in refused.value.diagnostics)
    return {one.code for one in refused.value.diagnostics}


def test_a_new_block_is_a_new_folder(tmp_path):
    put(tmp_path)
    (tmp_path / "notes").mkdir()
    registry = BlockRegistry.scan(tmp_path)
    assert [manifest.id for manifest in registry] == ["lamp"]
    assert "lamp" in registry
    assert registry.get("notes") is None
    assert (registry["lamp"].max_per_page, registry["lamp"].allowed_on) == (20, ["any"])
    assert registry["lamp"].folder == tmp_path / "lamp"


def test_several_folders_are_one_registry(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    put(tmp_path / "one")
    put(tmp_path / "two", "candle", {"id": "candle"})
    assert [manifest.id for manifest in BlockRegistry.scan(tmp_path / "one", tmp_path / "two")] == ["candle", "lamp"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"id": "candle"}, {"block_misnamed"}),
        ({"name": {"zh": "灯"}}, {"field_missing"}),
        ({"category": "rockets"}, {"not_one_of"}),
        ({"more": 1}, {"field_unknown"}),
        ({"folder": "/etc"}, {"field_unknown"}),
        ({"version": 2}, {"migrations_incomplete"}),
        ({"defaults": {"text": "长明灯亮"}}, {"too_long"}),
        ({"defaults": None}, {"field_missing"}),
        ({"props": {"type": "object", "properties": {}}}, {"schema_open_object"}),
        ({"max_per_page": 0}, {"too_small"}),
        ({"allowed_on": []}, {"too_short"}),
        ({"allowed_on": ["hom"]}, {"not_one_of"}),
    ],
)
def test_a_wrong_manifest_is_refused(tmp_path, changes, expected):
    put(tmp_path, changes=changes)
    assert expected <= codes(tmp_path)


TEXT = {"type": "string", "maxLength": 3, "x-label": {"zh": "字", "en": "Text"}}
NAMED = {"zh": "样", "en": "Look"}
LOOK = {"type": "string", "enum": ["a", "b"], "x-label": NAMED, "x-labels": {"a": NAMED, "b": NAMED}}
PROPS = [
    (TEXT, None),
    (LOOK, None),
    ({**TEXT, "x-widget": "textarea"}, None),
    ({"type": "integer", "enum": [1, 2], "x-label": NAMED}, None),
    ({"type": "integer", "x-label": NAMED, "x-widget": "textarea"}, ("not_one_of", "x-widget")),
    ({**TEXT, "x-label": {"en": "Text"}}, ("prop_unlabelled", "x-label")),
    ({**TEXT, "x-label": {"zh": " ", "en": "Text"}}, ("prop_unlabelled", "x-label")),
    ({"type": "string"}, ("prop_unlabelled", "more")),
    ({**TEXT, "x-lable": NAMED}, ("not_one_of", "x-lable")),
    ({**TEXT, "x-widget": "number"}, ("not_one_of", "x-widget")),
    ({**LOOK, "x-labels": {"a": NAMED}}, ("choice_unlabelled", "x-labels")),
    ({**LOOK, "x-labels": {"a": NAMED, "b": NAMED, "c": NAMED}}, ("not_one_of", "c")),
    (
        {"type": "array", "maxItems": 2, "x-label": NAMED, "items": {**LOOK, "x-labels": {"a": NAMED}}},
        ("choice_unlabelled", "x-labels"),
    ),
    ({**TEXT, "default": "长明灯亮"}, ("too_long", "default")),
]


@pytest.mark.parametrize(("schema", "expected"), PROPS)
def test_what_the_inspector_shows_of_a_prop_is_whole(tmp_path, schema, expected):
    props = {**MANIFEST["props"], "properties": {"text": TEXT, "more": schema}}
    put(tmp_path, changes={"props": props})
    if expected is None:
        assert BlockRegistry.scan(tmp_path)["lamp"].props == props
        return
    (where,) = places(tmp_path)
    line = (tmp_path / "lamp/block.yaml").read_text("utf-8").splitlines()[where.line - 1]
    assert (codes(tmp_path), line.strip().split(":")[0]) == ({expected[0]}, expected[1])


def test_what_older_manifests_say_and_nothing_reads_is_passed_over(tmp_path):
    put(tmp_path, changes={"needs": ["cart"], "icon": "lamp"})
    assert "lamp" in BlockRegistry.scan(tmp_path)


def test_a_key_that_stands_twice_is_told_at_its_second_place(tmp_path):
    put(tmp_path)
    file = tmp_path / "lamp/block.yaml"
    file.write_text(file.read_text("utf-8") + "id: lamp\n", "utf-8")
    (where,) = places(tmp_path)
    assert (codes(tmp_path), where.line) == ({"duplicate_key"}, len(file.read_text("utf-8").splitlines()))


def test_everything_wrong_in_any_block_is_told(tmp_path):
    put(tmp_path, changes={"category": "rockets"})
    put(tmp_path, "candle")
    assert codes(tmp_path) == {"not_one_of", "block_misnamed"}


def test_the_same_block_twice_is_refused(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        put(tmp_path / name)
    with pytest.raises(Refused, match="Two blocks are called"):
        BlockRegistry.scan(tmp_path / "one", tmp_path / "two")


@pytest.mark.parametrize(
    "text", ["id: [", "- 1", "a: 1\na: 2", "x: !!python/object:os.system {}", "\x00", "a: &a [*a]"]
)
def test_what_is_no_manifest_is_refused(tmp_path, text):
    (tmp_path / "lamp").mkdir()
    (tmp_path / "lamp" / "block.yaml").write_text(text, encoding="utf-8")
    assert codes(tmp_path)


SET_OLD = {"set": {"prop": "old", "value": "灯"}}


@pytest.mark.parametrize(
    ("migrations", "expected"),
    [
        ([{"from": 1, "steps": []}], None),
        ([], {"migrations_incomplete"}),
        ([{"from": 2, "steps": []}], {"migrations_incomplete"}),
        ([{"from": 1, "steps": []}, {"from": 1, "steps": []}], {"migrations_incomplete"}),
        ([{"from": 1, "steps": [{}]}], {"step_not_one_change"}),
        ([{"from": 1, "steps": [{"jump": {}}]}], {"field_unknown"}),
        ([{"from": 1, "steps": [{"remove": {}}]}], {"field_missing"}),
        ("nonsense", {"expected_array"}),
        ([{"from": 1, "steps": [{"set": {"prop": "text", "value": "灯"}}]}], None),
        ([{"from": 1, "steps": [{"set": {"prop": "txet", "value": "灯"}}]}], {"migration_prop_unknown"}),
        ([{"from": 1, "steps": [{"set": {"at": "rows/*", "prop": "a", "value": 1}}]}], {"migration_prop_unknown"}),
        ([{"from": 1, "steps": [{"rename": {"from": "old", "to": "txet"}}]}], {"migration_prop_unknown"}),
        ([{"from": 1, "steps": [SET_OLD, {"rename": {"from": "old", "to": "text"}}]}], None),
        ([{"from": 1, "steps": [SET_OLD, {"remove": {"prop": "old"}}]}], None),
        (
            [{"from": 1, "steps": [{"set": {"at": "old/*", "prop": "a", "value": 1}}, {"remove": {"prop": "old"}}]}],
            None,
        ),
    ],
)
def test_migrations_lead_up_from_every_older_version(tmp_path, migrations, expected):
    put(tmp_path, changes={"version": 2}, migrations=migrations)
    if expected is None:
        assert BlockRegistry.scan(tmp_path)["lamp"].version == 2
    else:
        assert codes(tmp_path) == expected


def test_a_wrong_value_is_told_with_its_line(tmp_path):
    put(tmp_path, changes={"version": 2}, migrations=[{"from": 1, "steps": [{"jump": {}}]}])
    (where,) = places(tmp_path)
    assert (where.file, where.line) == (str(tmp_path / "lamp/migrations.yaml"), 3)
    (tmp_path / "lamp/migrations.yaml").unlink()
    file = tmp_path / "lamp/block.yaml"
    text = yaml.safe_dump({**MANIFEST, "defaults": {"text": "长明灯亮"}}, allow_unicode=True, sort_keys=False)
    file.write_text(text, "utf-8")
    (where,) = places(tmp_path)
    assert str(where) == f"{file}:{text.splitlines().index('  text: 长明灯亮') + 1}:3"


def places(folder):
    with pytest.raises(Refused) as refused:
        BlockRegistry.scan(folder)
    return [one.where for one in refused.value.diagnostics]


def test_a_folder_may_be_a_block_itself_and_may_be_named_twice(tmp_path):
    put(tmp_path)
    assert [one.id for one in BlockRegistry.scan(tmp_path / "lamp", tmp_path)] == ["lamp"]


@pytest.mark.parametrize("name", ["empty", "gone"])
def test_a_folder_without_blocks_is_refused(tmp_path, name):
    (tmp_path / "empty").mkdir()
    with pytest.raises(Refused, match="no block in"):
        BlockRegistry.scan(tmp_path / name)


def test_a_link_in_a_block_is_refused(tmp_path):
    put(tmp_path)
    (tmp_path / "secret").write_text("a secret", "utf-8")
    (tmp_path / "lamp/view.wxml").symlink_to(tmp_path / "secret")
    assert codes(tmp_path) == {"block_link"}


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda home: os.mkfifo(home / "pipe"), "block_file_strange"),
        (lambda home: (home / os.fsdecode(b"a\xff.js")).touch(), "block_file_name"),
        (lambda home: (home / "loop").symlink_to("loop"), "block_link"),
    ],
)
def test_what_is_no_plain_file_in_a_block_is_refused(tmp_path, make, expected):
    put(tmp_path)
    make(tmp_path / "lamp")
    assert codes(tmp_path) == {expected}


def test_a_manifest_that_is_a_link_is_not_read(tmp_path):
    (tmp_path / "lamp").mkdir()
    (tmp_path / "lamp/block.yaml").symlink_to("/dev/zero")
    assert codes(tmp_path) == {"block_link"}
