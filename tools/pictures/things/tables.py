"""What the dishes stand on: wood, linen, slate, bamboo. Each fills the whole picture at height 0."""

from __future__ import annotations

import numpy as np
from engine.material import Colour, mix, scaled, srgb
from engine.noise import cloud, noise
from engine.scene import Scene

WALNUT = (srgb("#4A2A18"), srgb("#8A5531"))


OAK = (srgb("#B07A45"), srgb("#DDB078"))


ASH = (srgb("#CDB08A"), srgb("#EBD9BC"))


CHERRY = (srgb("#6B2F1B"), srgb("#A9592F"))


def wood(scene: Scene, colours: tuple[Colour, Colour], plank: float = 170, turn: bool = False) -> None:
    """Planks with grain along x (or y), gaps between them."""
    patch, rng, s = scene.whole(), scene.rng, scene.scale
    rows, columns = patch.shape
    grain = noise(rows, columns, 9 * s, rng, 24, 1) * 0.5 + noise(rows, columns, 26 * s, rng, 16, 2) * 0.7
    grain += noise(rows, columns, 4 * s, rng, 30, 3) * 0.35
    v = patch.v + 1000 + 7
    if turn:
        side = max(rows, columns)
        grain = np.resize(
            noise(side, side, 9 * s, rng, 24, 1) * 0.5 + noise(side, side, 26 * s, rng, 16, 2) * 0.9, (side, side)
        ).T[:rows, :columns]
        v = patch.u + 1000 + 40
    board = np.floor(v / plank)
    tone = np.sin(board * 12.9898) * 0.16
    gap = np.abs(v / plank - np.round(v / plank)) * plank
    share = np.clip(0.5 + 0.2 * grain + tone, 0, 1)
    colour = mix(colours[0], colours[1], np.broadcast_to(share, patch.shape))
    colour = colour * np.where(gap < 1.3, 0.35, 1.0).astype(np.float32)[..., None]
    z = grain * 0.22 - 4.0 * np.exp(-((gap / 1.6) ** 2)) + np.sin(board * 4.1) * 0.6
    scene.lay(patch, np.broadcast_to(z, patch.shape).astype(np.float32), np.ones(patch.shape, bool), colour, "wood")


def linen(
    scene: Scene,
    colour: Colour,
    stripe: Colour | None = None,
    place: tuple[float, float, float, float, float] | None = None,
    z: float = 0.0,
) -> None:
    """A cloth: the whole table, or a napkin at (x, y, half width, half height, turn)."""
    x, y, w, h, turn = place or (scene.width / 2, scene.tall / 2, scene.width, scene.tall, 0.0)
    patch = scene.patch(x, y, float(np.hypot(w, h)), turn)
    rng, s = scene.rng, scene.scale
    pitch = 3.4
    weave = np.sin(patch.u * 2 * np.pi / pitch) * 0.5 + np.sin(patch.v * 2 * np.pi / pitch) * 0.5
    fold = noise(*patch.shape, 190 * s, rng) * 1.6 + noise(*patch.shape, 70 * s, rng) * 0.35
    slub = noise(*patch.shape, 3 * s, rng, 12) * 0.5 + noise(*patch.shape, 3 * s, rng)[:, ::-1] * 0.2
    paint = mix(colour, scaled(colour, 0.86), np.clip(0.4 + 0.25 * slub + 0.12 * weave, 0, 1))
    if stripe:
        along = np.minimum.reduce([np.abs(np.abs(patch.v) - h * 0.72), np.abs(np.abs(patch.v) - h * 0.80) * 2.2])
        paint = mix(paint, stripe, (along < 5).astype(np.float32) * 0.85 + 0 * patch.u)
    inside = (np.abs(patch.u) < w) & (np.abs(patch.v) < h)
    lift = z + (9.0 if place else -5.0) + fold + weave * 0.22
    scene.lay(patch, lift.astype(np.float32), inside, paint, "cloth")


def slate(scene: Scene, colour: Colour) -> None:
    patch, rng, s = scene.whole(), scene.rng, scene.scale
    rough = cloud(*patch.shape, 60 * s, rng, 5)
    paint = mix(colour, scaled(colour, 1.9), np.clip(0.35 + 0.16 * rough, 0, 1))
    scene.lay(patch, (rough * 0.55).astype(np.float32), np.ones(patch.shape, bool), paint, "slate")


def bamboo(
    scene: Scene,
    colours: tuple[Colour, Colour],
    slat: float = 15,
    place: tuple[float, float, float, float, float] | None = None,
    z: float = 0.0,
) -> None:
    """A mat of slats held by four threads."""
    x, y, w, h, turn = place or (scene.width / 2, scene.tall / 2, scene.width, scene.tall, 0.0)
    patch = scene.patch(x, y, float(np.hypot(w, h)), turn)
    grain = noise(*patch.shape, 8 * scene.scale, scene.rng, 20, 4)
    number = np.round(patch.v / slat)
    across = (patch.v / slat - number) * 2
    share = np.clip(0.55 + 0.12 * grain + 0.2 * np.sin(number * 7.3), 0, 1)
    paint = mix(colours[0], colours[1], np.broadcast_to(share, patch.shape))
    lift = z + 2 + 4 * np.sqrt(np.maximum(0, 1 - across**2 * 0.96)) + 0 * patch.u
    thread = np.minimum(np.abs(np.abs(patch.u) - w * 0.3), np.abs(np.abs(patch.u) - w * 0.82)) < 2.2
    paint = mix(paint, srgb("#7A5A36"), (thread & (patch.v > -1e9)).astype(np.float32) * 0.8)
    inside = (np.abs(patch.u) < w) & (np.abs(patch.v) < h)
    scene.lay(patch, (lift + thread * 1.2).astype(np.float32), inside, paint, "wood")
