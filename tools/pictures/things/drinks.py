"""Glasses, ice, foam and bubbles as they look from above."""

from __future__ import annotations

import numpy as np
from engine.material import Colour, mix, srgb
from engine.noise import Array, cloud, noise
from engine.scene import Liquid, Patch, Pool, Scene
from engine.shapes import blob

from things.liquids import fill

GLASS_INSIDE = srgb("#D9D4C8")
FOAM_COLOUR = srgb("#F6E6C0")


def glass(
    scene: Scene,
    x: float,
    y: float,
    radius: float,
    liquid: Liquid,
    *,
    tall: float = 150,
    level: float = 128,
    inside: Colour = GLASS_INSIDE,
) -> Pool:
    """A tumbler filled nearly to its rim: a thin bright lip, then a band of glass the drink shines through."""
    patch = scene.patch(x, y, radius * 1.05)
    r = patch.radius / radius
    lip = tall - 4 + 4 * np.sqrt(np.maximum(0, 1 - ((r - 0.975) / 0.025) ** 2))
    height = np.where(r > 0.945, lip, tall * 0.08 + tall * 0.72 * np.clip((r - 0.74) / 0.2, 0, 1) ** 2)
    shine = np.exp(-(((r - 0.985) / 0.010) ** 2)) * (0.45 + 0.55 * np.cos(patch.angle * 2 + 1.2) ** 2)
    paint = mix(mix(inside, liquid.body, 0.5), mix(liquid.body, srgb("#E9EEF0"), 0.42), (r > 0.94).astype(np.float32))
    paint = mix(paint, srgb("#FFFFFF"), np.clip(shine, 0, 1))
    scene.lay(patch, height.astype(np.float32), r < 1, paint, "glass")
    return fill(scene, x, y, radius * 0.95, level, liquid)


def ice(scene: Scene, x: float, y: float, size: float, turn: float, z: float, tint: Colour) -> None:
    """A cube that floats: clear middle, white cracks and edges."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        crack = np.clip(1 - np.abs(cloud(*patch.shape, 40 * patch.scale, rng, 3)) / 0.10, 0, 1) * 0.35
        edge = np.clip((patch.radius - 0.66) * 3.2, 0, 1)
        return mix(mix(tint, srgb("#FFFFFF"), 0.12), srgb("#F0F5F8"), np.clip(edge * 0.42 + crack, 0, 0.75))

    blob(
        scene,
        x,
        y,
        size,
        size * 0.92,
        15,
        paint,
        "ice",
        turn=turn,
        z=z,
        edge=7,
        square=5.5,
        rough=0.03,
        bump=1.2,
        grain=24,
        lean=(float(rng.normal() * 0.12), float(rng.normal() * 0.12)),
    )


def bubbles(
    scene: Scene,
    x: float,
    y: float,
    radius: float,
    count: int,
    z: float,
    colour: Colour,
    size: tuple[float, float] = (1.5, 5.5),
    rim: bool = True,
) -> None:
    rng = scene.rng
    for _ in range(count):
        angle = rng.random() * 6.283
        far = radius * (1 - 0.10 * rng.random() ** 2) if rim else radius * np.sqrt(rng.random())
        k = size[0] + (size[1] - size[0]) * rng.random() ** 2.5
        blob(scene, x + np.cos(angle) * far, y + np.sin(angle) * far, k, k, k * 0.8, colour, "glass", z=z, edge=2.2)


def foam(scene: Scene, x: float, y: float, radius: float, z: float, colour: Colour = FOAM_COLOUR) -> None:
    """A beer's head: soft cream, pricked by bubbles that get larger towards one side."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        pores = (
            np.clip(noise(*patch.shape, 5 * patch.scale, rng) - 1.2, 0, 1)
            + np.clip(noise(*patch.shape, 10 * patch.scale, rng) - 1.7, 0, 1) * 1.5
        )
        edge = np.clip((patch.radius - 0.86) * 6, 0, 1)
        return mix(colour, srgb("#C99A3E"), np.clip(pores * 0.5 + edge * 0.5, 0, 0.75))

    def pits(patch: Patch) -> Array:
        return -2.2 * np.clip(noise(*patch.shape, 10 * patch.scale, rng) - 1.3, 0, 1) + 3.0 * noise(
            *patch.shape, 70 * patch.scale, rng
        )

    blob(scene, x, y, radius, radius, 22, paint, "paper", z=z, edge=5, rough=0.01, relief=pits)
    bubbles(scene, x + radius * 0.5, y + radius * 0.35, radius * 0.36, 46, z + 19, srgb("#FBF0D2"), (2, 7), rim=False)
