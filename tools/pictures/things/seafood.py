"""Fish, eel and shrimp."""

from __future__ import annotations

import numpy as np
from engine.material import mix, srgb
from engine.noise import Array, cloud
from engine.scene import Patch, Scene
from engine.shapes import blob, lifted, tube


def fish(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A steak of fish, fried crisp and soaked in soy: dark bark, a pale torn rim, the back bone's mark."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        bark = cloud(*patch.shape, 40 * patch.scale, rng, 4)
        colour = mix(srgb("#5A260C"), srgb("#B0682A"), np.clip(0.40 + 0.22 * bark, 0, 1))
        layers = np.clip(np.cos((np.hypot(patch.u + size * 0.9, patch.v * 1.3) / size) * 26) - 0.55, 0, 1)
        colour = mix(colour, srgb("#D79A52"), layers * 0.45 * (patch.radius < 0.84))
        colour = mix(colour, srgb("#2E1206"), np.exp(-(((patch.radius - 0.88) / 0.05) ** 2)) * 0.75)
        return mix(colour, srgb("#8A4A1C"), np.clip((patch.radius - 0.93) * 14, 0, 1) * 0.8)

    blob(
        scene,
        x,
        y,
        size,
        size * 0.56,
        34,
        paint,
        "meat",
        turn=turn,
        edge=6,
        rough=0.07,
        lobes=4,
        square=2.2,
        bump=1.4,
        grain=16,
        bend=0.30,
        lean=(float(rng.normal() * 0.05), float(rng.normal() * 0.14)),
    )


def eel(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A strip of fried eel: blistered black-brown back, bronze edges, bent as it came out of the oil."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        bark = cloud(*patch.shape, 20 * patch.scale, rng, 4)
        colour = mix(srgb("#30140A"), srgb("#7E4218"), np.clip(0.40 + 0.30 * bark, 0, 1))
        colour = mix(colour, srgb("#C2813A"), np.clip((np.abs(patch.v) / (size * 0.27) - 0.62) * 2.2, 0, 1) * 0.8)
        return mix(colour, srgb("#1E0B05"), np.exp(-((patch.v / (size * 0.03)) ** 2)) * 0.6)

    blob(
        scene,
        x,
        y,
        size,
        size * 0.27,
        17,
        paint,
        "meat",
        turn=turn,
        edge=3.4,
        rough=0.10,
        square=2.6,
        bump=1.6,
        grain=14,
        bend=float(rng.normal() * 0.22),
        lean=(float(rng.normal() * 0.08), float(rng.normal() * 0.10)),
        sink=2,
    )


def shrimp(scene: Scene, x: float, y: float, size: float, turn: float, tail: bool = True) -> None:
    """A peeled shrimp: a fat comma in pink and white bands."""
    rng = scene.rng
    base = scene.rest(x, y, size * 0.6)
    t = np.linspace(0, 1, 34)
    sweep = turn + t * 4.1
    path = np.column_stack([x + np.cos(sweep) * size * (0.50 + 0.14 * t), y + np.sin(sweep) * size * (0.50 + 0.14 * t)])
    radius = size * (0.30 - 0.18 * t**1.4) * np.clip(t * 9 + 0.55, 0, 1)
    band = np.clip(np.sin(t * 6.28 * 5.5) * 0.6 + 0.35, 0, 1)
    colour = mix(
        np.asarray(srgb("#FBE4D2"))[None, None],
        np.asarray(srgb("#F08A5C"))[None, None],
        (band * (0.7 + 0.3 * t))[None, :],
    )[0]
    tube(scene, lifted(path, base + 3 + 3 * np.sin(t * 3)), radius.astype(np.float32), colour, "white", flat=0.95)
    if tail:
        for fan in (-0.35, 0.35):
            way = sweep[-1] + 1.57 + fan
            ex, ey = path[-1]
            blob(
                scene,
                ex + np.cos(way) * size * 0.2,
                ey + np.sin(way) * size * 0.2,
                size * 0.22,
                size * 0.09,
                4,
                srgb("#E2552B"),
                "jelly",
                turn=way,
                z=base + 6,
                edge=4,
                lean=(0.1, float(rng.normal() * 0.1)),
            )
