"""Vegetables, nuts and pickles of the small dishes, and fruit for the drinks."""

from __future__ import annotations

import numpy as np

from noise import Array, cloud, noise
from scene import Colour, Patch, Scene, blob, mix, srgb


def tomato(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A wedge on its side: a bow of skin, wet flesh, two chambers of seeds."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        v, u = patch.v / size, patch.u / size
        flesh = mix(srgb("#D8321C"), srgb("#EE6A3C"), np.clip(0.5 + 0.3 * cloud(*patch.shape, 24 * patch.scale, rng, 3), 0, 1))
        chamber = np.exp(-(((np.abs(u) - 0.34) / 0.19) ** 2) - (((v + 0.06) / 0.11) ** 2))
        flesh = mix(flesh, srgb("#C8561A"), np.clip(chamber * 1.4, 0, 1) * 0.8)
        pips = np.clip(noise(*patch.shape, 12 * patch.scale, rng) - 0.7, 0, 1) * (chamber > 0.45)
        flesh = mix(flesh, srgb("#F8E09A"), np.clip(pips * 4, 0, 1) * 0.9)
        flesh = mix(flesh, srgb("#F6A07A"), np.exp(-(((v - 0.10) / 0.03) ** 2)) * 0.5)
        return mix(flesh, srgb("#B3120A"), np.clip((v - 0.15) * 16, 0, 1))

    def ridge(patch: Patch) -> Array:
        return size * 0.20 * np.clip(1 - np.abs(patch.v / size - 0.16) * 2.6, 0, 1)

    blob(scene, x, y, size, size * 0.40, size * 0.24, paint, "jelly", turn=turn, edge=2.6, rough=0.03, square=1.9, relief=ridge, bend=0.42,
         lean=(float(rng.normal() * 0.06), float(rng.normal() * 0.08)), sink=2)


def bamboo_slice(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A slice of bamboo shoot with the comb of its chambers."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        comb = np.clip(np.sin(patch.u / size * 22) * 2 - 0.9, 0, 1) * (patch.v > -size * 0.1)
        colour = mix(srgb("#F0D99A"), srgb("#E2BE6C"), np.clip(0.5 + 0.3 * noise(*patch.shape, 12 * patch.scale, rng, 3), 0, 1))
        return mix(colour, srgb("#C79A4A"), comb * 0.55)

    blob(scene, x, y, size, size * 0.44, 6, paint, "white", turn=turn, edge=8, rough=0.09, square=2.8, lean=(float(rng.normal() * 0.12), float(rng.normal() * 0.18)))


def wood_ear(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A curled ear: glossy, nearly black, brown where it thins."""
    rng = scene.rng
    phase = rng.random() * 6

    def waves(patch: Patch) -> Array:
        return size * 0.13 * np.sin(patch.angle * 3 + phase) * np.clip(patch.radius, 0, 1) ** 2 + size * 0.12 * np.clip(patch.radius, 0, 1) ** 3

    def paint(patch: Patch) -> Array:
        thin = np.clip(patch.radius**3 + 0.25 * cloud(*patch.shape, 24 * patch.scale, rng, 3), 0, 1)
        return mix(srgb("#150C09"), srgb("#5A3522"), thin * 0.75)

    blob(scene, x, y, size, size * 0.82, 9, paint, "jelly", turn=turn, edge=6, rough=0.24, lobes=6, relief=waves, bump=1.0, grain=12,
         lean=(float(rng.normal() * 0.22), float(rng.normal() * 0.22)))


def cucumber(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A smashed piece: dark bumpy skin on one side, wet pale flesh with seeds on the other."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        v = patch.v / size + 0.06 * noise(*patch.shape, 16 * patch.scale, rng)
        flesh = mix(srgb("#DDE9AE"), srgb("#A9CF74"), np.clip((v + 0.45) * 1.4, 0, 1))
        seeds = np.clip(noise(*patch.shape, 7 * patch.scale, rng, 2) - 1.3, 0, 1) * (v < -0.15)
        flesh = mix(flesh, srgb("#F3F3D0"), np.clip(seeds * 2, 0, 1))
        skin = mix(srgb("#1E5A1F"), srgb("#4A8F33"), np.clip(0.4 + 0.4 * noise(*patch.shape, 9 * patch.scale, rng, 4), 0, 1))
        return mix(flesh, skin, np.clip((v - 0.08) * 18, 0, 1))

    blob(scene, x, y, size, size * 0.56, size * 0.42, paint, "jelly", turn=turn, edge=3.2, rough=0.18, square=2.6, bump=0.9, grain=14,
         lean=(float(rng.normal() * 0.2), float(rng.normal() * 0.2)), sink=2)


def radish(scene: Scene, x: float, y: float, size: float, turn: float, lean: tuple[float, float] = (0.0, 0.0)) -> None:
    """A thin slice of pickled radish: glassy white, a pink rim."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        rays = np.cos(patch.angle * 26 + noise(*patch.shape, 20 * patch.scale, rng)) * 0.5 + 0.5
        colour = mix(srgb("#FBF1EE"), srgb("#F5CFCB"), np.clip(patch.radius * 0.6 + rays * 0.2 * patch.radius, 0, 1))
        colour = mix(colour, srgb("#EE8E9A"), np.clip((patch.radius - 0.72) * 3, 0, 1) * 0.8)
        return mix(colour, srgb("#C21F4A"), np.clip((patch.radius - 0.91) * 14, 0, 1))

    blob(scene, x, y, size, size * 0.92, 6, paint, "jelly", turn=turn, edge=9, rough=0.04, lean=lean)


def peanut(scene: Scene, x: float, y: float, size: float, turn: float, half: bool = False) -> None:
    rng = scene.rng
    red = mix(srgb("#7E2A16"), srgb("#B55A30"), float(rng.random()))

    def paint(patch: Patch) -> Array:
        if half:
            return mix(srgb("#F1D7A0"), srgb("#DDB56E"), np.clip(np.exp(-((patch.v / 2.2) ** 2)) * 0.7, 0, 1))
        vein = np.clip(np.cos(patch.v / size * 13 + 0.7 * noise(*patch.shape, 9 * patch.scale, rng)) - 0.55, 0, 1)
        return mix(red, srgb("#5E1B0C"), vein)

    blob(scene, x, y, size, size * 0.68, size * (0.6 if half else 1.05), paint, "crust", turn=turn, edge=2.2, rough=0.05, bump=0.5, grain=6,
         lean=(float(rng.normal() * 0.1), float(rng.normal() * 0.1)), sink=2)


def shiitake(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        colour = mix(srgb("#6B3E1E"), srgb("#3A1C0C"), np.clip(patch.radius, 0, 1))
        star = np.maximum(np.exp(-((patch.u / (size * 0.09)) ** 2)), np.exp(-((patch.v / (size * 0.09)) ** 2))) * (patch.radius < 0.72)
        return mix(colour, srgb("#E6C79A"), star * 0.9)

    blob(scene, x, y, size, size * 0.95, size * 0.42, paint, "meat", turn=turn, edge=2.6, rough=0.05, bump=0.7, lean=(float(rng.normal() * 0.06), float(rng.normal() * 0.06)))


def citrus(scene: Scene, x: float, y: float, size: float, z: float | None = None, *, zest: Colour = srgb("#F2C21E"), pulp: Colour = srgb("#F7E27A"),
           lean: tuple[float, float] = (0.0, 0.0)) -> None:
    """A slice of lemon or lime."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        wall = np.clip(np.cos(patch.angle * 9 + 0.3) * 6 - 5.1, 0, 1) * (patch.radius > 0.08)
        cells = noise(*patch.shape, 8 * patch.scale, rng)
        colour = mix(pulp, zest, np.clip(0.25 + 0.22 * cells, 0, 1))
        colour = mix(colour, srgb("#FBF6DC"), np.maximum(wall, np.exp(-((patch.radius / 0.08) ** 2))))
        colour = mix(colour, srgb("#FBF6DC"), np.clip((patch.radius - 0.80) * 20, 0, 1))
        return mix(colour, zest, np.clip((patch.radius - 0.89) * 30, 0, 1))

    blob(scene, x, y, size, size, 9, paint, "jelly", z=z, edge=10, rough=0.01, turn=rng.random() * 6, bump=0.6, grain=7, lean=lean)


def seeds(scene: Scene, x: float, y: float, spread: float, count: int, size: float, colours: tuple[Colour, Colour], material: str = "jelly",
          spot: Colour | None = None, oblong: float = 0.75) -> None:
    """Beans scattered over a place: mung, soy."""
    rng = scene.rng
    for _ in range(count):
        angle, far = rng.random() * 6.283, spread * np.sqrt(rng.random())
        px, py, turn = x + np.cos(angle) * far, y + np.sin(angle) * far, rng.random() * 6.283
        k = size * (0.85 + 0.3 * rng.random())
        base = scene.rest(px, py, k * 0.6, 60)
        blob(scene, px, py, k, k * oblong, k * 1.1, mix(colours[0], colours[1], float(rng.random())), material, turn=turn, z=base, edge=2.1, sink=k * 0.1)
        if spot:
            blob(scene, px + np.cos(turn + 1.57) * k * 0.35, py + np.sin(turn + 1.57) * k * 0.35, k * 0.3, k * 0.1, 2, spot, material, turn=turn, z=base + k * 0.72, edge=3)
