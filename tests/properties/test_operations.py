"""For random documents and random edits: an edit and its inverse give back the same document, nothing given is changed,
and two edits that do not clash can be made in either order.
"""

import copy

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kaipu.definition import Refused, apply, clashes, invert, parse_patch, touched_paths
from kaipu.definition.operations.operation import dump_patch
from kaipu.definition.tree import join_pointer, same_json

KEYS = st.sampled_from(["a", "b", "0", "1", "", "/", "~"])
SCALARS = st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from([0.5, "", "x", "面"])
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4) | VALUES


def places(value, way=()):
    """Every pointer into a value, with those just behind a list's end and for a new member."""
    yield join_pointer(*way)
    if isinstance(value, dict):
        yield join_pointer(*way, "new")
        for key, child in value.items():
            yield from places(child, (*way, key))
    if isinstance(value, list):
        yield join_pointer(*way, "-")
        yield join_pointer(*way, len(value))
        for number, child in enumerate(value):
            yield from places(child, (*way, number))


@st.composite
def edits(draw, document, most=5, away_from=()):
    """A patch of a few steps, each of which applies to what the ones before it left."""
    steps = []
    for _ in range(draw(st.integers(1, most))):
        found = sorted(place for place in set(places(document)) if not clashes([place], away_from))
        assume(found)
        pointer = st.sampled_from(found)
        step = {
            "op": draw(st.sampled_from(["add", "remove", "replace", "move", "copy", "test"])),
            "path": draw(pointer),
        }
        if step["op"] in ("move", "copy"):
            step["from"] = draw(pointer)
        elif step["op"] != "remove":
            step["value"] = draw(VALUES)
        try:
            document = apply(document, parse_patch([step]))
        except Refused:
            continue
        steps.append(step)
    assume(steps)
    return parse_patch(steps)


DOCUMENT_AND_EDIT = DOCUMENTS.flatmap(lambda document: st.tuples(st.just(document), edits(document)))
ROOMY = st.fixed_dictionaries(dict.fromkeys("abcd", VALUES))


@st.composite
def document_and_two_edits(draw):
    """The second edit keeps away from the places of the first, or nearly all pairs would clash."""
    document = draw(ROOMY)
    one = draw(edits(document, 2))
    return document, one, draw(edits(document, 2, touched_paths(document, one)))


@settings(max_examples=400)
@given(DOCUMENT_AND_EDIT)
def test_an_edit_and_its_inverse_give_back_the_document(given_pair):
    document, patch = given_pair
    before = copy.deepcopy(document)
    inverse = invert(document, patch)
    assert same_json(apply(apply(document, patch), inverse), before)
    assert same_json(document, before)


@settings(max_examples=200)
@given(DOCUMENT_AND_EDIT)
def test_the_inverse_of_the_inverse_is_the_edit(given_pair):
    document, patch = given_pair
    after = apply(document, patch)
    inverse = invert(document, patch)
    again = invert(after, inverse)
    assert same_json(apply(document, again), after)


@settings(max_examples=200)
@given(DOCUMENT_AND_EDIT)
def test_a_patch_survives_being_written_down(given_pair):
    document, patch = given_pair
    for one in (patch, invert(document, patch)):
        if one:
            assert same_json(dump_patch(parse_patch(dump_patch(one))), dump_patch(one))


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(document_and_two_edits())
def test_edits_that_do_not_clash_can_be_made_in_either_order(given_three):
    document, one, other = given_three
    assume(not clashes(touched_paths(document, one), touched_paths(document, other)))
    assert same_json(apply(apply(document, one), other), apply(apply(document, other), one))


@settings(max_examples=200)
@given(DOCUMENT_AND_EDIT)
def test_what_changed_was_touched(given_pair):
    document, patch = given_pair
    assume(isinstance(document, dict))
    after = apply(document, patch)
    assume(isinstance(after, dict))
    touched = touched_paths(document, patch)
    for key in document.keys() | after.keys():
        changed = key not in document or key not in after or not same_json(document[key], after[key])
        assert not changed or clashes([join_pointer(key)], touched)
