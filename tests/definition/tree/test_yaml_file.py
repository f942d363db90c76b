"""A YAML file of anybody's is read or refused with its place: however deep, whatever it is, and never for ever."""

from __future__ import annotations

import os

import pytest

from kaipu.definition import Limits, Refused, load_yaml
from kaipu.definition.tree import yaml_place
from kaipu.definition.tree.yaml_file import DOCUMENT_LIMITS

DEPTH = DOCUMENT_LIMITS.depth


def refused(file, limits=DOCUMENT_LIMITS):
    with pytest.raises(Refused) as caught:
        load_yaml(file, limits)
    (problem,) = caught.value.diagnostics
    for language in ("zh", "en"):
        assert problem.text(language)
    return f"{problem.where} {problem.code}".removeprefix(f"{file}:")


def lines(depth: int) -> str:
    return "".join(" " * level + "a:\n" for level in range(depth))


@pytest.mark.parametrize("depth", [1_000, 5_000, 100_000, 900_000])
def test_nothing_is_too_deep_to_be_refused(tmp_path, depth):
    (tmp_path / "a.yaml").write_text("z: " + "[" * depth + "]" * depth)
    assert refused(tmp_path / "a.yaml") == f"1:{DEPTH + 3} too_deep"
    (tmp_path / "a.yaml").write_text("- " * depth + "a")
    assert refused(tmp_path / "a.yaml") == f"1:{2 * DEPTH + 1} too_deep"


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize("opening", ["{a: ", "[", "- ", "? "])
def test_however_it_is_written(tmp_path, opening, closed):
    text = opening * 1500 + ("a" + {"{a: ": "}", "[": "]"}.get(opening, "") * 1500 if closed else "")
    (tmp_path / "a.yaml").write_text(text)
    assert refused(tmp_path / "a.yaml").endswith(" too_deep")


def test_and_over_many_lines(tmp_path):
    (tmp_path / "a.yaml").write_text(lines(1_400))
    assert refused(tmp_path / "a.yaml") == f"{DEPTH + 1}:{DEPTH + 1} too_deep"


@pytest.mark.parametrize("written", [lambda depth: "[" * depth + "]" * depth, lines])
@pytest.mark.parametrize("head", ["", "# " + "-" * 80 + "\n"], ids=["as it is", "with a ruler"])
def test_the_limit_is_the_same_whether_levels_are_counted_first_or_last(tmp_path, written, head):
    """A line of dashes may be so many levels, so that such a text is counted before anything is made of it."""
    (tmp_path / "a.yaml").write_text(head + written(DEPTH))
    load_yaml(tmp_path / "a.yaml")
    (tmp_path / "a.yaml").write_text(head + written(DEPTH + 1))
    assert refused(tmp_path / "a.yaml").endswith(" too_deep")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("a: 1\nb:\n  - c: 2\n    d: 3\n    c: 4\n", "5:5 duplicate_key"),
        ("面: 😀 # no\n好: [1, .nan]\n", "2:8 not_a_number"),
        ("a:\n  b: 9007199254740993\n", "2:3 number_too_large"),
        ("a:\n  b: 2026-01-02\n", "2:3 not_json_value"),
        ("a:\n  b: 2026-13-45\n", "2:6 wrong_value"),
        ("a: !!int x\n", "1:1 not_yaml"),
        ("a: !!timestamp x\n", "1:1 not_yaml"),
        ("a:\n  面: \0\n", "2:6 unstorable_text"),
        ("a: &x [*x]\n", "1:8 too_deep"),
        ("a: [\n", "2:1 not_yaml"),
        (b"a: 1\nb: \xe9\x9d\xa2\xff\n", "2:5 not_utf8"),
        ("a" * 2_000_001, "1:1 too_large"),
    ],
)
def test_what_is_wrong_has_a_place(tmp_path, raw, said):
    (tmp_path / "a.yaml").write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    assert refused(tmp_path / "a.yaml") == said


def test_a_merge_may_be_overridden(tmp_path):
    (tmp_path / "a.yaml").write_text("a: &a {b: 1, c: 2}\nd: {<<: *a, b: 3}\n")
    assert load_yaml(tmp_path / "a.yaml")["d"] == {"b": 3, "c": 2}


def test_what_is_no_plain_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    for name in ("pipe.yaml", "zero.yaml", "."):
        assert refused(tmp_path / name) == "1:1 file_not_plain"
    assert refused(tmp_path / "lost.yaml") == "1:1 file_unreadable"


def test_a_file_without_end_is_read_only_as_far_as_it_may_go(tmp_path):
    with (tmp_path / "large.yaml").open("wb") as file:
        file.truncate(1 << 40)
    assert refused(tmp_path / "large.yaml", Limits(size_bytes=10)) == "1:1 too_large"


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("", "1:1"),
        ("/b", "2:1"),
        ("/b/1", "4:5"),
        ("/b/1/x", "4:5"),
        ("/b/1/x~1y", "5:5"),
        ("/b/2/0", "6:6"),
        ("/c", "1:1"),
    ],
)
def test_a_pointer_leads_to_its_line(tmp_path, pointer, place):
    (tmp_path / "a.yaml").write_text("a: 1\nb:\n  - 面\n  - z: {x: 1}\n    x/y: 2\n  - [5]\n")
    assert str(yaml_place(tmp_path / "a.yaml", pointer)) == f"{tmp_path / 'a.yaml'}:{place}"
