"""Nuts, beans, mushrooms, bean curd and fruit."""

from __future__ import annotations

import numpy as np
from engine.material import Colour, mix, srgb
from engine.noise import Array, cloud, noise
from engine.scene import Patch, Scene
from engine.shapes import blob

CITRUS_ZEST = srgb("#F2C21E")
CITRUS_PULP = srgb("#F7E27A")


def bean_curd_roll(
    scene: Scene,
    x: float,
    y: float,
    size: float,
    turn: float,
    z: float | None = None,
    lean: tuple[float, float] = (0.0, 0.0),
) -> None:
    """A slice of 素鸡: rolled bean curd skin, a pale spiral under brown sauce."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        turns = (
            np.hypot(patch.u, patch.v * 1.12) / size * 5.0
            + patch.angle / 6.283
            + 0.12 * cloud(*patch.shape, 30 * patch.scale, rng, 2)
        )
        seam = np.clip(np.cos(turns * 6.283) * 3 - 1.6, 0, 1)
        colour = mix(
            srgb("#D9A763"), srgb("#B97A38"), np.clip(0.4 + 0.3 * cloud(*patch.shape, 40 * patch.scale, rng, 3), 0, 1)
        )
        colour = mix(colour, srgb("#7C431A"), seam * 0.65)
        return mix(colour, srgb("#5E2C10"), np.clip((patch.radius - 0.86) * 7, 0, 1) * 0.85)

    blob(
        scene,
        x,
        y,
        size,
        size * 0.9,
        15,
        paint,
        "meat",
        turn=turn,
        z=z,
        edge=9,
        rough=0.07,
        bump=0.8,
        grain=8,
        lean=lean,
    )


def peanut(scene: Scene, x: float, y: float, size: float, turn: float, half: bool = False) -> None:
    rng = scene.rng
    red = mix(srgb("#7E2A16"), srgb("#B55A30"), float(rng.random()))

    def paint(patch: Patch) -> Array:
        if half:
            return mix(srgb("#F1D7A0"), srgb("#DDB56E"), np.clip(np.exp(-((patch.v / 2.2) ** 2)) * 0.7, 0, 1))
        vein = np.clip(np.cos(patch.v / size * 13 + 0.7 * noise(*patch.shape, 9 * patch.scale, rng)) - 0.55, 0, 1)
        return mix(red, srgb("#5E1B0C"), vein)

    blob(
        scene,
        x,
        y,
        size,
        size * 0.68,
        size * (0.6 if half else 1.05),
        paint,
        "crust",
        turn=turn,
        edge=2.2,
        rough=0.05,
        bump=0.5,
        grain=6,
        lean=(float(rng.normal() * 0.1), float(rng.normal() * 0.1)),
        sink=2,
    )


def shiitake(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        colour = mix(srgb("#6B3E1E"), srgb("#3A1C0C"), np.clip(patch.radius, 0, 1))
        star = np.maximum(np.exp(-((patch.u / (size * 0.09)) ** 2)), np.exp(-((patch.v / (size * 0.09)) ** 2))) * (
            patch.radius < 0.72
        )
        return mix(colour, srgb("#E6C79A"), star * 0.9)

    blob(
        scene,
        x,
        y,
        size,
        size * 0.95,
        size * 0.42,
        paint,
        "meat",
        turn=turn,
        edge=2.6,
        rough=0.05,
        bump=0.7,
        lean=(float(rng.normal() * 0.06), float(rng.normal() * 0.06)),
    )


def citrus(
    scene: Scene,
    x: float,
    y: float,
    size: float,
    z: float | None = None,
    *,
    zest: Colour = CITRUS_ZEST,
    pulp: Colour = CITRUS_PULP,
    lean: tuple[float, float] = (0.0, 0.0),
) -> None:
    """A slice of lemon or lime."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        wall = np.clip(np.cos(patch.angle * 9 + 0.3) * 6 - 5.1, 0, 1) * (patch.radius > 0.08)
        cells = noise(*patch.shape, 8 * patch.scale, rng)
        colour = mix(pulp, zest, np.clip(0.25 + 0.22 * cells, 0, 1))
        colour = mix(colour, srgb("#FBF6DC"), np.maximum(wall, np.exp(-((patch.radius / 0.08) ** 2))))
        colour = mix(colour, srgb("#FBF6DC"), np.clip((patch.radius - 0.80) * 20, 0, 1))
        return mix(colour, zest, np.clip((patch.radius - 0.89) * 30, 0, 1))

    blob(
        scene,
        x,
        y,
        size,
        size,
        9,
        paint,
        "jelly",
        z=z,
        edge=10,
        rough=0.01,
        turn=rng.random() * 6,
        bump=0.6,
        grain=7,
        lean=lean,
    )


def seeds(
    scene: Scene,
    x: float,
    y: float,
    spread: float,
    count: int,
    size: float,
    colours: tuple[Colour, Colour],
    material: str = "jelly",
    spot: Colour | None = None,
    oblong: float = 0.75,
) -> None:
    """Beans scattered over a place: mung, soy."""
    rng = scene.rng
    for _ in range(count):
        angle, far = rng.random() * 6.283, spread * np.sqrt(rng.random())
        px, py, turn = x + np.cos(angle) * far, y + np.sin(angle) * far, rng.random() * 6.283
        k = size * (0.85 + 0.3 * rng.random())
        base = scene.rest(px, py, k * 0.6, 60)
        colour = mix(*colours, float(rng.random()))
        blob(scene, px, py, k, k * oblong, k * 1.1, colour, material, turn=turn, z=base, edge=2.1, sink=k * 0.1)
        if spot:
            sx, sy = px + np.cos(turn + 1.57) * k * 0.35, py + np.sin(turn + 1.57) * k * 0.35
            blob(scene, sx, sy, k * 0.3, k * 0.1, 2, spot, material, turn=turn, z=base + k * 0.72, edge=3)
