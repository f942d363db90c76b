"""A picture as a height field seen from above: a height, a colour and a material at every pixel. Shapes are laid on
it and the highest wins, so that strands cross, slices lean and rings rest on what lies below without anybody ordering
layers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np

from engine.material import NAMES, Colour, Paint
from engine.noise import Array


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
        self.shape: tuple[int, int] = (self.u.shape[0], self.u.shape[1])


class Scene:
    """Everything on the table. One unit is a pixel of the finished picture; inside, pixels are `scale` times finer."""

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
        """Inside, coordinates are those of a 720 x 720 picture: its middle at (x, y, z), scaled by `size`."""
        before = self.origin
        ox, oy, k, oz = before
        self.origin = (ox + (x - 360 * size) * k, oy + (y - 360 * size) * k, size * k, oz + z * k)
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
        pool = Pool(
            patch,
            radius,
            level * k + z,
            thinner,
            np.zeros(patch.shape, np.float32),
            np.zeros((*patch.shape, 3), np.float32),
            np.zeros(patch.shape, np.float32),
        )
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
