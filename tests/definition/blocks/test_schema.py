"""Our part of JSON Schema: each rule is broken once, and on plain types another implementation has to agree."""

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaipu.definition.blocks import check_value
from kaipu.definition.blocks.subset import check_schema


def found(value, schema):
    return {(one.code, one.where) for one in check_value(value, schema)}


OBJECT = {
    "type": "object",
    "required": ["a"],
    "additionalProperties": False,
    "properties": {"a": {"type": "integer"}, "b~/": {"type": "string"}},
}
LIST = {"type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": True, "items": {"type": "number"}}

CASES = [
    (OBJECT, {"a": 1}, set()),
    (OBJECT, {}, {("field_missing", "/a")}),
    (OBJECT, {"a": 1, "c": 2}, {("field_unknown", "/c")}),
    (OBJECT, {"a": 1, "b~/": 2}, {("expected_string", "/b~0~1")}),
    (OBJECT, [], {("expected_object", "")}),
    (LIST, [1, 2.5], set()),
    (LIST, [], {("too_short", "")}),
    (LIST, [1, 2, 3], {("too_long", "")}),
    (LIST, [1, 1.0], {("item_repeated", "")}),
    (LIST, [1, "2"], {("expected_number", "/1")}),
    ({"type": "integer"}, True, {("expected_integer", "")}),
    ({"type": "number"}, False, {("expected_number", "")}),
    ({"type": "boolean"}, 1, {("expected_boolean", "")}),
    ({"type": "string", "minLength": 2, "maxLength": 3}, "面", {("too_short", "")}),
    ({"type": "string", "minLength": 2, "maxLength": 3}, "牛肉面条", {("too_long", "")}),
    ({"type": "string", "pattern": "^[a-z]+$"}, "A", {("wrong_form", "")}),
    ({"type": "integer", "minimum": 1, "maximum": 3}, 0, {("too_small", "")}),
    ({"type": "integer", "minimum": 1, "maximum": 3}, 4, {("too_great", "")}),
    ({"type": "integer", "enum": [1, 2]}, 3, {("not_one_of", "")}),
    ({"type": "string", "enum": ["a"]}, "b", {("not_one_of", "")}),
    ({"$ref": "image"}, "picture:a.webp", set()),
    ({"$ref": "image"}, "", set()),
    ({"$ref": "image", "minLength": 1}, "", {("too_short", "")}),
    ({"$ref": "image"}, "/media/7/ab12.webp", set()),
    ({"$ref": "image"}, "https://example.com/a.png?w=1", set()),
    ({"$ref": "image"}, "picture:../a.webp", {("wrong_form", "")}),
    ({"$ref": "image"}, "/media/../secret.txt", {("wrong_form", "")}),
    ({"$ref": "image"}, "http://example.com/a.png", {("wrong_form", "")}),
    ({"$ref": "image"}, "javascript:x", {("wrong_form", "")}),
    ({"$ref": "image"}, 'https://a/b.png" onload="x', {("wrong_form", "")}),
    ({"$ref": "image"}, 3, {("expected_string", "")}),
    ({"$ref": "color"}, "#aAbBcC", set()),
    ({"$ref": "color"}, "", set()),
    ({"$ref": "color"}, "red", {("wrong_form", "")}),
    ({"$ref": "dish"}, "beef_noodles", set()),
    ({"$ref": "dish"}, "Beef", {("wrong_form", "")}),
    ({"$ref": "category"}, "a" * 41, {("wrong_form", "")}),
    ({"$ref": "rich_text"}, "<b>面</b>", set()),
    ({"$ref": "rich_text"}, "<b>面", {("rich_text_unclean", "")}),
    ({"$ref": "rich_text"}, "面" * 20_001, {("too_long", "")}),
    ({"$ref": "link"}, {"kind": "none"}, set()),
    ({"$ref": "link"}, {"kind": "map"}, set()),
    ({"$ref": "link"}, {"kind": "page", "page": "@orders"}, set()),
    ({"$ref": "link"}, {"kind": "call", "phone": "0571-86002218"}, set()),
    ({"$ref": "link"}, {"kind": "call", "phone": "javascript:x"}, {("wrong_form", "/phone")}),
    ({"$ref": "link"}, {"kind": "page"}, {("field_missing", "/page")}),
    ({"$ref": "link"}, {"kind": "page", "page": 1}, {("expected_string", "/page")}),
    ({"$ref": "link"}, {"kind": "map", "dish": "x"}, {("field_unknown", "/dish")}),
    ({"$ref": "link"}, {"kind": "web", "url": "https://x"}, {("not_one_of", "")}),
    ({"$ref": "link"}, {}, {("field_missing", "")}),
    ({"$ref": "link"}, "https://x", {("expected_object", "")}),
]


@pytest.mark.parametrize(("schema", "value", "expected"), CASES)
def test_a_rule_broken_is_named_at_its_place(schema, value, expected):
    assert list(check_schema(schema, "")) == []
    assert found(value, schema) == expected


def test_every_text_can_be_made():
    for schema, value, _ in CASES:
        for one in check_value(value, schema):
            assert one.text("zh") != one.text("en")


WRONG_SCHEMAS = [
    ({}, {"schema_type"}),
    ({"type": "string", "$ref": "image"}, {"schema_type"}),
    ({"type": "null"}, {"schema_type"}),
    ({"type": ["string"]}, {"schema_keyword", "schema_type"}),
    ({"$ref": "#/$defs/x"}, {"schema_reference"}),
    ({"type": "string", "format": "uri"}, {"schema_keyword"}),
    ({"type": "string", "maxLength": "3"}, {"schema_keyword"}),
    ({"type": "string", "pattern": "("}, {"schema_keyword"}),
    ({"type": "object", "properties": {}}, {"schema_open_object"}),
    ({"type": "object", "additionalProperties": False}, {"schema_open_object"}),
    ({"type": "array", "items": {"type": "string"}}, {"schema_open_array"}),
    ({"type": "array", "maxItems": 3}, {"schema_open_array"}),
    ({"type": "array", "maxItems": 3, "items": {"type": "nope"}}, {"schema_type"}),
    ({"type": "object", "additionalProperties": False, "properties": {"a": {}}}, {"schema_type"}),
    ({"type": "object", "additionalProperties": False, "properties": {"a": 3}}, {"schema_type"}),
]


@pytest.mark.parametrize(("schema", "codes"), WRONG_SCHEMAS)
def test_a_schema_outside_the_subset_is_refused(schema, codes):
    assert {one.code for one in check_schema(schema, "/props")} == codes


scalars = st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from([0.5, 1.0, "", "a", "bb", "面面面"])
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner), max_leaves=6
)
plain = st.one_of(
    st.fixed_dictionaries(
        {"type": st.just("string")}, optional={"minLength": st.integers(0, 3), "maxLength": st.integers(0, 3)}
    ),
    st.fixed_dictionaries(
        {"type": st.just("number")}, optional={"minimum": st.integers(-3, 3), "maximum": st.integers(-3, 3)}
    ),
    st.just({"type": "boolean"}),
    st.just({"type": "string", "enum": ["a", "bb"]}),
)
schemas = st.recursive(
    plain,
    lambda inner: (
        st.builds(
            lambda parts, required: {
                "type": "object",
                "additionalProperties": False,
                "properties": parts,
                "required": required,
            },
            st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
            st.lists(st.sampled_from("abc"), max_size=2, unique=True),
        )
        | st.builds(lambda items: {"type": "array", "maxItems": 2, "uniqueItems": True, "items": items}, inner)
    ),
    max_leaves=5,
)


@given(schemas, values)
def test_another_implementation_agrees(schema, value):
    ours = not list(check_value(value, schema))
    assert ours == jsonschema_rs.is_valid(schema, value)
