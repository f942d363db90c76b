"""Wontons and dumplings: thin dough over a filling that shows through."""

from __future__ import annotations

import numpy as np
from engine.material import Colour, mix, srgb
from engine.noise import Array, cloud, noise
from engine.scene import Patch, Scene, Texture
from engine.shapes import Look, blob

PORK = srgb("#D98C74")


GREEN = srgb("#6E9440")


SHRIMP = srgb("#EE8A5E")


CHIVE = srgb("#7FA23A")


def _tail(phase: float) -> Texture:
    def paint(patch: Patch) -> Array:
        fan = np.cos(patch.angle * 9 + phase + 1.5 * np.sin(patch.angle * 2))
        return mix(srgb("#F3DFB6"), srgb("#D9B67C"), np.clip(0.45 - 0.4 * fan + 0.3 * (1 - patch.radius), 0, 1))

    return paint


def _belly(scene: Scene, filling: Colour, most: float) -> Texture:
    """Thin dough: the filling shows where it is stretched."""

    def paint(patch: Patch) -> Array:
        stain = 0.82 + 0.15 * cloud(*patch.shape, 21 * patch.scale, scene.rng, 3)
        return mix(srgb("#EDD4A4"), filling, np.clip((1.08 - patch.radius**2.4) * stain, 0, most))

    return paint


def wonton(
    scene: Scene,
    x: float,
    y: float,
    size: float,
    turn: float,
    filling: Colour,
    *,
    skirt: float = 1.0,
    z: float | None = None,
) -> None:
    """A round belly with the filling showing through, gathered into a ruffled tail of thin dough."""
    rng = scene.rng
    phase = rng.random() * 6

    def ruffle(patch: Patch) -> Array:
        fan = np.cos(patch.angle * 9 + phase + 1.5 * np.sin(patch.angle * 2))
        return size * 0.085 * fan * np.clip(patch.radius - 0.15, 0, 1)

    def creases(patch: Patch) -> Array:
        towards = np.clip(patch.u / size + 0.15, 0, 1)
        return size * 0.16 * np.cos(patch.v / size * 17 + phase) * towards**1.5

    base = scene.rest(x, y, size * 0.5, 55) - 4 if z is None else z
    sx, sy = x + np.cos(turn) * size * 0.62, y + np.sin(turn) * size * 0.62
    lean = (float(rng.normal() * 0.08), float(rng.normal() * 0.08))
    spread = (size * 0.62 * skirt, size * 0.66 * skirt, size * 0.14)
    tail: Look = {"turn": turn, "z": base + size * 0.12, "edge": 6.0, "rough": 0.26}
    blob(scene, sx, sy, *spread, _tail(phase), "dough", lobes=9, relief=ruffle, lean=lean, **tail)
    body: Look = {"turn": turn, "z": base, "edge": 2.2, "rough": 0.05}
    round_ = (size * 0.66, size * 0.58, size * 0.60)
    blob(scene, x, y, *round_, _belly(scene, filling, 0.92), "dough", relief=creases, **body)


def ingot(scene: Scene, x: float, y: float, size: float, turn: float, filling: Colour, z: float | None = None) -> None:
    """A big wonton folded like a gold ingot: a bent belly, and a brim of dough that stands up behind it."""
    rng = scene.rng

    def brim(patch: Patch) -> Array:
        shade = 0.35 + 0.5 * patch.v / size + 0.15 * noise(*patch.shape, 18 * patch.scale, rng)
        return mix(srgb("#F3E0B8"), srgb("#D8B67C"), np.clip(shade, 0, 1))

    base = scene.rest(x, y, size * 0.5, 55) - 3 if z is None else z
    bx, by = x + np.sin(turn) * size * 0.30, y - np.cos(turn) * size * 0.30
    back: Look = {"turn": turn, "z": base + size * 0.10, "edge": 5.0, "rough": 0.10, "square": 2.6, "bend": -0.35}
    back |= {"bump": 2.4, "grain": 16.0}
    blob(scene, bx, by, size * 0.74, size * 0.34, size * 0.22, brim, "dough", lean=(0.0, -0.15), **back)
    body: Look = {"turn": turn, "z": base, "edge": 2.2, "rough": 0.05, "bump": 1.2, "grain": 14.0, "bend": -0.42}
    blob(scene, x, y, size * 0.84, size * 0.40, size * 0.62, _belly(scene, filling, 0.72), "dough", **body)


def dumpling(
    scene: Scene, x: float, y: float, size: float, turn: float, filling: Colour, *, raw: bool = False, show: float = 0.5
) -> None:
    """A crescent: plump belly on one side, on the other a pressed edge with pleats."""
    rng = scene.rng
    patch = scene.patch(x, y, size * 1.4, turn)
    if 0 in patch.shape:
        return
    u = patch.u / size
    v = patch.v / size + 0.30 * u**2 - 0.08
    half = np.sqrt(np.maximum(0, 1 - np.abs(u) ** 2.3)) * 0.52
    inside = (np.abs(u) < 1.0) & (np.abs(v) < half)
    across = np.clip(v / np.maximum(half, 0.05), -1, 1)
    taper = np.sqrt(np.maximum(0, 1 - np.abs(u) ** 2.6))
    belly = np.sqrt(np.maximum(0, 1 - ((across - 0.16) / 0.86) ** 2)) * taper
    collar = np.exp(-(((across + 0.78) / 0.20) ** 2)) * (0.25 + 0.75 * taper)
    folds = np.cos(u * 17 + 0.8 * across) * np.clip(0.25 - across, 0, 1) * taper
    z = size * (0.56 * belly * (across > -0.80) + 0.17 * collar + 0.060 * folds)
    z = np.where(inside, z, 0) + 0.12 * noise(*patch.shape, 9 * patch.scale, rng)
    skin = srgb("#EFE2C8") if raw else srgb("#F0DCB2")
    tint = np.clip(
        show
        * np.clip(belly - 0.35, 0, 1)
        * (1.1 + 0.35 * cloud(*patch.shape, 24 * patch.scale, rng, 3))
        * (across > -0.35),
        0,
        0.8,
    )
    paint: Array = mix(skin, filling, tint)
    paint = mix(paint, srgb("#C9A468"), np.clip(-folds * 1.6, 0, 1) * 0.55)
    if raw:
        paint = mix(
            paint, srgb("#FFFFFF"), np.clip(0.10 + 0.28 * cloud(*patch.shape, 12 * patch.scale, rng, 3), 0, 0.6)
        )
    base = scene.rest(x, y, size * 0.4, 50) - 2
    scene.lay(patch, (base + z).astype(np.float32), inside, paint, "paper" if raw else "dough")
