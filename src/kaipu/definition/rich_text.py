"""Rich text is HTML of a few tags and no scripts, links or addresses. It is cleaned once, when an edit brings it in;
from then on validation only checks that it is clean, so that no release and no package can ever hold anything else.
"""

from __future__ import annotations

from typing import Final

import nh3

LONGEST_RICH_TEXT: Final = 20_000

_BLOCKS = {"p", "h3", "h4", "blockquote", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "hr", "br"}
_INLINE = {"strong", "b", "em", "i", "u", "s", "span", "sub", "sup"}
_STYLED = ("p", "h3", "h4", "span", "td", "th")
_STYLES = {"color", "text-align"}

_CLEANER: Final = nh3.Cleaner(
    tags=_BLOCKS | _INLINE,
    attributes={tag: {"style"} for tag in _STYLED},
    filter_style_properties=_STYLES,
    url_schemes=set(),
    strip_comments=True,
    link_rel=None,
)
_MOST_ROUNDS: Final = 4


def clean_rich_text(text: str) -> str:
    """The same text with only what is allowed. Cleaning what is clean changes nothing."""
    for _ in range(_MOST_ROUNDS):
        cleaned = _CLEANER.clean(text)
        if cleaned == text:
            return text
        text = cleaned
    # Markup that looks different after each reading is an attack, not a text: only its letters are kept.
    return nh3.clean_text(text)


def is_clean(text: str) -> bool:
    return _CLEANER.clean(text) == text
