"""Vegetables and pickles."""

from __future__ import annotations

import numpy as np
from engine.material import mix, srgb
from engine.noise import Array, cloud, noise
from engine.scene import Patch, Scene, Texture
from engine.shapes import Look, blob, curve, lifted, tube


def _leaf(scene: Scene, size: float) -> Texture:
    def paint(patch: Patch) -> Array:
        ribs = np.clip(np.cos((np.abs(patch.v) - patch.u * 0.55) * 0.42 / size) - 0.82, 0, 1) * 3
        vein = np.exp(-((patch.v / (4.2 * size)) ** 2)) * 0.7 + 0.35 * ribs
        tone = np.clip(0.4 + 0.22 * noise(*patch.shape, 14 * patch.scale, scene.rng), 0, 1)
        return mix(mix(srgb("#1F5E1C"), srgb("#4E9A2E"), tone), srgb("#A9CF72"), np.clip(vein, 0, 1) * 0.8)

    return paint


def leaf_green(scene: Scene, x: float, y: float, turn: float, size: float = 1.0, z: float | None = None) -> None:
    """A heart of greens (小青菜): white-green stems that open into dark leaves."""
    rng = scene.rng
    base = (scene.rest(x, y, 30 * size) if z is None else z) + 1
    t = np.linspace(0, 1, 14)
    pale = mix(np.asarray(srgb("#E4EFC6"))[None, None], np.asarray(srgb("#8FC05A"))[None, None], t[None, :])[0]
    for number, side in enumerate((-0.30, 0.30, -0.12, 0.14, 0.0)):
        angle = turn + side + rng.normal() * 0.04
        lx, ly = x + np.cos(angle) * 74 * size, y + np.sin(angle) * 74 * size
        rise, lean = base + number * 2.2, (float(0.03 * rng.normal()), float(side * 0.3))
        look: Look = {"turn": angle, "z": rise, "edge": 3.5, "rough": 0.14, "bump": 2.6, "grain": 10.0}
        blob(
            scene,
            lx,
            ly,
            50 * size,
            (25 + 5 * rng.random()) * size,
            7,
            _leaf(scene, size),
            "leaf",
            lobes=9,
            lean=lean,
            **look,
        )
        bend = angle + side * 0.4
        stem = curve((x, y), (x + np.cos(bend) * 34 * size, y + np.sin(bend) * 34 * size), (lx, ly), count=14)
        tube(scene, lifted(stem, rise + 4), ((12.5 - 8 * t) * size).astype(np.float32), pale, "leaf", flat=0.7)


def tomato(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A wedge on its side: a bow of skin, wet flesh, two chambers of seeds."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        v, u = patch.v / size, patch.u / size
        flesh = mix(
            srgb("#D8321C"), srgb("#EE6A3C"), np.clip(0.5 + 0.3 * cloud(*patch.shape, 24 * patch.scale, rng, 3), 0, 1)
        )
        chamber = np.exp(-(((np.abs(u) - 0.34) / 0.19) ** 2) - (((v + 0.06) / 0.11) ** 2))
        flesh = mix(flesh, srgb("#C8561A"), np.clip(chamber * 1.4, 0, 1) * 0.8)
        pips = np.clip(noise(*patch.shape, 12 * patch.scale, rng) - 0.7, 0, 1) * (chamber > 0.45)
        flesh = mix(flesh, srgb("#F8E09A"), np.clip(pips * 4, 0, 1) * 0.9)
        flesh = mix(flesh, srgb("#F6A07A"), np.exp(-(((v - 0.10) / 0.03) ** 2)) * 0.5)
        return mix(flesh, srgb("#B3120A"), np.clip((v - 0.15) * 16, 0, 1))

    def ridge(patch: Patch) -> Array:
        return size * 0.20 * np.clip(1 - np.abs(patch.v / size - 0.16) * 2.6, 0, 1)

    blob(
        scene,
        x,
        y,
        size,
        size * 0.40,
        size * 0.24,
        paint,
        "jelly",
        turn=turn,
        edge=2.6,
        rough=0.03,
        square=1.9,
        relief=ridge,
        bend=0.42,
        lean=(float(rng.normal() * 0.06), float(rng.normal() * 0.08)),
        sink=2,
    )


def bamboo_slice(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A slice of bamboo shoot with the comb of its chambers."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        comb = np.clip(np.sin(patch.u / size * 22) * 2 - 0.9, 0, 1) * (patch.v > -size * 0.1)
        colour = mix(
            srgb("#F0D99A"), srgb("#E2BE6C"), np.clip(0.5 + 0.3 * noise(*patch.shape, 12 * patch.scale, rng, 3), 0, 1)
        )
        return mix(colour, srgb("#C79A4A"), comb * 0.55)

    blob(
        scene,
        x,
        y,
        size,
        size * 0.44,
        6,
        paint,
        "white",
        turn=turn,
        edge=8,
        rough=0.09,
        square=2.8,
        lean=(float(rng.normal() * 0.12), float(rng.normal() * 0.18)),
    )


def wood_ear(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A curled ear: glossy, nearly black, brown where it thins."""
    rng = scene.rng
    phase = rng.random() * 6

    def waves(patch: Patch) -> Array:
        return (
            size * 0.13 * np.sin(patch.angle * 3 + phase) * np.clip(patch.radius, 0, 1) ** 2
            + size * 0.12 * np.clip(patch.radius, 0, 1) ** 3
        )

    def paint(patch: Patch) -> Array:
        thin = np.clip(patch.radius**3 + 0.25 * cloud(*patch.shape, 24 * patch.scale, rng, 3), 0, 1)
        return mix(srgb("#150C09"), srgb("#5A3522"), thin * 0.75)

    blob(
        scene,
        x,
        y,
        size,
        size * 0.82,
        9,
        paint,
        "jelly",
        turn=turn,
        edge=6,
        rough=0.24,
        lobes=6,
        relief=waves,
        bump=1.0,
        grain=12,
        lean=(float(rng.normal() * 0.22), float(rng.normal() * 0.22)),
    )


def cucumber(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A smashed piece: dark bumpy skin on one side, wet pale flesh with seeds on the other."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        v = patch.v / size + 0.06 * noise(*patch.shape, 16 * patch.scale, rng)
        flesh = mix(srgb("#BDD27E"), srgb("#86B04A"), np.clip((v + 0.45) * 1.4, 0, 1))
        seeds = np.clip(noise(*patch.shape, 11 * patch.scale, rng, 2) - 1.0, 0, 1) * (v < -0.12)
        flesh = mix(flesh, srgb("#DDE3A6"), np.clip(seeds, 0, 0.8))
        skin = mix(
            srgb("#1E5A1F"), srgb("#4A8F33"), np.clip(0.4 + 0.4 * noise(*patch.shape, 9 * patch.scale, rng, 4), 0, 1)
        )
        return mix(flesh, skin, np.clip((v - 0.08) * 18, 0, 1))

    blob(
        scene,
        x,
        y,
        size,
        size * 0.56,
        size * 0.42,
        paint,
        "jelly",
        turn=turn,
        edge=3.2,
        rough=0.18,
        square=2.6,
        bump=0.9,
        grain=14,
        lean=(float(rng.normal() * 0.2), float(rng.normal() * 0.2)),
        sink=2,
    )


def radish(scene: Scene, x: float, y: float, size: float, turn: float, lean: tuple[float, float] = (0.0, 0.0)) -> None:
    """A thin slice of pickled radish: glassy white, a pink rim."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        rays = np.cos(patch.angle * 26 + noise(*patch.shape, 20 * patch.scale, rng)) * 0.5 + 0.5
        colour = mix(srgb("#FBF1EE"), srgb("#F5CFCB"), np.clip(patch.radius * 0.6 + rays * 0.2 * patch.radius, 0, 1))
        colour = mix(colour, srgb("#EE8E9A"), np.clip((patch.radius - 0.72) * 3, 0, 1) * 0.8)
        return mix(colour, srgb("#C21F4A"), np.clip((patch.radius - 0.91) * 14, 0, 1))

    blob(scene, x, y, size, size * 0.92, 6, paint, "jelly", turn=turn, edge=9, rough=0.04, lean=lean)
