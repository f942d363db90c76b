"""Noodles: sheaves of strands folded over each other."""

from __future__ import annotations

import numpy as np
from engine.material import Colour, srgb
from engine.noise import Array, wobble
from engine.scene import Scene
from engine.shapes import curve, lifted, tube

WHEAT = srgb("#E6BD77")


PALE = srgb("#F0DDB0")


def noodle_nest(
    scene: Scene,
    x: float,
    y: float,
    radius: float,
    *,
    base: float,
    dome: float,
    strands: int = 8,
    bundles: int = 15,
    wire: float = 5.2,
    colour: Colour = WHEAT,
    loose: int = 5,
) -> None:
    """Sheaves of strands folded over each other: each follows one random curve, its strands braid a little."""
    rng = scene.rng
    for number in range(bundles + loose):
        alone = number >= bundles
        start = number * 2.39996 + rng.normal() * 0.3
        turn = np.pi * (0.75 + 0.75 * rng.random()) * (1 if rng.random() < 0.7 else -1)
        ends = (1.02, 1.02) if not alone else (0.5 + 0.4 * rng.random(), 0.98)
        far = (ends[0], 0.45 + 0.7 * rng.random(), -0.35 + 1.15 * rng.random(), 0.45 + 0.7 * rng.random(), ends[1])
        knots = [
            (x + np.cos(start + turn * s) * radius * f, y + np.sin(start + turn * s) * radius * f)
            for s, f in zip((0.0, 0.22, 0.5, 0.78, 1.0), far, strict=True)
        ]
        for strand in range(1 if alone else strands):
            path = _strand(scene, knots, (strand - (strands - 1) / 2) * wire * 1.5 * (not alone), wire)
            out = np.hypot(path[:, 0] - x, path[:, 1] - y) / radius
            heights = (
                base
                + dome * np.maximum(0, 1 - out**2.4)
                + number * wire * 0.30
                + rng.normal() * wire * 0.45
                + wobble(len(path), wire * 0.4, rng)
            )
            heights -= np.clip(out - 0.74, 0, 1) * 190
            tone = np.asarray(colour) * (0.90 + 0.14 * rng.random())
            tube(scene, lifted(path, heights), wire * (0.88 + 0.2 * rng.random()), tone.astype(np.float32), "noodle")


def _strand(scene: Scene, knots: list[tuple[float, float]], off: float, wire: float) -> Array:
    rng = scene.rng
    path = curve(*[(kx + rng.normal() * wire * 1.1, ky + rng.normal() * wire * 1.1) for kx, ky in knots], count=64)
    way = np.gradient(path, axis=0)
    side = np.column_stack([-way[:, 1], way[:, 0]]) / (np.linalg.norm(way, axis=1, keepdims=True) + 1e-6)
    return (path + side * (off * (1 + wobble(64, 0.10, rng)) + wobble(64, wire * 1.15, rng))[:, None]).astype(
        np.float32
    )
