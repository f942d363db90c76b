"""Old documents have a way up; new ones stay as they are."""

import copy

import pytest

from kaipu.definition import Refused, migrate, parse_definition, validate
from kaipu.definition.blocks.migration import Migration
from kaipu.definition.parsing import parse_model


def test_the_newest_is_left_alone(document, registry):
    assert migrate(document, registry) == document


OLD_PROPS = [
    (1, {"title": "老面", "size": "S"}, {"text": "老面", "size": "small"}),
    (1, {"title": "老面", "size": 7}, {"text": "老面", "size": "small"}),
    (1, {}, {}),
    (2, {"text": "面", "shadow": True}, {"text": "面"}),
    (
        2,
        {"entries": [{"img": ""}, {"img": "", "count": 4}]},
        {"entries": [{"picture": "", "count": 1}, {"picture": "", "count": 4}]},
    ),
    (2, {"entries": "nonsense"}, {"entries": "nonsense"}),
    (1, {"entries": [None, 3, {"img": ""}]}, {"entries": [None, 3, {"picture": "", "count": 1}]}),
]


@pytest.mark.parametrize(("version", "old", "new"), OLD_PROPS)
def test_props_go_up_step_by_step(document, registry, version, old, new):
    document["nodes"]["n_sign"] |= {"version": version, "props": old}
    before = copy.deepcopy(document)
    migrated = migrate(document, registry)
    assert migrated["nodes"]["n_sign"]["props"] == new
    assert migrated["nodes"]["n_sign"]["version"] == 3
    assert document == before
    assert migrate(migrated, registry) == migrated


def test_a_migrated_document_is_valid(document, registry):
    document["nodes"]["n_sign"] |= {"version": 1, "props": {"title": "老面", "size": "L"}}
    assert validate(parse_definition(migrate(document, registry)), registry) == []


def test_unknown_and_newer_blocks_are_left_to_validation(document, registry):
    document["nodes"]["n_sign"]["version"] = 9
    document["nodes"]["n_door"]["block"] = "spaceship"
    assert migrate(document, registry) == document


@pytest.mark.parametrize("nodes", [None, [], {"a": 1}, {"a": {}}, {"a": {"block": [], "version": "x", "props": 0}}])
def test_a_broken_document_is_no_reason_to_fail(document, registry, nodes):
    document["nodes"] = nodes
    assert migrate(document, registry) == document


def test_the_schema_goes_up_too(document, registry):
    steps = [{"rename": {"at": "", "from": "line", "to": "trade"}}]
    first = parse_model(Migration, {"from": 1, "steps": steps})
    document["line"] = document.pop("trade")
    migrated = migrate(document, registry, schema=2, schema_migrations=[first])
    assert (migrated["trade"], migrated["schema"]) == ("noodle_shop", 2)


@pytest.mark.parametrize("number", [None, 0, True, "1", 99])
def test_an_unknown_schema_is_refused(document, registry, number):
    document["schema"] = number
    with pytest.raises(Refused):
        migrate(document, registry)
