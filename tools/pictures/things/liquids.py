"""What is poured, and the oil that floats on it."""

from __future__ import annotations

import numpy as np
from engine.material import Colour
from engine.scene import Liquid, Pool, Scene


def fill(scene: Scene, x: float, y: float, radius: float, level: float, liquid: Liquid) -> Pool:
    """Pours a liquid up to a level into whatever is hollow within the radius."""
    return scene.pour(x, y, radius, level, liquid)


def oil(
    scene: Scene,
    pool: Pool,
    count: int,
    size: tuple[float, float],
    colour: Colour,
    strength: float = 0.7,
    spread: float = 0.95,
) -> None:
    """Drops of oil floating on a liquid: many small, few large, each a lens with a bright edge."""
    rng = scene.rng
    for _ in range(count):
        radius = size[0] + (size[1] - size[0]) * rng.random() ** 3
        angle, far = rng.random() * 6.283, pool.radius * spread * np.sqrt(rng.random())
        _drop(
            scene,
            pool,
            float(np.cos(angle)) * far,
            float(np.sin(angle)) * far,
            radius,
            1 + 0.25 * float(rng.random()),
            colour,
            strength,
        )


def _drop(
    scene: Scene, pool: Pool, u: float, v: float, radius: float, oblong: float, colour: Colour, strength: float
) -> None:
    patch = pool.patch
    if 0 in patch.shape:
        return
    rows = np.flatnonzero(np.abs(patch.v[:, 0] - v) < radius * 1.3)
    columns = np.flatnonzero(np.abs(patch.u[0] - u) < radius * 1.3)
    if not rows.size or not columns.size:
        return
    part = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
    d = np.hypot((patch.u[part] - u) / (radius * oblong), (patch.v[part] - v) / radius)
    pool.drops[part] = np.maximum(pool.drops[part], scene.origin[2] * radius * 0.16 * np.sqrt(np.maximum(0, 1 - d**2)))
    cover = np.clip((1 - d) * radius * patch.scale * 0.5, 0, 1) * strength * (0.55 + 0.45 * np.clip(d, 0, 1) ** 3)
    pool.tint[part] = np.where((cover > pool.cover[part])[..., None], np.asarray(colour, np.float32), pool.tint[part])
    pool.cover[part] = np.maximum(pool.cover[part], cover)
