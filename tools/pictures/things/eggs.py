"""Eggs: braised, fried, as strips of omelette."""

from __future__ import annotations

import numpy as np
from engine.material import mix, srgb
from engine.noise import Array, cloud, noise
from engine.scene import Patch, Scene
from engine.shapes import blob, curve, lifted, tube


def half_egg(
    scene: Scene,
    x: float,
    y: float,
    size: float,
    turn: float,
    *,
    soy: bool = True,
    z: float | None = None,
    runny: bool = True,
) -> None:
    top = scene.rest(x, y, size * 0.7) - 4 if z is None else z
    rim = srgb("#A8682F") if soy else srgb("#FBF6E8")

    def white(patch: Patch) -> Array:
        inside = mix(srgb("#FBF3E0"), srgb("#F3DDB4"), np.clip((patch.radius - 0.55) * 1.6, 0, 1))
        return mix(inside, rim, np.clip((patch.radius - 0.90) / 0.06, 0, 1))

    blob(scene, x, y, size, size * 0.76, size * 0.34, white, "white", turn=turn, z=top, edge=9, rough=0.03)

    def yolk(patch: Patch) -> Array:
        deep = srgb("#E8730C") if runny else srgb("#E9A12B")
        glow = mix(deep, srgb("#F7B83A"), np.clip(patch.radius**2.5, 0, 1))
        return mix(glow, srgb("#FFD46B"), np.clip(noise(*patch.shape, 12 * patch.scale, scene.rng) * 0.05, 0, 1))

    blob(
        scene,
        x + np.cos(turn) * size * 0.08,
        y + np.sin(turn) * size * 0.08,
        size * 0.50,
        size * 0.46,
        5.5,
        yolk,
        "yolk",
        turn=turn,
        z=top + size * 0.34 - 2.6,
        edge=3.0,
        rough=0.05,
    )


def fried_egg(scene: Scene, x: float, y: float, size: float, z: float | None = None) -> None:
    base = scene.rest(x, y, size * 0.6) if z is None else z

    def white(patch: Patch) -> Array:
        blister = cloud(*patch.shape, 18 * patch.scale, scene.rng, 3)
        colour = mix(srgb("#FFFBF0"), srgb("#F4E3BE"), np.clip(0.15 + 0.2 * blister, 0, 1))
        crisp = np.clip((patch.radius - 0.80 + 0.05 * blister) / 0.14, 0, 1)
        colour = mix(colour, srgb("#D99A44"), crisp * 0.9)
        return mix(colour, srgb("#8A4A18"), np.clip((patch.radius - 0.93 + 0.04 * blister) / 0.07, 0, 1) * 0.85)

    blob(
        scene,
        x,
        y,
        size,
        size * 0.92,
        9,
        white,
        "white",
        z=base,
        edge=7,
        rough=0.20,
        lobes=9,
        bump=1.1,
        grain=26,
        turn=float(scene.rng.random() * 6),
    )
    yolk = lambda p: mix(srgb("#F28C12"), srgb("#FFC845"), np.clip(p.radius**3, 0, 1))  # noqa: E731
    blob(
        scene,
        x + size * 0.06,
        y - size * 0.04,
        size * 0.36,
        size * 0.35,
        21,
        yolk,
        "yolk",
        z=base + 5,
        edge=2.2,
        rough=0.03,
    )


def omelette_strip(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    rng = scene.rng
    base = scene.rest(x, y, size * 0.5)
    path = curve(
        (x - np.cos(turn) * size, y - np.sin(turn) * size),
        (x + rng.normal() * 14, y + rng.normal() * 14),
        (x + np.cos(turn) * size, y + np.sin(turn) * size),
        count=14,
    )
    tube(
        scene,
        lifted(path, base + 3 + rng.random() * 4),
        7.5,
        srgb("#F2B83A"),
        "white",
        flat=0.4,
        stripe=srgb("#D8912A"),
    )
