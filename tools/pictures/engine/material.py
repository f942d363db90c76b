"""What surfaces are made of, and colours in linear light."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.noise import Array

Colour = tuple[float, float, float]


Paint = Colour | Array


@dataclass(frozen=True)
class Material:
    """Roughness: 0 mirror, 1 chalk. Reflection: at right angles. Wrap: how far light creeps round; glow: its colour."""

    roughness: float
    reflection: float = 0.04
    wrap: float = 0.1
    glow: Colour = (1.0, 0.6, 0.4)


MATERIALS: dict[str, Material] = {
    "wood": Material(0.5, 0.03, 0.0),
    "cloth": Material(0.95, 0.01, 0.15),
    "slate": Material(0.6, 0.03, 0.0),
    "glaze": Material(0.14, 0.05, 0.15, (1, 0.9, 0.8)),
    "stoneware": Material(0.42, 0.04, 0.1),
    "noodle": Material(0.22, 0.055, 0.45, (1, 0.72, 0.36)),
    "meat": Material(0.2, 0.07, 0.15, (1, 0.4, 0.25)),
    "crust": Material(0.42, 0.05, 0.15, (1, 0.5, 0.2)),
    "leaf": Material(0.33, 0.04, 0.35, (0.7, 1, 0.3)),
    "white": Material(0.25, 0.045, 0.5, (1, 0.85, 0.7)),
    "yolk": Material(0.16, 0.05, 0.45, (1, 0.5, 0.1)),
    "dough": Material(0.3, 0.045, 0.5, (1, 0.85, 0.65)),
    "metal": Material(0.24, 0.5, 0.0),
    "paint": Material(0.2, 0.09, 0.0),
    "glass": Material(0.05, 0.09, 0.2, (1, 1, 1)),
    "ice": Material(0.07, 0.06, 0.6, (0.9, 0.97, 1)),
    "paper": Material(0.8, 0.02, 0.1),
    "jelly": Material(0.1, 0.06, 0.3, (1, 0.6, 0.4)),
}


NAMES = list(MATERIALS)


def srgb(text: str) -> Colour:
    """'#RRGGBB' as linear light."""
    parts = [int(text[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def scaled(colour: Colour, factor: float) -> Colour:
    """The same colour, darker or brighter."""
    return colour[0] * factor, colour[1] * factor, colour[2] * factor


def mix(a: Paint, b: Paint, share: Array | float) -> Array:
    """Between two colours, or two images, by a share that may differ by pixel."""
    part = np.asarray(share, np.float32)
    if part.ndim == 2:
        part = part[:, :, None]
    return (np.asarray(a, np.float32) * (1 - part) + np.asarray(b, np.float32) * part).astype(np.float32)
