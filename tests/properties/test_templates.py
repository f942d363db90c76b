"""Any tree, printed and parsed again, is the same tree: no meaning is lost on the way to a package."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.parse.template import parse_template
from kaipu.compiler.parse.tree import Document, Node
from kaipu.compiler.printing.template import print_template

from .trees import trees


@given(trees, st.booleans())
@settings(max_examples=400, deadline=None)
def test_a_printed_tree_parses_to_itself(children: tuple[Node, ...], compact: bool) -> None:
    text, unprintable = print_template(Document(children, SourceText("", "")), compact=compact)
    again, problems = parse_template(SourceText(text, "printed.wxml"))
    assert not unprintable
    assert [problem.line("en") for problem in problems] == [], text
    assert again.children == children, text


@given(
    st.lists(
        st.sampled_from([*"<>/{}='\" \nab.!?:[(", "<view", "</view>", "wx:if", "wx:for=", "{{", "}}", "<!--", "<wxs>"])
    ).map("".join)
)
@settings(max_examples=400, deadline=None)
def test_any_text_gives_a_tree_or_diagnostics(text: str) -> None:
    document, problems = parse_template(SourceText(text, "any.wxml"))
    assert document.children is not None
    for problem in problems:
        assert problem.text("zh")
        assert problem.text("en")
