"""A picture as a height field seen from above: a height, a colour and a material at every pixel. Shapes are laid on it and the highest wins,
so that strands cross, slices lean and rings rest on what lies below without anybody ordering layers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np

from noise import Array, noise, outline

Colour = tuple[float, float, float]
Paint = Colour | Array


@dataclass(frozen=True)
class Material:
    """roughness 0 mirror - 1 chalk; reflection at right angles; wrap: how far light creeps round; glow: its colour there."""

    roughness: float
    reflection: float = 0.04
    wrap: float = 0.1
    glow: Colour = (1.0, 0.6, 0.4)


MATERIALS: dict[str, Material] = {
    "wood": Material(0.5, 0.03, 0.0),
    "cloth": Material(0.95, 0.01, 0.15),
    "slate": Material(0.6, 0.03, 0.0),
    "glaze": Material(0.14, 0.05, 0.15, (1, 0.9, 0.8)),
    "stoneware": Material(0.42, 0.04, 0.1),
    "noodle": Material(0.22, 0.055, 0.45, (1, 0.72, 0.36)),
    "meat": Material(0.2, 0.07, 0.15, (1, 0.4, 0.25)),
    "crust": Material(0.42, 0.05, 0.15, (1, 0.5, 0.2)),
    "leaf": Material(0.33, 0.04, 0.35, (0.7, 1, 0.3)),
    "white": Material(0.25, 0.045, 0.5, (1, 0.85, 0.7)),
    "yolk": Material(0.16, 0.05, 0.45, (1, 0.5, 0.1)),
    "dough": Material(0.3, 0.045, 0.5, (1, 0.85, 0.65)),
    "metal": Material(0.24, 0.5, 0.0),
    "paint": Material(0.2, 0.09, 0.0),
    "glass": Material(0.05, 0.09, 0.2, (1, 1, 1)),
    "ice": Material(0.07, 0.06, 0.6, (0.9, 0.97, 1)),
    "paper": Material(0.8, 0.02, 0.1),
    "jelly": Material(0.1, 0.06, 0.3, (1, 0.6, 0.4)),
}
NAMES = list(MATERIALS)


def srgb(text: str) -> Colour:
    """'#RRGGBB' as linear light."""
    parts = [int(text[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def mix(a: Paint, b: Paint, share: Array | float) -> Array:
    """Between two colours, or two images, by a share that may differ by pixel."""
    part = np.asarray(share, np.float32)
    if part.ndim == 2:
        part = part[:, :, None]
    return (np.asarray(a, np.float32) * (1 - part) + np.asarray(b, np.float32) * part).astype(np.float32)


class Patch:
    """The pixels around a place, with coordinates of their own (turned by `turn`), in picture units."""

    def __init__(self, scene: Scene, x: float, y: float, reach: float, turn: float = 0.0) -> None:
        s, (ox, oy, k, _) = scene.scale, scene.origin
        x, y, reach = ox + x * k, oy + y * k, reach * k
        rows, columns = scene.height.shape
        y0, y1 = max(0, int((y - reach) * s)), min(rows, int((y + reach) * s) + 2)
        x0, x1 = max(0, int((x - reach) * s)), min(columns, int((x + reach) * s) + 2)
        self.at = (slice(y0, max(y0, y1)), slice(x0, max(x0, x1)))
        dy = (np.arange(y0, max(y0, y1), dtype=np.float32) / s - y)[:, None] / k
        dx = (np.arange(x0, max(x0, x1), dtype=np.float32) / s - x)[None, :] / k
        cos, sin = np.float32(np.cos(turn)), np.float32(np.sin(turn))
        self.u: Array = dx * cos + dy * sin
        self.v: Array = -dx * sin + dy * cos
        self.radius: Array = np.hypot(self.u, self.v)
        self.angle: Array = np.arctan2(self.v, self.u)
        self.scale = s * k
        self.shape = self.u.shape


class Scene:
    """Everything that lies on the table. One unit is a pixel of the finished picture; `scale` finer pixels are kept inside."""

    def __init__(self, width: int, height: int, seed: int, scale: float = 2.0) -> None:
        self.width, self.tall, self.scale = width, height, scale
        shape = (round(height * scale), round(width * scale))
        self.height: Array = np.full(shape, -1000, np.float32)
        self.colour: Array = np.zeros((*shape, 3), np.float32)
        self.material = np.zeros(shape, np.uint8)
        self.pools: list[Pool] = []
        self.rng = np.random.default_rng(seed)
        self.origin = (0.0, 0.0, 1.0, 0.0)

    @contextmanager
    def placed(self, x: float, y: float, size: float, z: float = 0.0) -> Iterator[None]:
        """Inside, coordinates are those of a 720 x 720 picture whose middle lies at (x, y), `size` times as large, on height z."""
        before = self.origin
        self.origin = (x - 360 * size, y - 360 * size, size, z)
        try:
            yield
        finally:
            self.origin = before

    def patch(self, x: float, y: float, reach: float, turn: float = 0.0) -> Patch:
        return Patch(self, x, y, reach, turn)

    def pour(self, x: float, y: float, radius: float, level: float, liquid: Liquid) -> Pool:
        """Fills what is hollow within the radius up to a level."""
        k, z = self.origin[2], self.origin[3]
        red, green, blue = liquid.fade
        thinner = replace(liquid, fade=(red / k, green / k, blue / k), ripple=liquid.ripple * k)
        patch = self.patch(x, y, radius)
        pool = Pool(patch, radius, level * k + z, thinner, np.zeros(patch.shape, np.float32), np.zeros((*patch.shape, 3), np.float32), np.zeros(patch.shape, np.float32))
        self.pools.append(pool)
        return pool

    def whole(self) -> Patch:
        return Patch(self, self.width / 2, self.tall / 2, max(self.width, self.tall))

    def lay(self, patch: Patch, z: Array, where: Array, colour: Paint, material: str) -> None:
        """Puts a surface down; it shows where nothing is higher."""
        height = self.height[patch.at]
        z = z * self.origin[2] + self.origin[3]
        shows = where & (z > height)
        height[shows] = z[shows]
        paint = np.asarray(colour, np.float32)
        self.colour[patch.at][shows] = paint[shows] if paint.ndim == 3 else paint
        self.material[patch.at][shows] = NAMES.index(material)

    def rest(self, x: float, y: float, reach: float, share: float = 80) -> float:
        """The height at which something of this reach comes to lie here."""
        patch = self.patch(x, y, reach)
        inside = self.height[patch.at][patch.radius <= reach]
        return (float(np.percentile(inside, share)) - self.origin[3]) / self.origin[2] if inside.size else 0.0


@dataclass(frozen=True)
class Liquid:
    """A broth or drink: the colour that depth fades to, how fast (per unit of depth, by channel), and its ripple."""

    body: Colour
    fade: Colour
    ripple: float = 0.05
    shine: float = 0.03
    roughness: float = 0.06


@dataclass
class Pool:
    """A liquid in its place; oil adds the height of its drops, their colour and how much that covers."""

    patch: Patch
    radius: float
    level: float
    liquid: Liquid
    drops: Array
    tint: Array
    cover: Array

    @property
    def where(self) -> Array:
        return self.patch.radius < self.radius


Texture = Callable[[Patch], Paint]


def blob(
    scene: Scene, x: float, y: float, rx: float, ry: float, thick: float, colour: Paint | Texture, material: str, *,
    turn: float = 0.0, z: float | None = None, edge: float = 4.0, rough: float = 0.0, lobes: int = 6, square: float = 2.0,
    bump: float = 0.0, grain: float = 8.0, stretch: int = 1, lean: tuple[float, float] = (0.0, 0.0), sink: float = 0.0,
    relief: Callable[[Patch], Array] | None = None, bend: float = 0.0,
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


def ring(scene: Scene, x: float, y: float, radius: float, wire: float, colour: Paint, material: str, *, z: float | None = None,
         lean: tuple[float, float] = (0.0, 0.0), squash: float = 1.0, turn: float = 0.0, inner: Colour | None = None) -> None:
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


def tube(scene: Scene, points: Array, radius: Array | float, colour: Paint | Array, material: str, *, flat: float = 1.0,
         stripe: Colour | None = None) -> None:
    """A strand through points (x, y, z). `radius` and `colour` may be given per point; `flat` < 1 makes a ribbon of it;
    `stripe` colours its edges."""
    radii = np.broadcast_to(np.asarray(radius, np.float32), (len(points),))
    colours = np.broadcast_to(np.asarray(colour, np.float32), (len(points), 3))
    for at in range(len(points) - 1):
        _segment(scene, points[at], points[at + 1], float(radii[at] + radii[at + 1]) / 2, colours[at], material, flat, stripe)


def _segment(scene: Scene, a: Array, b: Array, radius: float, colour: Array, material: str, flat: float, stripe: Colour | None) -> None:
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
    paint: Paint = colour if stripe is None else mix(colour, stripe, np.clip(off, 0, 1) ** 3)  # type: ignore[arg-type]  # an array of 3
    scene.lay(patch, z.astype(np.float32), inside, paint, material)


def curve(*points: tuple[float, float], count: int = 40) -> Array:
    """A Bezier curve through its control points, as `count` points."""
    t = np.linspace(0, 1, count)[:, None]
    level = [np.asarray(p, float)[None, :] + 0 * t for p in points]
    while len(level) > 1:
        level = [a * (1 - t) + b * t for a, b in zip(level, level[1:], strict=False)]
    return level[0].astype(np.float32)
