"""What surfaces mirror: two windows and the ceiling, seen from a camera above the middle of the picture."""

from __future__ import annotations

import numpy as np

from engine.mood import Mood
from engine.noise import Array
from engine.scene import Scene


def _window(direction: Array, towards: Array, size: tuple[float, float], softness: Array) -> Array:
    """Brightness of a barred window seen in a direction, softened for rough surfaces."""
    side = np.cross(np.asarray((0, 0, 1), np.float32), towards)
    side /= np.linalg.norm(side)
    up = np.cross(towards, side)
    ahead = np.maximum(direction @ towards, 1e-3)
    x, y = (direction @ side) / ahead, (direction @ up) / ahead
    soft = 0.02 + softness * 1.15
    inside = _fall(np.abs(x), size[0], soft) * _fall(np.abs(y), size[1], soft)
    bar = 1 - 0.8 * _fall(np.abs(x), size[0] * 0.06, 0.012 + softness) * (softness < 0.12)
    return np.where(direction @ towards > 0, inside * bar, 0) / (1 + 9 * softness)


def _fall(value: Array, at: float, soft: Array | float) -> Array:
    return 1 / (1 + np.exp(np.clip((value - at) / soft * 4, -30, 30)))


def mirrored_light(
    normal: Array, view: Array, key: Array, shadow: Array, open_sky: Array, rough: Array, reflect: Array, mood: Mood
) -> Array:
    """What surfaces mirror: the window the light comes from, a smaller one nearly overhead, and the ceiling."""
    facing = np.sum(normal * view, axis=2)
    mirrored = 2 * facing[:, :, None] * normal - view
    fresnel = reflect + (1 - reflect) * np.clip(1 - facing, 0, 1) ** 5
    high = np.asarray((-0.17, -0.20, 1.0), np.float32)
    high /= np.linalg.norm(high)
    window = _window(mirrored, key, (0.30, 0.24), rough**1.4) * (0.15 + 0.85 * shadow) * 15
    window += _window(mirrored, high, (0.055, 0.075), rough**1.6) * open_sky * 9
    ceiling = (0.35 + 0.5 * np.clip(mirrored[:, :, 2], 0, 1)) * open_sky * (1 - 0.6 * rough)
    bright = fresnel * (1 - 0.45 * rough)
    return (
        (window * bright)[:, :, None] * np.asarray(mood.key_colour, np.float32)
        + (ceiling * bright)[:, :, None] * np.asarray(mood.sky_colour, np.float32) * mood.sky_strength * 1.4
    ).astype(np.float32)


def camera(scene: Scene) -> Array:
    """From each pixel towards a camera two picture widths above the middle."""
    rows, columns = scene.height.shape
    far = 1.9 * min(rows, columns)
    y, x = (rows / 2 - np.arange(rows))[:, None] / far, (columns / 2 - np.arange(columns))[None, :] / far
    view = np.stack(np.broadcast_arrays(x, y, np.ones(1)), axis=2).astype(np.float32)
    return view / np.linalg.norm(view, axis=2, keepdims=True)
