"""The few shapes everything is made of: lumps and slices, rings, strands. Each is laid on a scene; the highest wins."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TypedDict

import numpy as np

from engine.material import Colour, Paint, mix
from engine.noise import Array, noise, outline
from engine.scene import Patch, Scene, Texture


class Look(TypedDict, total=False):
    """What a lump is told beyond its place and size; see `blob`."""

    turn: float
    z: float
    edge: float
    rough: float
    square: float
    bump: float
    grain: float
    bend: float


def blob(
    scene: Scene,
    x: float,
    y: float,
    rx: float,
    ry: float,
    thick: float,
    colour: Paint | Texture,
    material: str,
    *,
    turn: float = 0.0,
    z: float | None = None,
    edge: float = 4.0,
    rough: float = 0.0,
    lobes: int = 6,
    square: float = 2.0,
    bump: float = 0.0,
    grain: float = 8.0,
    stretch: int = 1,
    lean: tuple[float, float] = (0.0, 0.0),
    sink: float = 0.0,
    relief: Callable[[Patch], Array] | None = None,
    bend: float = 0.0,
) -> float:
    """A rounded lump or slice; `edge` 2 is a dome, 8 a flat slice. Returns the height of its top."""
    patch = scene.patch(x, y, max(rx, ry) * 1.5, turn)
    if 0 in patch.shape:
        return 0.0
    if bend:
        patch.v = patch.v + bend * patch.u**2 / rx - bend * rx * 0.3
        patch.angle = np.arctan2(patch.v, patch.u)
    base = (scene.rest(x, y, min(rx, ry) * 0.8) if z is None else z) - sink
    reach = outline(patch.angle, rough, scene.rng, lobes) if rough else np.float32(1)
    d = ((np.abs(patch.u) / rx) ** square + (np.abs(patch.v) / ry) ** square) ** (1 / square) / reach
    inside = d < 1
    profile = np.where(inside, (1 - np.minimum(d, 1) ** edge), 0) ** 0.5
    top = base + thick * profile + lean[0] * patch.u + lean[1] * patch.v
    if bump:
        top = top + bump * noise(*patch.shape, grain * patch.scale, scene.rng, stretch) * profile
    patch.radius = d.astype(np.float32)
    if relief:
        top = top + relief(patch) * profile
    scene.lay(patch, top.astype(np.float32), inside, colour(patch) if callable(colour) else colour, material)
    return base + thick


def ring(
    scene: Scene,
    x: float,
    y: float,
    radius: float,
    wire: float,
    colour: Paint,
    material: str,
    *,
    z: float | None = None,
    lean: tuple[float, float] = (0.0, 0.0),
    squash: float = 1.0,
    turn: float = 0.0,
    inner: Colour | None = None,
) -> None:
    """A scallion ring, a chilli ring: a small torus."""
    patch = scene.patch(x, y, (radius + wire) * 1.3, turn)
    if 0 in patch.shape:
        return
    base = scene.rest(x, y, radius) if z is None else z
    d = np.hypot(patch.u, patch.v / squash)
    off = (d - radius) / wire
    inside = np.abs(off) < 1
    z_top = base + wire * (0.4 + np.sqrt(np.maximum(0, 1 - off**2))) + lean[0] * patch.u + lean[1] * patch.v
    paint: Paint = colour if inner is None else mix(inner, colour, np.clip(off * 0.7 + 0.55, 0, 1))
    scene.lay(patch, z_top.astype(np.float32), inside, paint, material)


def tube(
    scene: Scene,
    points: Array,
    radius: Array | float,
    colour: Paint | Array,
    material: str,
    *,
    flat: float = 1.0,
    stripe: Colour | None = None,
) -> None:
    """A strand through points (x, y, z). `radius` and `colour` may be given per point; `flat` < 1 makes a ribbon of it;
    `stripe` colours its edges."""
    radii = np.broadcast_to(np.asarray(radius, np.float32), (len(points),))
    colours = np.broadcast_to(np.asarray(colour, np.float32), (len(points), 3))
    for at in range(len(points) - 1):
        _segment(
            scene, points[at], points[at + 1], float(radii[at] + radii[at + 1]) / 2, colours[at], material, flat, stripe
        )


def _segment(
    scene: Scene, a: Array, b: Array, radius: float, colour: Array, material: str, flat: float, stripe: Colour | None
) -> None:
    middle = (a + b) / 2
    span = b - a
    length = float(np.hypot(span[0], span[1]))
    patch = Patch(scene, float(middle[0]), float(middle[1]), length / 2 + radius + 1)
    if 0 in patch.shape or length == 0:
        return
    along = np.clip((patch.u * span[0] + patch.v * span[1]) / length**2 + 0.5, 0, 1)
    off = np.hypot(patch.u - (along - 0.5) * span[0], patch.v - (along - 0.5) * span[1]) / radius
    inside = off < 1
    z = a[2] + along * span[2] + flat * radius * np.sqrt(np.maximum(0, 1 - off**2))
    paint: Paint = colour if stripe is None else mix(colour, stripe, np.clip(off, 0, 1) ** 3)
    scene.lay(patch, z.astype(np.float32), inside, paint, material)


def curve(*points: tuple[float, float], count: int = 40) -> Array:
    """A Bezier curve through its control points, as `count` points."""
    t = np.linspace(0, 1, count)[:, None]
    level = [np.asarray(p, float)[None, :] + 0 * t for p in points]
    while len(level) > 1:
        level = [a * (1 - t) + b * t for a, b in pairwise(level)]
    return level[0].astype(np.float32)


def lifted(points: Array, heights: Array | float) -> Array:
    return np.column_stack([points, np.broadcast_to(np.asarray(heights, np.float32), (len(points),))]).astype(
        np.float32
    )
