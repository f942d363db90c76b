"""Wontons and dumplings: thin dough over a filling that shows through."""

from __future__ import annotations

import numpy as np

from noise import Array, cloud, noise
from scene import Colour, Patch, Scene, blob, mix, srgb

PORK = srgb("#D98C74")
GREEN = srgb("#6E9440")
SHRIMP = srgb("#EE8A5E")
CHIVE = srgb("#7FA23A")


def wonton(scene: Scene, x: float, y: float, size: float, turn: float, filling: Colour, *, skirt: float = 1.0, z: float | None = None) -> None:
    """A round belly with the filling showing through, gathered into a ruffled tail of thin dough."""
    rng = scene.rng
    phase = rng.random() * 6

    def ruffle(patch: Patch) -> Array:
        fan = np.cos(patch.angle * 9 + phase + 1.5 * np.sin(patch.angle * 2))
        return size * 0.085 * fan * np.clip(patch.radius - 0.15, 0, 1)

    def thin(patch: Patch) -> Array:
        fan = np.cos(patch.angle * 9 + phase + 1.5 * np.sin(patch.angle * 2))
        return mix(srgb("#F3DFB6"), srgb("#D9B67C"), np.clip(0.45 - 0.4 * fan + 0.3 * (1 - patch.radius), 0, 1))

    def belly(patch: Patch) -> Array:
        show = np.clip(1.10 - patch.radius**2.4, 0, 1) * (0.80 + 0.14 * cloud(*patch.shape, 22 * patch.scale, rng, 3))
        return mix(srgb("#EDD3A2"), filling, np.clip(show, 0, 0.92))

    def creases(patch: Patch) -> Array:
        towards = np.clip(patch.u / size + 0.15, 0, 1)
        return size * 0.16 * np.cos(patch.v / size * 17 + phase) * towards**1.5

    base = scene.rest(x, y, size * 0.5, 55) - 4 if z is None else z
    sx, sy = x + np.cos(turn) * size * 0.62, y + np.sin(turn) * size * 0.62
    blob(scene, sx, sy, size * 0.62 * skirt, size * 0.66 * skirt, size * 0.14, thin, "dough", turn=turn, z=base + size * 0.12, edge=6, rough=0.26, lobes=9, relief=ruffle,
         lean=(float(rng.normal() * 0.08), float(rng.normal() * 0.08)))
    blob(scene, x, y, size * 0.66, size * 0.58, size * 0.60, belly, "dough", turn=turn, z=base, edge=2.2, rough=0.05, relief=creases)


def ingot(scene: Scene, x: float, y: float, size: float, turn: float, filling: Colour, z: float | None = None) -> None:
    """A big wonton folded like a gold ingot: a bent belly whose two ends are pressed together, and a brim that stands up behind."""
    rng = scene.rng

    def belly(patch: Patch) -> Array:
        show = np.clip(1.06 - patch.radius**2.4, 0, 1) * (0.86 + 0.16 * cloud(*patch.shape, 20 * patch.scale, rng, 3))
        return mix(srgb("#EED6A6"), filling, np.clip(show, 0, 0.72))

    def brim(patch: Patch) -> Array:
        return mix(srgb("#F3E0B8"), srgb("#D8B67C"), np.clip(0.35 + 0.5 * patch.v / size + 0.15 * noise(*patch.shape, 18 * patch.scale, rng), 0, 1))

    base = scene.rest(x, y, size * 0.5, 55) - 3 if z is None else z
    back = (x - np.sin(turn) * size * -0.30, y + np.cos(turn) * size * -0.30)
    blob(scene, *back, size * 0.74, size * 0.34, size * 0.22, brim, "dough", turn=turn, z=base + size * 0.10, edge=5, rough=0.10, bump=2.4, grain=16, bend=-0.35, square=2.6,
         lean=(0.0, -0.15))
    blob(scene, x, y, size * 0.84, size * 0.40, size * 0.62, belly, "dough", turn=turn, z=base, edge=2.2, rough=0.05, bump=1.2, grain=14, bend=-0.42)


def dumpling(scene: Scene, x: float, y: float, size: float, turn: float, filling: Colour, *, raw: bool = False, show: float = 0.5) -> None:
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
    tint = np.clip(show * np.clip(belly - 0.35, 0, 1) * (1.1 + 0.35 * cloud(*patch.shape, 24 * patch.scale, rng, 3)) * (across > -0.35), 0, 0.8)
    paint: Array = mix(skin, filling, tint)
    paint = mix(paint, srgb("#C9A468"), np.clip(-folds * 1.6, 0, 1) * 0.55)
    if raw:
        paint = mix(paint, srgb("#FFFFFF"), np.clip(0.10 + 0.28 * cloud(*patch.shape, 12 * patch.scale, rng, 3), 0, 0.6))
    base = scene.rest(x, y, size * 0.4, 50) - 2
    scene.lay(patch, (base + z).astype(np.float32), inside, paint, "paper" if raw else "dough")
