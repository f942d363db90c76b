"""Loose heaps of strips and of chopped pieces."""

from __future__ import annotations

import numpy as np
from engine.material import Colour, mix
from engine.noise import wobble
from engine.scene import Scene
from engine.shapes import blob, curve, lifted, tube


def shreds(
    scene: Scene,
    x: float,
    y: float,
    spread: float,
    count: int,
    colours: tuple[Colour, Colour],
    *,
    length: float = 46,
    wire: float = 4.2,
    material: str = "meat",
    bend: float = 0.3,
    heap: float = 16,
    flat: float = 0.8,
) -> None:
    """A loose heap of strips: pork, bamboo shoot, kelp, pickled greens."""
    rng = scene.rng
    base = scene.rest(x, y, spread * 0.8, 60)
    taper = 1 - 0.35 * np.abs(np.linspace(-1, 1, 14)) ** 3
    for number in range(count):
        angle, far = rng.random() * 6.283, spread * rng.random() ** 0.7
        px, py, way = x + np.cos(angle) * far, y + np.sin(angle) * far, rng.random() * 6.283
        half = length * (0.35 + 0.35 * rng.random())
        dx, dy, side = np.cos(way) * half, np.sin(way) * half, rng.normal() * bend * 2
        path = curve((px - dx, py - dy), (px - dy * side, py + dx * side), (px + dx, py + dy), count=14)
        lift = heap * max(0.0, 1 - (far / spread) ** 2) * (0.4 + 0.6 * number / count)
        height = base + lift + rng.random() * 5 + wobble(14, 2.0, rng)
        radius = (wire * (0.75 + 0.5 * rng.random()) * taper).astype(np.float32)
        tube(scene, lifted(path, height), radius, mix(*colours, float(rng.random())), material, flat=flat)


def scraps(
    scene: Scene,
    x: float,
    y: float,
    spread: float,
    count: int,
    colours: tuple[Colour, Colour],
    *,
    size: float = 11,
    material: str = "leaf",
    heap: float = 14,
    thick: float = 4.0,
    rough: float = 0.3,
    squash: float = 1.0,
) -> None:
    """A heap of small chopped pieces."""
    rng = scene.rng
    base = scene.rest(x, y, spread * 0.8, 60)
    for number in range(count):
        angle, far = rng.random() * 6.283, spread * rng.random() ** 0.65
        colour = mix(colours[0], colours[1], float(rng.random()))
        z = base + heap * max(0.0, 1 - (far / spread) ** 2) * (0.3 + 0.7 * number / count) + rng.random() * 3
        blob(
            scene,
            x + np.cos(angle) * far,
            y + np.sin(angle) * far * squash,
            size * (0.5 + 0.7 * rng.random()),
            size * (0.3 + 0.4 * rng.random()),
            thick,
            colour,
            material,
            turn=rng.random() * 6.283,
            z=z,
            edge=4,
            rough=rough,
            bump=0.8,
            grain=6,
            lean=(float(rng.normal() * 0.2), float(rng.normal() * 0.2)),
        )
