"""Beef, and the fibres and fat that meat is painted with."""

from __future__ import annotations

import numpy as np
from engine.material import Colour, mix, srgb
from engine.noise import Array, cloud, noise
from engine.scene import Patch, Scene, Texture
from engine.shapes import blob

FIBRES_FAT_COLOUR = srgb("#E9B98A")


def fibres(
    scene: Scene, dark: Colour, light: Colour, fat: float = 0.0, fat_colour: Colour = FIBRES_FAT_COLOUR
) -> Texture:
    def paint(patch: Patch) -> Array:
        rng, s = scene.rng, patch.scale
        strand = (
            noise(*patch.shape, 4 * s, rng, 6) * 0.4
            + noise(*patch.shape, 15 * s, rng, 3) * 0.8
            + cloud(*patch.shape, 40 * s, rng, 3) * 0.5
        )
        colour = mix(dark, light, np.clip(0.45 + 0.22 * strand, 0, 1))
        colour = mix(colour, dark, np.clip((patch.radius - 0.8) * 4, 0, 1) * 0.6)
        if fat:
            vein = np.abs(cloud(*patch.shape, 34 * s, rng, 3))
            colour = mix(colour, fat_colour, np.clip(1 - vein / fat, 0, 1) * 0.85)
        return colour

    return paint


def beef_chunk(scene: Scene, x: float, y: float, size: float, turn: float, z: float | None = None) -> None:
    """A braised cube: rounded, glazed, with a seam of soft fat."""
    rng = scene.rng
    paint = fibres(scene, srgb("#4E1D0D"), srgb("#A4532A"), 0.07, srgb("#C98A4E"))
    blob(
        scene,
        x,
        y,
        size,
        size * (0.74 + 0.2 * rng.random()),
        size * 0.72,
        paint,
        "meat",
        turn=turn,
        z=z,
        edge=4.2,
        rough=0.20,
        square=2.7,
        bump=1.1,
        grain=13,
        stretch=3,
        lean=(float(rng.normal() * 0.16), float(rng.normal() * 0.16)),
        sink=size * 0.10,
    )


def beef_slice(
    scene: Scene,
    x: float,
    y: float,
    size: float,
    turn: float,
    z: float | None = None,
    lean: tuple[float, float] = (0.0, 0.0),
    thick: float = 7.0,
) -> None:
    """A slice of braised shank: lean meat with clear tendon between."""
    blob(
        scene,
        x,
        y,
        size,
        size * 0.68,
        thick,
        fibres(scene, srgb("#5E2614"), srgb("#A55B37"), 0.11, srgb("#CF925A")),
        "meat",
        turn=turn,
        z=z,
        edge=9,
        rough=0.16,
        square=2.3,
        bump=0.7,
        grain=7,
        lean=lean,
    )


def brisket(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A softer, paler cube than braised beef, with a layer of fat."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        meat = fibres(scene, srgb("#8A4526"), srgb("#B26C42"))(patch)
        layer = np.exp(-(((patch.v / size - 0.18) / 0.10) ** 2))
        return mix(meat, srgb("#EBC596"), layer * 0.9)

    blob(
        scene,
        x,
        y,
        size,
        size * 0.8,
        size * 0.7,
        paint,
        "meat",
        turn=turn,
        edge=4,
        rough=0.18,
        square=2.8,
        bump=1.5,
        grain=8,
        stretch=4,
        lean=(float(rng.normal() * 0.14), float(rng.normal() * 0.14)),
        sink=size * 0.1,
    )
