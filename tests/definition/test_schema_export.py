"""The exported JSON Schema, judged by another implementation of JSON Schema than our own validator."""

import copy

import jsonschema_rs
import pytest

from kaipu.definition import definition_schema


@pytest.fixture
def validator(registry):
    return jsonschema_rs.validator_for(definition_schema(registry))


def test_it_accepts_the_sample(validator, document):
    assert validator.is_valid(document)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("block", "spaceship"),
        ("version", 2),
        ("props", {"shadow": 1}),
        ("props", {"text": "x" * 21}),
        ("props", {"text": "x", "color": "red"}),
        ("props", {"text": "x", "entries": [{"picture": "http://a/b"}]}),
        ("props", {"text": "x", "entries": [{"picture": "", "link": {"kind": "page"}}]}),
        ("more", 1),
    ],
)
def test_it_refuses_what_is_wrong_with_a_node(validator, document, name, value):
    broken = copy.deepcopy(document)
    broken["nodes"]["n_sign"][name] = value
    assert not validator.is_valid(broken)


def test_labels_and_defaults_stay_readable(registry):
    text = definition_schema(registry)["$defs"]["node_sign"]["properties"]["props"]["properties"]["text"]
    assert text["x-label"] == {"zh": "文字", "en": "Text"}
