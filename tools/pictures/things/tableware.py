"""Bowls, plates, cups, chopsticks, spoons and trays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from engine.material import Colour, Paint, mix, scaled, srgb
from engine.noise import Array, cloud, noise
from engine.scene import Patch, Scene
from engine.shapes import tube

CHOPSTICKS_COLOUR = srgb("#3B1C12")
CHOPSTICKS_TIP = srgb("#C9A15A")


@dataclass(frozen=True)
class Ware:
    """A glaze: body, rim, an accent for its pattern (fret, lines, speckle or none), glossy or matt."""

    body: Colour
    rim: Colour
    accent: Colour
    pattern: str = "lines"
    material: str = "glaze"


BLUE_WHITE = Ware(srgb("#F1EFE8"), srgb("#27467F"), srgb("#2B4F94"), "fret")


CREAM = Ware(srgb("#EFE3CB"), srgb("#8A5B34"), srgb("#B98A57"), "speckle", "glaze")


RED = Ware(srgb("#A51E17"), srgb("#E0A54A"), srgb("#E0A54A"), "lines")


RED_IN_WHITE = Ware(srgb("#F5EEE2"), srgb("#B3261E"), srgb("#B3261E"), "fret")


NIGHT = Ware(srgb("#2C2F36"), srgb("#80614A"), srgb("#4B5360"), "speckle", "stoneware")


CELADON = Ware(srgb("#B9CDB8"), srgb("#8FA98F"), srgb("#8DB09A"), "lines")


CLAY = Ware(srgb("#8B5436"), srgb("#5C3421"), srgb("#6E4027"), "speckle", "stoneware")


INDIGO = Ware(srgb("#2F4A78"), srgb("#D9C7A0"), srgb("#50719F"), "speckle")


WHITE = Ware(srgb("#F4F1EA"), srgb("#E6DFD2"), srgb("#DDD3C2"), "none")


def _painted(scene: Scene, patch: Patch, ware: Ware, r: Array, radius: float) -> Paint:
    stain = cloud(*patch.shape, 40 * patch.scale, scene.rng, 3)
    paint = mix(ware.body, scaled(ware.body, 0.88), np.clip(0.3 + 0.22 * stain, 0, 1))
    edge = np.exp(-(((r - 0.985) / 0.017) ** 2))
    paint = mix(paint, ware.rim, np.clip(edge, 0, 1))
    if ware.pattern == "speckle":
        dots = noise(*patch.shape, 3.2 * patch.scale, scene.rng)
        paint = mix(paint, ware.accent, np.clip((dots - 1.9) * 2, 0, 1) * 0.8)
    if ware.pattern in ("lines", "fret"):
        for at, width in ((0.945, 0.0035), (0.865, 0.0035)):
            paint = mix(paint, ware.accent, np.exp(-(((r - at) / width) ** 2)) * 0.9)
    if ware.pattern == "fret":
        paint = mix(paint, ware.accent, _fret(patch, r) * 0.88)
    return paint


def _fret(patch: Patch, r: Array) -> Array:
    """The square spiral that runs around a noodle bowl, between 0.875 and 0.935 of its radius."""
    count = 44
    cell = (patch.angle / (2 * np.pi) * count) % 1 * 9
    row = (r - 0.872) / (0.938 - 0.872) * 7
    rows = ("111111100", "100000100", "101110100", "101010100", "101000100", "101111101", "100000001")
    art = np.asarray([[int(dot) for dot in line] for line in rows])
    inside = (row >= 0) & (row < 7)
    return np.where(inside, art[np.clip(row, 0, 6).astype(int), np.clip(cell, 0, 8).astype(int)], 0).astype(np.float32)


def bowl(
    scene: Scene,
    x: float,
    y: float,
    radius: float,
    ware: Ware,
    *,
    tall: float = 130.0,
    foot: float = 0.42,
    z: float = 0.0,
) -> None:
    """A deep round bowl; its inside falls from the rim at `tall` to a round bottom."""
    patch = scene.patch(x, y, radius * 1.05)
    r = patch.radius / radius
    inner = z + tall * (0.08 + 0.88 * np.clip((r - 0.22) / (0.955 - 0.22), 0, 1.05) ** 2.1)
    lip = z + tall * (0.965 + 0.035 * np.sqrt(np.maximum(0, 1 - ((r - 0.978) / 0.022) ** 2)))
    height = np.where(r < 0.956, np.minimum(inner, z + tall * 0.97), lip)
    scene.lay(patch, height.astype(np.float32), r < 1, _painted(scene, patch, ware, r, radius), ware.material)


def plate(
    scene: Scene,
    x: float,
    y: float,
    radius: float,
    ware: Ware,
    *,
    tall: float = 34.0,
    z: float = 0.0,
    ry: float | None = None,
    turn: float = 0.0,
) -> float:
    """A shallow plate, round or oval; returns the height of its floor."""
    patch = scene.patch(x, y, max(radius, ry or 0) * 1.05, turn)
    r = np.hypot(patch.u / radius, patch.v / (ry or radius))
    patch.angle = np.arctan2(patch.v / (ry or radius), patch.u / radius)
    slope = np.clip((r - 0.70) / 0.27, 0, 1)
    height = z + 8 + (tall - 8) * slope**1.5 - 2.2 * np.exp(-(((r - 0.70) / 0.02) ** 2)) * 0.4
    height = np.where(r > 0.965, z + tall - 3 * ((r - 0.965) / 0.035) ** 2, height)
    scene.lay(patch, height.astype(np.float32), r < 1, _painted(scene, patch, ware, r, radius), ware.material)
    return z + 8


def chopsticks(
    scene: Scene,
    x: float,
    y: float,
    turn: float,
    length: float = 560,
    colour: Colour = CHOPSTICKS_COLOUR,
    tip: Colour = CHOPSTICKS_TIP,
    z: float = 12,
    gap: float = 17,
    rise: float = 0.0,
) -> None:
    for side in (-0.5, 0.5):
        ox, oy = -np.sin(turn) * gap * side, np.cos(turn) * gap * side
        spread = turn + side * 0.02
        dx, dy = np.cos(spread) * length / 2, np.sin(spread) * length / 2
        t = np.linspace(0, 1, 24)
        points = np.stack([x + ox + (2 * t - 1) * dx, y + oy + (2 * t - 1) * dy, z + rise * t], axis=1).astype(
            np.float32
        )
        radius = 6.4 - 2.9 * t
        paint = np.where((t < 0.10)[:, None], np.asarray(tip), np.asarray(colour)) + 0 * t[:, None]
        tube(scene, points, radius.astype(np.float32), paint.astype(np.float32), "paint")


def spoon(scene: Scene, x: float, y: float, turn: float, ware: Ware, z: float = 0.0, size: float = 1.0) -> None:
    """A porcelain soup spoon, its bowl at (x, y), its handle towards `turn`."""
    patch = scene.patch(x, y, 210 * size, turn)
    u, v = patch.u / size, patch.v / size
    head = np.hypot((u + 2) / 62, v / 44)
    width = (15 + 5 * np.clip((u - 40) / 130, 0, 1)) * np.sqrt(np.clip(1 - ((u - 130) / 45) ** 2 * (u > 130), 0.0, 1))
    handle = (u > 30) & (u < 175) & (np.abs(v) < width)
    hollow = z + size * (4 + 22 * head**2.2)
    groove = z + size * (16 + 9 * np.clip((u - 40) / 130, 0, 1) + 5 * (np.abs(v) / np.maximum(width, 1)) ** 2)
    inside = (head < 1) | handle
    height = np.where(head < 1, np.where(handle & (head > 0.8), np.maximum(hollow, groove), hollow), groove)
    paint = mix(
        ware.body,
        ware.accent,
        np.clip(
            np.exp(-(((head - 0.96) / 0.03) ** 2)) * (head < 1) + ((np.abs(v) > width - 2) & handle & (head > 1)), 0, 1
        )
        * 0.9,
    )
    scene.lay(patch, height.astype(np.float32), inside, paint, ware.material)


def tray(
    scene: Scene, x: float, y: float, w: float, h: float, colours: tuple[Colour, Colour], *, z: float = 0.0
) -> float:
    """A wooden tray with a raised edge; returns the height of its floor."""
    patch = scene.patch(x, y, float(np.hypot(w, h)) + 20)
    corner = 36
    du, dv = np.abs(patch.u) - (w - corner), np.abs(patch.v) - (h - corner)
    d = np.hypot(np.maximum(du, 0), np.maximum(dv, 0)) + np.minimum(np.maximum(du, dv), 0) - corner
    grain = noise(*patch.shape, 10 * scene.scale, scene.rng, 24, 1) * 0.6 + noise(
        *patch.shape, 30 * scene.scale, scene.rng, 16, 2
    )
    paint = mix(colours[0], colours[1], np.clip(0.5 + 0.14 * grain, 0, 1))
    edge = np.clip(1 - ((d + 9) / 9) ** 2, 0, 1)
    floor = z + 10
    height = floor + grain * 0.15 + np.where(d > -18, 22 * np.sqrt(edge), 0)
    scene.lay(patch, height.astype(np.float32), d < 0, paint, "wood")
    return floor
