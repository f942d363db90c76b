"""A document in normal form has complete props and clean rich text; the steps that lead there are ordinary steps."""

import pytest

from kaipu.definition import apply, invert, make_release, normalizing_steps, parse_definition
from kaipu.definition.tree import same_json


def test_what_is_missing_is_filled_in_and_rich_text_cleaned(document, registry):
    document["nodes"]["n_sign"]["props"] = {
        "story": "<p onclick=x>面</p><script>1</script>",
        "entries": [{"picture": ""}],
    }
    steps = normalizing_steps(document, registry)
    after = apply(document, steps)
    assert after["nodes"]["n_sign"]["props"] == {
        "text": "开张大吉",
        "size": "large",
        "color": "",
        "story": "<p>面</p>",
        "entries": [{"picture": "", "link": {"kind": "none"}, "dish": ""}],
    }
    assert normalizing_steps(after, registry) == []
    assert same_json(apply(after, invert(document, steps)), document)


def test_it_is_what_a_release_holds(document, registry):
    after = apply(document, normalizing_steps(document, registry))
    assert make_release(parse_definition(after), registry) == make_release(parse_definition(document), registry)


@pytest.mark.parametrize(
    "broken",
    [
        None,
        [],
        {"nodes": 3},
        {"nodes": {"a": 3, "b": {"block": []}, "c": {"block": "sign", "props": 4}}},
        {"nodes": {"a": {"block": "spaceship", "props": {"story": "<script>"}}}},
    ],
)
def test_what_is_malformed_is_passed_over(broken, registry):
    assert normalizing_steps(broken, registry) == []


@pytest.mark.parametrize("props", [{"story": 3}, {"entries": 3}, {"entries": [3, {"link": 4}]}, {"more": "<script>"}])
def test_wrong_values_stay_for_validation_to_name(document, registry, props):
    document["nodes"]["n_sign"]["props"] = props
    after = apply(document, normalizing_steps(document, registry))
    for name in props.keys() - {"entries"}:
        assert after["nodes"]["n_sign"]["props"][name] == props[name]
