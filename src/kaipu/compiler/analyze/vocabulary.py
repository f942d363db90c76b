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

TRUTHS: Final = _words("""
    hidden disabled checked loading plain password focus auto-focus autoplay circular vertical indicator-dots
    scroll-x scroll-y lazy-load enable-flex auto-height show-confirm-bar adjust-position
""")
"""Attributes that are on or off: any text that stands there turns them on."""

GLOBALS: Final = _words("""
    require module exports arguments undefined NaN Infinity
    Object Array String Number Boolean Symbol Math JSON Date RegExp Promise Map Set WeakMap WeakSet
    Error TypeError RangeError parseInt parseFloat isNaN isFinite
    encodeURIComponent decodeURIComponent encodeURI decodeURI
    setTimeout clearTimeout setInterval clearInterval
""")

ELSEWHERE: Final = _words("""
    window document navigator location history screen localStorage sessionStorage console fetch alert confirm prompt
    XMLHttpRequest WebSocket Worker Image Audio URL URLSearchParams FormData Headers Request Response Blob File
    TextEncoder TextDecoder AbortController Event EventTarget MessageChannel performance crypto atob btoa
    requestAnimationFrame cancelAnimationFrame queueMicrotask structuredClone setImmediate clearImmediate process Buffer
    global globalThis self top parent frames __dirname __filename
    Proxy Reflect BigInt Intl WeakRef FinalizationRegistry ArrayBuffer SharedArrayBuffer Atomics DataView Int8Array
    Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array
    BigUint64Array EvalError ReferenceError SyntaxError URIError AggregateError eval Function escape unescape Iterator
    App Page Component Behavior getApp getCurrentPages wx my tt swan qq ks jd xhs uni Taro
""")
"""Names that there are where some other scripts run; what is in none of these lists is a slip of the pen."""

THEME: Final = _words("""
    primary accent background surface text muted line radius soft strong on-primary on-accent
""")
"""What a style may take from the theme, as `var(--kp-primary)`; `shell/theme.js` sets them."""

MODULE_GLOBALS: Final = _words("""
    require module undefined NaN Infinity getDate getRegExp
    Math JSON Number Date parseInt parseFloat isNaN isFinite
    encodeURIComponent decodeURIComponent encodeURI decodeURI
""")
"""The same for script modules of templates."""
