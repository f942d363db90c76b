"""How much light reaches a pixel: soft shadows of the window, and the share of the sky that its neighbours leave
free.
"""

from __future__ import annotations

import numpy as np

from engine.noise import Array, blur


def grown(half: Array, shape: tuple[int, ...]) -> Array:
    """Twice the size: shadows are soft, so they are found on every other pixel."""
    full = np.repeat(np.repeat(half, 2, 0), 2, 1)[: shape[0], : shape[1]]
    return (full + shifted(full, 1, 0) + shifted(full, 0, 1) + shifted(full, 1, 1)) / 4


def shifted(image: Array, dx: float, dy: float) -> Array:
    """The image as seen from `dx`, `dy` pixels away, edges repeated."""
    ix, iy = round(dx), round(dy)
    rows = np.clip(np.arange(image.shape[0]) + iy, 0, image.shape[0] - 1)
    columns = np.clip(np.arange(image.shape[1]) + ix, 0, image.shape[1] - 1)
    return image[np.ix_(rows, columns)]


def shadow_of(height: Array, key: Array, scale: float) -> Array:
    """How much of a window-sized lamp each pixel sees."""
    lamps = [(a, e) for a in (-0.16, -0.05, 0.05, 0.16) for e in (-0.12, 0.0, 0.14)]
    azimuth, rise = float(np.arctan2(key[1], key[0])), float(key[2] / np.hypot(key[0], key[1]))
    total = np.zeros_like(height)
    steps = np.unique(np.round(np.geomspace(1.5, 150 * scale, 30)))
    for turn, tilt in lamps:
        clear = np.ones_like(height)
        for step in steps:
            other = shifted(height, step * np.cos(azimuth + turn), step * np.sin(azimuth + turn))
            over = other - height - step * (rise + tilt)
            clear = np.minimum(clear, np.clip(1 - over / (0.04 * step + 0.6), 0, 1))
        total += clear
    return blur(total / len(lamps), 0.6 * scale)


def openness(height: Array, scale: float) -> Array:
    """The share of the sky a pixel sees: ambient occlusion along sixteen directions."""
    blocked = np.zeros_like(height)
    steps = np.unique(np.round(np.geomspace(2, 46 * scale, 7)))
    for number in range(12):
        angle = number * 2 * np.pi / 12 + 0.2
        slope = np.zeros_like(height)
        for step in steps:
            other = shifted(height, step * np.cos(angle), step * np.sin(angle))
            slope = np.maximum(slope, (other - height) / step)
        blocked += slope**2 / (1 + slope**2)
    return np.clip(1 - blocked / 12, 0, 1)
