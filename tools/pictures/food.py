"""Noodles and everything that lies on them or beside them. Each function puts one kind of thing into a scene."""

from __future__ import annotations

import numpy as np

from noise import Array, cloud, noise, wobble
from scene import Colour, Patch, Scene, Texture, blob, curve, mix, ring, srgb, tube

WHEAT = srgb("#E6BD77")
PALE = srgb("#F0DDB0")


def _lift(points: Array, heights: Array | float) -> Array:
    return np.column_stack([points, np.broadcast_to(np.asarray(heights, np.float32), (len(points),))]).astype(np.float32)


def noodle_nest(scene: Scene, x: float, y: float, radius: float, *, base: float, dome: float, strands: int = 8, bundles: int = 15,
                wire: float = 5.2, colour: Colour = WHEAT, loose: int = 5) -> None:
    """Sheaves of strands folded over each other: each sheaf follows one random curve through the bowl, its strands braid a little."""
    rng = scene.rng
    for number in range(bundles + loose):
        alone = number >= bundles
        start = number * 2.39996 + rng.normal() * 0.3
        turn = np.pi * (0.75 + 0.75 * rng.random()) * (1 if rng.random() < 0.7 else -1)
        ends = (1.02, 1.02) if not alone else (0.5 + 0.4 * rng.random(), 0.98)
        far = (ends[0], 0.45 + 0.7 * rng.random(), -0.35 + 1.15 * rng.random(), 0.45 + 0.7 * rng.random(), ends[1])
        knots = [(x + np.cos(start + turn * s) * radius * f, y + np.sin(start + turn * s) * radius * f) for s, f in zip((0.0, 0.22, 0.5, 0.78, 1.0), far, strict=True)]
        for strand in range(1 if alone else strands):
            path = _strand(scene, knots, (strand - (strands - 1) / 2) * wire * 1.5 * (not alone), wire)
            out = np.hypot(path[:, 0] - x, path[:, 1] - y) / radius
            heights = base + dome * np.maximum(0, 1 - out**2.4) + number * wire * 0.30 + rng.normal() * wire * 0.45 + wobble(len(path), wire * 0.4, rng)
            heights -= np.clip(out - 0.74, 0, 1) * 190
            tone = np.asarray(colour) * (0.90 + 0.14 * rng.random())
            tube(scene, _lift(path, heights), wire * (0.88 + 0.2 * rng.random()), tone.astype(np.float32), "noodle")


def _strand(scene: Scene, knots: list[tuple[float, float]], off: float, wire: float) -> Array:
    rng = scene.rng
    path = curve(*[(kx + rng.normal() * wire * 1.1, ky + rng.normal() * wire * 1.1) for kx, ky in knots], count=64)
    way = np.gradient(path, axis=0)
    side = np.column_stack([-way[:, 1], way[:, 0]]) / (np.linalg.norm(way, axis=1, keepdims=True) + 1e-6)
    return (path + side * (off * (1 + wobble(64, 0.10, rng)) + wobble(64, wire * 1.15, rng))[:, None]).astype(np.float32)


def scallions(scene: Scene, x: float, y: float, spread: float, count: int, size: float = 6.5, z: float | None = None) -> None:
    rng = scene.rng
    for _ in range(count):
        angle, far = rng.random() * 6.283, spread * rng.random() ** 0.75
        radius = size * (0.55 + 0.6 * rng.random())
        green = mix(srgb("#3E8A2B"), srgb("#9CCB4F"), float(rng.random()))
        px, py = x + np.cos(angle) * far, y + np.sin(angle) * far
        ring(scene, px, py, radius, radius * 0.36, green, "leaf", z=None if z is None else z + rng.random() * 2,
             lean=(float(rng.normal() * 0.25), float(rng.normal() * 0.25)), squash=0.7 + 0.3 * rng.random(), turn=rng.random() * 3,
             inner=srgb("#D3E6A0"))


def chilli_rings(scene: Scene, x: float, y: float, spread: float, count: int, size: float = 8.0) -> None:
    rng = scene.rng
    for _ in range(count):
        angle, far = rng.random() * 6.283, spread * np.sqrt(rng.random())
        ring(scene, x + np.cos(angle) * far, y + np.sin(angle) * far, size * (0.6 + 0.5 * rng.random()), size * 0.26, srgb("#C4160F"), "jelly",
             lean=(float(rng.normal() * 0.3), float(rng.normal() * 0.3)), squash=0.8, inner=srgb("#E8562A"))


def sesame(scene: Scene, x: float, y: float, spread: float, count: int) -> None:
    rng = scene.rng
    for _ in range(count):
        angle, far = rng.random() * 6.283, spread * np.sqrt(rng.random())
        blob(scene, x + np.cos(angle) * far, y + np.sin(angle) * far, 3.4, 2.1, 2.4, srgb("#F1DDB0"), "crust", turn=rng.random() * 6.283, edge=2)


def flakes(scene: Scene, x: float, y: float, spread: float, count: int, colour: Colour = srgb("#A3160C"), size: float = 3.2) -> None:
    rng = scene.rng
    for _ in range(count):
        angle, far = rng.random() * 6.283, spread * np.sqrt(rng.random())
        blob(scene, x + np.cos(angle) * far, y + np.sin(angle) * far, size * (0.5 + rng.random()), size * (0.4 + 0.5 * rng.random()), 1.6, colour, "jelly",
             turn=rng.random() * 6.283, edge=3, rough=0.3)


def coriander(scene: Scene, x: float, y: float, turn: float, size: float = 1.0, colour: Colour = srgb("#3F8F2A")) -> None:
    """A sprig: a stem and lobed leaves."""
    rng = scene.rng
    z = scene.rest(x, y, 14 * size) + 3
    tip = (x + np.cos(turn) * 46 * size, y + np.sin(turn) * 46 * size)
    stem = curve((x, y), ((x + tip[0]) / 2 + rng.normal() * 6, (y + tip[1]) / 2 + rng.normal() * 6), tip, count=16)
    tube(scene, _lift(stem, z + 2), 2.0 * size, srgb("#7DB457"), "leaf")
    for at, side in ((6, 1.0), (8, -1.0), (11, 0.9), (13, -0.9), (15, 0.0)):
        px, py = float(stem[at, 0]), float(stem[at, 1])
        angle = turn + side * (0.8 + 0.3 * rng.random())
        lx, ly = px + np.cos(angle) * 17 * size * (abs(side) > 0), py + np.sin(angle) * 17 * size * (abs(side) > 0)
        for lobe in (-0.75, 0.0, 0.75):
            leaf = mix(colour, srgb("#6DBB3B"), float(rng.random()) * 0.7)
            blob(scene, lx + np.cos(angle + lobe) * 10 * size, ly + np.sin(angle + lobe) * 10 * size, 11 * size, 7 * size, 3.0, leaf, "leaf", turn=angle + lobe,
                 z=z + 2 + rng.random() * 3, edge=3, rough=0.22, lobes=9, lean=(0.12, float(rng.normal() * 0.15)))


def _fibres(scene: Scene, dark: Colour, light: Colour, fat: float = 0.0, fat_colour: Colour = srgb("#E9B98A")) -> Texture:
    def paint(patch: Patch) -> Array:
        rng, s = scene.rng, patch.scale
        strand = noise(*patch.shape, 4 * s, rng, 6) * 0.4 + noise(*patch.shape, 15 * s, rng, 3) * 0.8 + cloud(*patch.shape, 40 * s, rng, 3) * 0.5
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
    paint = _fibres(scene, srgb("#4E1D0D"), srgb("#A4532A"), 0.07, srgb("#C98A4E"))
    blob(scene, x, y, size, size * (0.74 + 0.2 * rng.random()), size * 0.72, paint, "meat", turn=turn, z=z, edge=4.2, rough=0.20, square=2.7, bump=1.1, grain=13, stretch=3,
         lean=(float(rng.normal() * 0.16), float(rng.normal() * 0.16)), sink=size * 0.10)


def beef_slice(scene: Scene, x: float, y: float, size: float, turn: float, z: float | None = None, lean: tuple[float, float] = (0.0, 0.0),
               thick: float = 7.0) -> None:
    """A slice of braised shank: lean meat with clear tendon between."""
    blob(scene, x, y, size, size * 0.68, thick, _fibres(scene, srgb("#5E2614"), srgb("#A55B37"), 0.11, srgb("#CF925A")), "meat", turn=turn, z=z, edge=9, rough=0.16,
         square=2.3, bump=0.7, grain=7, lean=lean)


def half_egg(scene: Scene, x: float, y: float, size: float, turn: float, *, soy: bool = True, z: float | None = None, runny: bool = True) -> None:
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

    blob(scene, x + np.cos(turn) * size * 0.08, y + np.sin(turn) * size * 0.08, size * 0.50, size * 0.46, 5.5, yolk, "yolk", turn=turn, z=top + size * 0.34 - 2.6,
         edge=3.0, rough=0.05)


def fried_egg(scene: Scene, x: float, y: float, size: float, z: float | None = None) -> None:
    base = scene.rest(x, y, size * 0.6) if z is None else z

    def white(patch: Patch) -> Array:
        blister = cloud(*patch.shape, 18 * patch.scale, scene.rng, 3)
        colour = mix(srgb("#FFFBF0"), srgb("#F4E3BE"), np.clip(0.15 + 0.2 * blister, 0, 1))
        crisp = np.clip((patch.radius - 0.80 + 0.05 * blister) / 0.14, 0, 1)
        colour = mix(colour, srgb("#D99A44"), crisp * 0.9)
        return mix(colour, srgb("#8A4A18"), np.clip((patch.radius - 0.93 + 0.04 * blister) / 0.07, 0, 1) * 0.85)

    blob(scene, x, y, size, size * 0.92, 9, white, "white", z=base, edge=7, rough=0.20, lobes=9, bump=1.1, grain=26, turn=float(scene.rng.random() * 6))
    yolk = lambda p: mix(srgb("#F28C12"), srgb("#FFC845"), np.clip(p.radius**3, 0, 1))  # noqa: E731
    blob(scene, x + size * 0.06, y - size * 0.04, size * 0.36, size * 0.35, 21, yolk, "yolk", z=base + 5, edge=2.2, rough=0.03)


def leaf_green(scene: Scene, x: float, y: float, turn: float, size: float = 1.0, z: float | None = None) -> None:
    """A heart of greens (小青菜): white-green stems that open into dark leaves."""
    rng = scene.rng
    base = (scene.rest(x, y, 30 * size) if z is None else z) + 1
    for number, side in enumerate((-0.30, 0.30, -0.12, 0.14, 0.0)):
        angle = turn + side + rng.normal() * 0.04
        lx, ly = x + np.cos(angle) * 74 * size, y + np.sin(angle) * 74 * size

        def paint(patch: Patch) -> Array:
            vein = np.exp(-((patch.v / (4.2 * size)) ** 2)) * 0.7 + 0.35 * np.clip(np.cos((np.abs(patch.v) - patch.u * 0.55) * 0.42 / size) - 0.82, 0, 1) * 3
            colour = mix(srgb("#1F5E1C"), srgb("#4E9A2E"), np.clip(0.4 + 0.22 * noise(*patch.shape, 14 * patch.scale, rng), 0, 1))
            return mix(colour, srgb("#A9CF72"), np.clip(vein, 0, 1) * 0.8)

        blob(scene, lx, ly, 50 * size, (25 + 5 * rng.random()) * size, 7, paint, "leaf", turn=angle, z=base + number * 2.2, edge=3.5, rough=0.14, lobes=9, bump=2.6, grain=10,
             lean=(float(0.03 * rng.normal()), float(side * 0.3)))
        t = np.linspace(0, 1, 14)
        stem = curve((x, y), (x + np.cos(angle + side * 0.4) * 34 * size, y + np.sin(angle + side * 0.4) * 34 * size), (lx, ly), count=14)
        colour = mix(np.asarray(srgb("#E4EFC6"))[None, None], np.asarray(srgb("#8FC05A"))[None, None], t[None, :])[0]
        tube(scene, _lift(stem, base + 4 + number * 2.2), ((12.5 - 8 * t) * size).astype(np.float32), colour, "leaf", flat=0.7)


def shreds(scene: Scene, x: float, y: float, spread: float, count: int, colours: tuple[Colour, Colour], *, length: float = 46, wire: float = 4.2,
           material: str = "meat", bend: float = 0.3, heap: float = 16, flat: float = 0.8, squash: float = 1.0, turn: float = 0.0,
           stripe: Colour | None = None, follow: float | None = None) -> None:
    """A loose heap of strips: pork, bamboo shoot, kelp, pickled greens."""
    rng = scene.rng
    base = scene.rest(x, y, spread * 0.8, 60)
    for number in range(count):
        angle, far = rng.random() * 6.283, spread * rng.random() ** 0.7
        ox, oy = np.cos(angle) * far, np.sin(angle) * far * squash
        px, py = x + ox * np.cos(turn) - oy * np.sin(turn), y + ox * np.sin(turn) + oy * np.cos(turn)
        way = rng.random() * 6.283 if follow is None else follow + rng.normal() * 0.45
        half = length * (0.35 + 0.35 * rng.random())
        a, b = (px - np.cos(way) * half, py - np.sin(way) * half), (px + np.cos(way) * half, py + np.sin(way) * half)
        k = rng.normal() * bend * half * 2
        path = curve(a, (px - np.sin(way) * k, py + np.cos(way) * k), b, count=14)
        height = base + heap * max(0.0, 1 - (far / spread) ** 2) * (0.4 + 0.6 * number / count) + rng.random() * 5 + wobble(14, 2.0, rng)
        colour = mix(colours[0], colours[1], float(rng.random()))
        t = np.linspace(-1, 1, 14)
        tube(scene, _lift(path, height), (wire * (0.75 + 0.5 * rng.random()) * (1 - 0.35 * np.abs(t) ** 3)).astype(np.float32), colour, material, flat=flat, stripe=stripe)


def scraps(scene: Scene, x: float, y: float, spread: float, count: int, colours: tuple[Colour, Colour], *, size: float = 11, material: str = "leaf",
           heap: float = 14, thick: float = 4.0, rough: float = 0.3, squash: float = 1.0) -> None:
    """A heap of small chopped pieces."""
    rng = scene.rng
    base = scene.rest(x, y, spread * 0.8, 60)
    for number in range(count):
        angle, far = rng.random() * 6.283, spread * rng.random() ** 0.65
        colour = mix(colours[0], colours[1], float(rng.random()))
        z = base + heap * max(0.0, 1 - (far / spread) ** 2) * (0.3 + 0.7 * number / count) + rng.random() * 3
        blob(scene, x + np.cos(angle) * far, y + np.sin(angle) * far * squash, size * (0.5 + 0.7 * rng.random()), size * (0.3 + 0.4 * rng.random()), thick, colour, material,
             turn=rng.random() * 6.283, z=z, edge=4, rough=rough, bump=0.8, grain=6, lean=(float(rng.normal() * 0.2), float(rng.normal() * 0.2)))
