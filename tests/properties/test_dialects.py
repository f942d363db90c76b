"""Any tree, printed in any platform's dialect and read back by that dialect's words, is the same tree, unless the
dialect says why it has none for it.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaipu.compiler.parse.source import SourceText
from kaipu.compiler.parse.tree import Document, Node
from kaipu.compiler.printing.template import print_template
from kaipu.platforms.loader import list_platforms, load_platform

from ..conformance.as_dialect import as_dialect
from ..conformance.read_back import read_back
from .trees import trees


@pytest.mark.parametrize("platform", list_platforms())
@given(children=trees, compact=st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_tree_in_a_dialect_is_the_same_tree(platform: str, children: tuple[Node, ...], compact: bool) -> None:
    # Random tags have random attributes: what a tag may have is another question.
    dialect = replace(load_platform(platform).dialect, tags={})
    text, missing = print_template(Document(children, SourceText("", "")), dialect, compact=compact)
    if missing:
        assert all(problem.params.get("why") for problem in missing)
    else:
        assert read_back(text, dialect).children == as_dialect(children, dialect), text
