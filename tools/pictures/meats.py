"""Chops, fish, eel, shrimp, kidney, bean curd, duck: what is cut, fried or braised."""

from __future__ import annotations

import numpy as np

from food import _fibres, _lift
from noise import Array, cloud, noise
from scene import Colour, Patch, Scene, Texture, blob, curve, mix, srgb, tube


def brisket(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A softer, paler cube than braised beef, with a layer of fat."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        meat = _fibres(scene, srgb("#8A4526"), srgb("#B26C42"))(patch)
        layer = np.exp(-(((patch.v / size - 0.18) / 0.10) ** 2))
        return mix(meat, srgb("#EBC596"), layer * 0.9)

    blob(scene, x, y, size, size * 0.8, size * 0.7, paint, "meat", turn=turn, edge=4, rough=0.18, square=2.8, bump=1.5, grain=8, stretch=4,
         lean=(float(rng.normal() * 0.14), float(rng.normal() * 0.14)), sink=size * 0.1)


def pork_slice(scene: Scene, x: float, y: float, size: float, turn: float, fat: bool = True) -> None:
    """A thin slice of boiled pork: pale, a rim of fat."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        meat = mix(srgb("#B9806B"), srgb("#DDB09C"), np.clip(0.5 + 0.3 * noise(*patch.shape, 9 * patch.scale, rng, 4), 0, 1))
        return mix(meat, srgb("#F6E6D2"), np.clip((patch.v / size - 0.22) * 9, 0, 1) * fat)

    blob(scene, x, y, size, size * 0.62, 6, paint, "meat", turn=turn, edge=9, rough=0.2, square=2.4, bump=0.25, grain=16,
         lean=(float(rng.normal() * 0.10), float(rng.normal() * 0.16)))


def chop(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A whole braised pork chop with its bone and a glaze of sauce."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        colour = _fibres(scene, srgb("#5A230C"), srgb("#A95A24"))(patch)
        stain = cloud(*patch.shape, 50 * patch.scale, rng, 4)
        colour = mix(colour, srgb("#C98236"), np.clip(0.15 + 0.35 * stain, 0, 0.8))
        fat = np.clip((-patch.v / size - 0.52) * 10, 0, 1) * (patch.u > -size * 0.6)
        return mix(colour, srgb("#DDA25E"), fat * 0.75)

    base = scene.rest(x, y, size * 0.6)
    bx, by = x - np.cos(turn) * size * 0.80 + np.sin(turn) * size * 0.1, y - np.sin(turn) * size * 0.80 - np.cos(turn) * size * 0.1
    blob(scene, x, y, size, size * 0.70, 24, paint, "meat", turn=turn, z=base, edge=6, rough=0.22, lobes=4, square=2.3, bump=1.3, grain=22, stretch=2, lean=(0.03, 0.08))
    blob(scene, x + np.cos(turn) * size * 0.2, y + np.sin(turn) * size * 0.2, size * 0.62, size * 0.45, 27, paint, "meat", turn=turn + 0.3, z=base, edge=4, rough=0.2, bump=1.2,
         grain=22)
    blob(scene, bx, by, size * 0.24, size * 0.13, 26, srgb("#EAD9BE"), "crust", turn=turn + 1.2, z=base + 2, edge=4, rough=0.15, bump=1.0)
    blob(scene, bx, by, size * 0.12, size * 0.06, 5, srgb("#9C5A3A"), "meat", turn=turn + 1.2, z=base + 24, edge=4, rough=0.2)


def fish(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A steak of fish, fried crisp and soaked in soy: dark bark, a paler edge, the bone's mark."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        bark = cloud(*patch.shape, 44 * patch.scale, rng, 4)
        colour = mix(srgb("#4A1F0B"), srgb("#A65A1F"), np.clip(0.42 + 0.24 * bark, 0, 1))
        colour = mix(colour, srgb("#D08A3C"), np.clip((patch.radius - 0.80) * 4, 0, 0.55))
        rib = np.exp(-((np.hypot(patch.u + size * 0.2, patch.v) / (size * 0.1)) ** 2))
        return mix(colour, srgb("#2C1006"), rib * 0.8)

    blob(scene, x, y, size, size * 0.60, 26, paint, "meat", turn=turn, edge=5, rough=0.26, lobes=5, square=2.4, bump=2.2, grain=20,
         lean=(float(rng.normal() * 0.06), float(rng.normal() * 0.12)), sink=3)


def eel(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A strip of fried eel: blistered black-brown back, bronze edges, bent as it came out of the oil."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        bark = cloud(*patch.shape, 20 * patch.scale, rng, 4)
        colour = mix(srgb("#30140A"), srgb("#7E4218"), np.clip(0.40 + 0.30 * bark, 0, 1))
        colour = mix(colour, srgb("#C2813A"), np.clip((np.abs(patch.v) / (size * 0.27) - 0.62) * 2.2, 0, 1) * 0.8)
        return mix(colour, srgb("#1E0B05"), np.exp(-((patch.v / (size * 0.03)) ** 2)) * 0.6)

    blob(scene, x, y, size, size * 0.27, 17, paint, "meat", turn=turn, edge=3.4, rough=0.10, square=2.6, bump=1.6, grain=14, bend=float(rng.normal() * 0.22),
         lean=(float(rng.normal() * 0.08), float(rng.normal() * 0.10)), sink=2)


def shrimp(scene: Scene, x: float, y: float, size: float, turn: float, tail: bool = True) -> None:
    """A peeled shrimp: a fat comma in pink and white bands."""
    rng = scene.rng
    base = scene.rest(x, y, size * 0.6)
    t = np.linspace(0, 1, 34)
    sweep = turn + t * 4.1
    path = np.column_stack([x + np.cos(sweep) * size * (0.50 + 0.14 * t), y + np.sin(sweep) * size * (0.50 + 0.14 * t)])
    radius = size * (0.30 - 0.18 * t**1.4) * np.clip(t * 9 + 0.55, 0, 1)
    band = np.clip(np.sin(t * 6.28 * 5.5) * 0.6 + 0.35, 0, 1)
    colour = mix(np.asarray(srgb("#FBE4D2"))[None, None], np.asarray(srgb("#F08A5C"))[None, None], (band * (0.7 + 0.3 * t))[None, :])[0]
    tube(scene, _lift(path, base + 3 + 3 * np.sin(t * 3)), radius.astype(np.float32), colour, "white", flat=0.95)
    if tail:
        for fan in (-0.35, 0.35):
            way = sweep[-1] + 1.57 + fan
            ex, ey = path[-1]
            blob(scene, ex + np.cos(way) * size * 0.2, ey + np.sin(way) * size * 0.2, size * 0.22, size * 0.09, 4, srgb("#E2552B"), "jelly", turn=way, z=base + 6, edge=4,
                 lean=(0.1, float(rng.normal() * 0.1)))


def kidney(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A kidney flower: crossing cuts that opened in the wok, so that it curls and bristles."""
    rng = scene.rng
    pitch = size * 0.20

    def cuts(patch: Patch) -> Array:
        warp = noise(*patch.shape, 24 * patch.scale, rng) * size * 0.018
        a = np.abs(np.sin((patch.u + patch.v * 0.35 + warp) * np.pi / pitch))
        b = np.abs(np.sin((patch.v - patch.u * 0.10 + warp) * np.pi / (pitch * 1.25)))
        return np.minimum(np.minimum(a, b) * 1.6, 1) * size * 0.16

    grooves: list[Array] = []

    def paint(patch: Patch) -> Array:
        deep = 1 - np.clip(grooves[0] / (size * 0.16), 0, 1)
        colour = mix(srgb("#9C5A44"), srgb("#C98E6C"), np.clip(0.5 + 0.3 * noise(*patch.shape, 14 * patch.scale, rng), 0, 1))
        return mix(colour, srgb("#5A2016"), deep * 0.65)

    def keep(patch: Patch) -> Array:
        grooves.append(cuts(patch))
        return grooves[0]

    blob(scene, x, y, size, size * 0.50, size * 0.42, paint, "meat", turn=turn, edge=2.3, rough=0.16, lobes=9, square=2.1, relief=keep, bend=0.25,
         lean=(float(rng.normal() * 0.08), float(rng.normal() * 0.12)))


def bean_curd_roll(scene: Scene, x: float, y: float, size: float, turn: float, z: float | None = None, lean: tuple[float, float] = (0.0, 0.0)) -> None:
    """A slice of 素鸡: rolled bean curd skin, a pale spiral under brown sauce."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        turns = np.hypot(patch.u, patch.v * 1.12) / size * 5.0 + patch.angle / 6.283 + 0.12 * cloud(*patch.shape, 30 * patch.scale, rng, 2)
        seam = np.clip(np.cos(turns * 6.283) * 3 - 1.6, 0, 1)
        colour = mix(srgb("#D9A763"), srgb("#B97A38"), np.clip(0.4 + 0.3 * cloud(*patch.shape, 40 * patch.scale, rng, 3), 0, 1))
        colour = mix(colour, srgb("#7C431A"), seam * 0.65)
        return mix(colour, srgb("#5E2C10"), np.clip((patch.radius - 0.86) * 7, 0, 1) * 0.85)

    blob(scene, x, y, size, size * 0.9, 15, paint, "meat", turn=turn, z=z, edge=9, rough=0.07, bump=0.8, grain=8, lean=lean)


def omelette_strip(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    rng = scene.rng
    base = scene.rest(x, y, size * 0.5)
    path = curve((x - np.cos(turn) * size, y - np.sin(turn) * size), (x + rng.normal() * 14, y + rng.normal() * 14), (x + np.cos(turn) * size, y + np.sin(turn) * size), count=14)
    tube(scene, _lift(path, base + 3 + rng.random() * 4), 7.5, srgb("#F2B83A"), "white", flat=0.4, stripe=srgb("#D8912A"))


def duck_head(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A braised duck head in profile, bill to the right: lacquered mahogany, a broad amber bill, a short neck."""
    rng = scene.rng
    base = scene.rest(x, y, size * 0.5, 40)

    def at(u: float, v: float) -> tuple[float, float]:
        return x + (np.cos(turn) * u - np.sin(turn) * v) * size, y + (np.sin(turn) * u + np.cos(turn) * v) * size

    def skin(dark: Colour, light: Colour) -> Texture:
        def paint(patch: Patch) -> Array:
            return mix(dark, light, np.clip(0.45 + 0.28 * cloud(*patch.shape, 30 * patch.scale, rng, 4), 0, 1))

        return paint

    brown, amber = skin(srgb("#5A1F0B"), srgb("#A9501C")), skin(srgb("#9A5A16"), srgb("#D9993A"))
    for part in range(7):
        u, v = -0.42 - part * 0.13, 0.20 + part**1.6 * 0.030
        blob(scene, *at(u, v), size * 0.24, size * (0.36 - part * 0.008), size * 0.40, brown, "meat", turn=turn + 0.35, z=base, edge=2.6, rough=0.05, bump=1.4, grain=9)
    blob(scene, *at(-1.32, 0.78), size * 0.12, size * 0.27, size * 0.34, srgb("#D3A377"), "meat", turn=turn + 0.5, z=base + 2, edge=4, rough=0.08)
    blob(scene, *at(0.84, 0.20), size * 0.52, size * 0.15, size * 0.22, amber, "meat", turn=turn + 0.12, z=base + 2, edge=3, rough=0.03, square=2.3)
    blob(scene, *at(0.86, 0.05), size * 0.60, size * 0.17, size * 0.32, amber, "meat", turn=turn + 0.16, z=base + 6, edge=2.6, rough=0.03, square=2.5, bend=-0.20)
    blob(scene, *at(0.62, -0.02), size * 0.10, size * 0.03, 4, srgb("#4A2308"), "meat", turn=turn + 0.2, z=base + size * 0.35, edge=3)
    blob(scene, *at(0.0, 0.0), size * 0.56, size * 0.46, size * 0.60, brown, "meat", turn=turn + 0.1, z=base, edge=2.3, rough=0.03, bump=1.4, grain=10)
    blob(scene, *at(0.28, 0.12), size * 0.34, size * 0.26, size * 0.50, brown, "meat", turn=turn + 0.2, z=base, edge=2.4, rough=0.03, bump=1.2, grain=10)
    top = scene.rest(*at(0.14, -0.10), size * 0.05)
    blob(scene, *at(0.14, -0.10), size * 0.12, size * 0.085, 4, srgb("#6E3312"), "meat", turn=turn, z=top - 1, edge=5)
    blob(scene, *at(0.15, -0.10), size * 0.075, size * 0.045, 5, srgb("#1C0D06"), "glass", turn=turn, z=top, edge=2.2)
