"""The colours that the shell works out of a theme, for the first paint: the same sums as in shell/theme.js, so that
nothing changes colour when the script takes over.
"""

from __future__ import annotations

import math
from typing import Final, TypeAlias

from kaipu.definition import JsonObject

Color: TypeAlias = tuple[float, float, float]

_READABLE: Final = 4.5
_WHITE: Final[Color] = (255, 255, 255)
_BLACK: Final[Color] = (0, 0, 0)


def palette(theme: JsonObject) -> dict[str, str]:
    """CSS variable -> value."""
    primary, accent, background, surface, text = (
        _parse(str(theme[name])) for name in ("primary", "accent", "background", "surface", "text")
    )
    soft = _mix(background, primary, 0.07)
    grounds = [background, surface, soft]
    ink = _readable(text, _BLACK if _contrast(_BLACK, surface) > _READABLE else _WHITE, grounds)
    colors = {
        "primary": primary,
        "accent": accent,
        "background": background,
        "surface": surface,
        "text": ink,
        "muted": _readable(_mix(ink, background, 0.45), ink, grounds),
        "line": _mix(surface, ink, 0.1),
        "soft": soft,
        "strong": _readable(primary, ink, grounds),
        "on-primary": _on(primary, ink),
    }
    variables = {f"--kp-{name}": _print(color) for name, color in colors.items()}
    return variables | {"--kp-radius": f"calc(var(--rpx) * {int(str(theme['radius_px'])) * 2})"}


def _parse(text: str) -> Color:
    return (int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))


def _print(color: Color) -> str:
    return "#" + "".join(f"{math.floor(part + 0.5):02x}" for part in color)


def _mix(start: Color, end: Color, share: float) -> Color:
    red, green, blue = (a + (b - a) * share for a, b in zip(start, end, strict=True))
    return (red, green, blue)


def _luminance(color: Color) -> float:
    red, green, blue = (part / 3294 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: Color, other: Color) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _readable(color: Color, sure: Color, grounds: list[Color]) -> Color:
    """The nearest colour on the way to `sure` that can be read on all grounds."""
    share = 0.0
    while share < 1:
        tried = _parse(_print(_mix(color, sure, share)))
        if all(_contrast(tried, ground) >= _READABLE for ground in grounds):
            return tried
        # Added up, not multiplied: the last bit counts, or both would not stop at the same step.
        share += 0.05
    return sure


def _on(ground: Color, dark: Color) -> Color:
    return _WHITE if _contrast(_WHITE, ground) >= _READABLE else _readable(dark, _BLACK, [ground])
