"""What blocks and pages are written in: the tags of a template, and the names a script finds without declaring them.
Every platform has these; what else one of them has is not for blocks.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TAGS: Final = _words("""
    view text image swiper swiper-item scroll-view button input textarea rich-text navigator icon
    checkbox checkbox-group radio radio-group picker label switch form
""")
"""Besides these `block` and `slot`, which are no elements."""

TAPPABLE: Final = _words("button navigator checkbox radio switch label picker input textarea")
"""Tags that say by themselves that they can be tapped."""

GLOBALS: Final = _words("""
    require module exports arguments undefined NaN Infinity
    Object Array String Number Boolean Symbol Math JSON Date RegExp Promise Map Set WeakMap WeakSet
    Error TypeError RangeError parseInt parseFloat isNaN isFinite
    encodeURIComponent decodeURIComponent encodeURI decodeURI
    setTimeout clearTimeout setInterval clearInterval
""")

MODULE_GLOBALS: Final = _words("""
    require module undefined NaN Infinity getDate getRegExp
    Math JSON Number Date parseInt parseFloat isNaN isFinite
    encodeURIComponent decodeURIComponent encodeURI decodeURI
""")
"""The same for script modules of templates."""
