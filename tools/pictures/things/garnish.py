"""What is strewn on top: scallions, chilli, sesame, coriander."""

from __future__ import annotations

import numpy as np
from engine.material import Colour, mix, srgb
from engine.scene import Scene
from engine.shapes import blob, curve, lifted, ring, tube

FLAKES_COLOUR = srgb("#A3160C")
CORIANDER_COLOUR = srgb("#3F8F2A")


def scallions(
    scene: Scene, x: float, y: float, spread: float, count: int, size: float = 6.5, z: float | None = None
) -> None:
    rng = scene.rng
    for _ in range(count):
        angle, far = rng.random() * 6.283, spread * rng.random() ** 0.75
        radius = size * (0.55 + 0.6 * rng.random())
        green = mix(srgb("#3E8A2B"), srgb("#9CCB4F"), float(rng.random()))
        px, py = x + np.cos(angle) * far, y + np.sin(angle) * far
        ring(
            scene,
            px,
            py,
            radius,
            radius * 0.36,
            green,
            "leaf",
            z=None if z is None else z + rng.random() * 2,
            lean=(float(rng.normal() * 0.25), float(rng.normal() * 0.25)),
            squash=0.7 + 0.3 * rng.random(),
            turn=rng.random() * 3,
            inner=srgb("#D3E6A0"),
        )


def chilli_rings(scene: Scene, x: float, y: float, spread: float, count: int, size: float = 8.0) -> None:
    rng = scene.rng
    for _ in range(count):
        angle, far = rng.random() * 6.283, spread * np.sqrt(rng.random())
        ring(
            scene,
            x + np.cos(angle) * far,
            y + np.sin(angle) * far,
            size * (0.6 + 0.5 * rng.random()),
            size * 0.26,
            srgb("#C4160F"),
            "jelly",
            lean=(float(rng.normal() * 0.3), float(rng.normal() * 0.3)),
            squash=0.8,
            inner=srgb("#E8562A"),
        )


def sesame(scene: Scene, x: float, y: float, spread: float, count: int) -> None:
    rng = scene.rng
    for _ in range(count):
        angle, far = rng.random() * 6.283, spread * np.sqrt(rng.random())
        blob(
            scene,
            x + np.cos(angle) * far,
            y + np.sin(angle) * far,
            3.4,
            2.1,
            2.4,
            srgb("#F1DDB0"),
            "crust",
            turn=rng.random() * 6.283,
            edge=2,
        )


def flakes(
    scene: Scene, x: float, y: float, spread: float, count: int, colour: Colour = FLAKES_COLOUR, size: float = 3.2
) -> None:
    rng = scene.rng
    for _ in range(count):
        angle, far = rng.random() * 6.283, spread * np.sqrt(rng.random())
        blob(
            scene,
            x + np.cos(angle) * far,
            y + np.sin(angle) * far,
            size * (0.5 + rng.random()),
            size * (0.4 + 0.5 * rng.random()),
            1.6,
            colour,
            "jelly",
            turn=rng.random() * 6.283,
            edge=3,
            rough=0.3,
        )


def coriander(
    scene: Scene, x: float, y: float, turn: float, size: float = 1.0, colour: Colour = CORIANDER_COLOUR
) -> None:
    """A sprig: a stem and lobed leaves."""
    rng = scene.rng
    z = scene.rest(x, y, 14 * size) + 3
    tip = (x + np.cos(turn) * 46 * size, y + np.sin(turn) * 46 * size)
    stem = curve((x, y), ((x + tip[0]) / 2 + rng.normal() * 6, (y + tip[1]) / 2 + rng.normal() * 6), tip, count=16)
    tube(scene, lifted(stem, z + 2), 2.0 * size, srgb("#7DB457"), "leaf")
    for at, side in ((6, 1.0), (8, -1.0), (11, 0.9), (13, -0.9), (15, 0.0)):
        px, py = float(stem[at, 0]), float(stem[at, 1])
        angle = turn + side * (0.8 + 0.3 * rng.random())
        lx, ly = px + np.cos(angle) * 17 * size * (abs(side) > 0), py + np.sin(angle) * 17 * size * (abs(side) > 0)
        for lobe in (-0.75, 0.0, 0.75):
            leaf = mix(colour, srgb("#6DBB3B"), float(rng.random()) * 0.7)
            blob(
                scene,
                lx + np.cos(angle + lobe) * 10 * size,
                ly + np.sin(angle + lobe) * 10 * size,
                11 * size,
                7 * size,
                3.0,
                leaf,
                "leaf",
                turn=angle + lobe,
                z=z + 2 + rng.random() * 3,
                edge=3,
                rough=0.22,
                lobes=9,
                lean=(0.12, float(rng.normal() * 0.15)),
            )
