"""Rich text keeps its few tags and loses everything that could run, lead away or load."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaipu.definition import clean_rich_text
from kaipu.definition.rich_text import is_clean


@pytest.mark.parametrize(
    "text",
    [
        "<h3>关于小店</h3><p>面是每天清早擀的，<strong>卖完就收摊</strong>。</p>",
        '<p style="text-align:center">中间</p>',
        "<table><tbody><tr><td>a</td></tr></tbody></table>",
        "2 &lt; 3 &amp; 4",
        "",
    ],
)
def test_what_is_allowed_stays(text):
    assert clean_rich_text(text) == text
    assert is_clean(text)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("<script>alert(1)</script>面", "面"),
        ('<p onclick="x()">面</p>', "<p>面</p>"),
        ('<a href="javascript:x()">面</a>', "面"),
        ('<img src="x" onerror="x()">面', "面"),
        ("<iframe src='//a'></iframe>面", "面"),
        ('<p style="background:url(//a);color:red">面</p>', '<p style="color:red">面</p>'),
        ("<!-- x -->面", "面"),
        ("<svg><style>*{}</style></svg>面", "面"),
        ("<p>面", "<p>面</p>"),
    ],
)
def test_what_is_not_allowed_goes(text, cleaned):
    assert not is_clean(text)
    assert clean_rich_text(text) == cleaned


FRAGMENTS = [
    "<p>",
    "</p>",
    "<b>",
    "<table>",
    "<td>",
    "</td>",
    "<svg>",
    "<math>",
    "<style>",
    "<!--",
    "-->",
    "<a href=//x>",
    "&",
    '"',
    "<",
    "面",
]


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=20).map("".join))
def test_cleaning_what_is_clean_changes_nothing(text):
    cleaned = clean_rich_text(text)
    assert is_clean(cleaned)
    assert clean_rich_text(cleaned) == cleaned
