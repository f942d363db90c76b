"""The light of a picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mood:
    """Where the key light comes from, its colour and strength, and the sky that fills the shadows."""

    key: tuple[float, float, float] = (-0.50, -0.62, 0.72)
    key_colour: tuple[float, float, float] = (1.0, 0.86, 0.68)
    key_strength: float = 1.45
    sky_colour: tuple[float, float, float] = (0.80, 0.88, 1.0)
    sky_strength: float = 0.46
    exposure: float = 0.90
    vignette: float = 0.22
    saturation: float = 1.10
