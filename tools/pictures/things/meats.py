"""Pork, kidney and duck."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from engine.material import Colour, Paint, mix, srgb
from engine.noise import Array, cloud, noise
from engine.scene import Patch, Scene, Texture
from engine.shapes import Look, blob

from things.beef import fibres


def pork_slice(scene: Scene, x: float, y: float, size: float, turn: float, fat: bool = True) -> None:
    """A thin slice of boiled pork: pale, a rim of fat."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        meat = mix(
            srgb("#B9806B"), srgb("#DDB09C"), np.clip(0.5 + 0.3 * noise(*patch.shape, 9 * patch.scale, rng, 4), 0, 1)
        )
        return mix(meat, srgb("#F6E6D2"), np.clip((patch.v / size - 0.22) * 9, 0, 1) * fat)

    blob(
        scene,
        x,
        y,
        size,
        size * 0.62,
        6,
        paint,
        "meat",
        turn=turn,
        edge=9,
        rough=0.2,
        square=2.4,
        bump=0.25,
        grain=16,
        lean=(float(rng.normal() * 0.10), float(rng.normal() * 0.16)),
    )


class Lump(NamedTuple):
    """A part of something larger: its place and half axes in shares of the whole's size; the rest as for `blob`."""

    u: float
    v: float
    rx: float
    ry: float
    thick: float
    paint: Paint | Texture
    material: str = "meat"
    tilt: float = 0.0
    rise: float = 0.0
    edge: float = 3.0
    rough: float = 0.05
    bump: float = 0.0
    bend: float = 0.0


def assemble(scene: Scene, x: float, y: float, size: float, turn: float, base: float, lumps: Iterable[Lump]) -> float:
    """Puts the parts around (x, y), the whole turned; returns the height of the last one's top."""
    top = base
    for lump in lumps:
        cx = x + (np.cos(turn) * lump.u - np.sin(turn) * lump.v) * size
        cy = y + (np.sin(turn) * lump.u + np.cos(turn) * lump.v) * size
        look: Look = {"turn": turn + lump.tilt, "z": base + lump.rise, "edge": lump.edge, "rough": lump.rough}
        look |= {"bump": lump.bump, "grain": 14.0, "bend": lump.bend}
        rx, ry = lump.rx * size, lump.ry * size
        top = blob(scene, cx, cy, rx, ry, lump.thick, lump.paint, lump.material, **look)
    return top


def chop(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A whole braised pork chop with its bone and a glaze of sauce."""
    rng = scene.rng

    def paint(patch: Patch) -> Array:
        colour = fibres(scene, srgb("#5A230C"), srgb("#A95A24"))(patch)
        stain = cloud(*patch.shape, 50 * patch.scale, rng, 4)
        colour = mix(colour, srgb("#C98236"), np.clip(0.15 + 0.35 * stain, 0, 0.8))
        fat = np.clip((-patch.v / size - 0.52) * 10, 0, 1) * (patch.u > -size * 0.6)
        return mix(colour, srgb("#DDA25E"), fat * 0.75)

    base = scene.rest(x, y, size * 0.6)
    lumps = (
        Lump(0, 0, 1, 0.70, 24, paint, edge=6, rough=0.13, bump=1.3),
        Lump(0.2, 0, 0.62, 0.45, 27, paint, tilt=0.3, edge=4, rough=0.2, bump=1.2),
        Lump(-0.84, -0.1, 0.24, 0.14, 30, srgb("#EAD9BE"), "crust", tilt=1.2, rise=2, edge=4, rough=0.15, bump=1.0),
        Lump(-0.84, -0.1, 0.12, 0.06, 5, srgb("#9C5A3A"), tilt=1.2, rise=30, edge=4, rough=0.2),
    )
    assemble(scene, x, y, size, turn, base, lumps)


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
        colour = mix(
            srgb("#9C5A44"), srgb("#C98E6C"), np.clip(0.5 + 0.3 * noise(*patch.shape, 14 * patch.scale, rng), 0, 1)
        )
        return mix(colour, srgb("#5A2016"), deep * 0.65)

    def keep(patch: Patch) -> Array:
        grooves.append(cuts(patch))
        return grooves[0]

    blob(
        scene,
        x,
        y,
        size,
        size * 0.50,
        size * 0.42,
        paint,
        "meat",
        turn=turn,
        edge=2.3,
        rough=0.16,
        lobes=9,
        square=2.1,
        relief=keep,
        bend=0.25,
        lean=(float(rng.normal() * 0.08), float(rng.normal() * 0.12)),
    )


def duck_head(scene: Scene, x: float, y: float, size: float, turn: float) -> None:
    """A braised duck head in profile, bill to the right: lacquered mahogany, a broad amber bill, a short neck."""
    rng = scene.rng

    def skin(dark: Colour, light: Colour) -> Texture:
        def paint(patch: Patch) -> Array:
            return mix(dark, light, np.clip(0.45 + 0.28 * cloud(*patch.shape, 30 * patch.scale, rng, 4), 0, 1))

        return paint

    brown, amber = skin(srgb("#5A1F0B"), srgb("#A9501C")), skin(srgb("#9A5A16"), srgb("#D9993A"))
    base = scene.rest(x, y, size * 0.5, 40)
    neck = [
        Lump(
            -0.42 - n * 0.13,
            0.20 + n**1.6 * 0.03,
            0.24,
            0.36 - n * 0.008,
            size * 0.40,
            brown,
            tilt=0.35,
            edge=2.6,
            bump=1.4,
        )
        for n in range(7)
    ]
    head = (
        Lump(-1.32, 0.78, 0.12, 0.27, size * 0.34, srgb("#D3A377"), tilt=0.5, rise=2, edge=4),
        Lump(0.84, 0.20, 0.52, 0.15, size * 0.22, amber, tilt=0.12, rise=2, edge=3),
        Lump(0.86, 0.05, 0.60, 0.17, size * 0.32, amber, tilt=0.16, rise=6, edge=2.6, bend=-0.20),
        Lump(0.62, -0.02, 0.10, 0.03, 4, srgb("#4A2308"), tilt=0.2, rise=size * 0.35, edge=3),
        Lump(0, 0, 0.56, 0.46, size * 0.60, brown, tilt=0.1, edge=2.3, bump=1.4),
        Lump(0.28, 0.12, 0.34, 0.26, size * 0.50, brown, tilt=0.2, edge=2.4, bump=1.2),
    )
    assemble(scene, x, y, size, turn, base, [*neck, *head])
    eye = assemble(
        scene, x, y, size, turn, base, [Lump(0.14, -0.10, 0.12, 0.085, 4, srgb("#6E3312"), rise=size * 0.53, edge=5)]
    )
    assemble(scene, x, y, size, turn, eye, [Lump(0.15, -0.10, 0.075, 0.045, 5, srgb("#1C0D06"), "glass", edge=2.2)])
