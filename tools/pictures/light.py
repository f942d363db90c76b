"""Turns a height field into a photograph: a warm window from the upper left, soft shadows, light that gathers less in corners, gloss, and
liquids one can look into. Knows nothing of food."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from noise import Array, blur, noise
from scene import MATERIALS, NAMES, Scene


@dataclass(frozen=True)
class Mood:
    """Where the key light comes from, its colour and strength, and the sky that fills the shadows."""

    key: tuple[float, float, float] = (-0.50, -0.62, 0.72)
    key_colour: tuple[float, float, float] = (1.0, 0.86, 0.68)
    key_strength: float = 1.45
    sky_colour: tuple[float, float, float] = (0.80, 0.88, 1.0)
    sky_strength: float = 0.46
    exposure: float = 0.90
    vignette: float = 0.22
    saturation: float = 1.10


def render(scene: Scene, mood: Mood | None = None, focus: float | None = None) -> Array:
    """The finished picture in sRGB, 0..1, at the scene's inner resolution."""
    mood = mood or Mood()
    key = np.asarray(mood.key, np.float32)
    key /= np.linalg.norm(key)
    solid = scene.height
    surface, wet = _surfaces(scene)
    colour, shade_height = _look_into(scene, surface)
    normal = _normals(shade_height * scene.scale)
    gloss = _normals(surface * scene.scale)
    coarse = surface[::2, ::2] * scene.scale / 2
    shadow = _grow(_shadow(coarse, key, scene.scale / 2), solid.shape)
    open_sky = _grow(_openness(coarse, scene.scale / 2), solid.shape)
    rough, reflect, wrap, glow = _material_maps(scene, wet)
    light = _diffuse(normal, key, shadow, open_sky, wrap, glow, mood)
    bounce = blur(colour * light, 14 * scene.scale) * (1 - open_sky[:, :, None]) * 0.75
    image = colour * (light + bounce) + _gloss(gloss, _view(scene), key, shadow, open_sky, rough, reflect, mood)
    if focus is not None:
        image = _depth_of_field(image, np.maximum(solid, -200), focus, scene.scale)
    return _develop(image, mood, scene)


def _surfaces(scene: Scene) -> tuple[Array, Array]:
    """The height of what one would touch, and where that is a liquid (how rough and reflecting it is)."""
    surface = scene.height.copy()
    wet = np.zeros((*surface.shape, 2), np.float32)
    for pool in scene.pools:
        patch, where, level, liquid = pool.patch, pool.where, pool.level, pool.liquid
        if 0 in patch.shape:
            continue
        solid = scene.height[patch.at]
        under = where & (solid < level)
        reach = blur((where & ~under).astype(np.float32), 2.2 * scene.scale)
        ripple = noise(*patch.shape, 120 * scene.scale, scene.rng) * 6 + noise(*patch.shape, 36 * scene.scale, scene.rng)
        top = level + 2.6 * reach + liquid.ripple * ripple + pool.drops
        surface[patch.at][under] = top[under]
        wet[patch.at][under] = (liquid.roughness, liquid.shine)
    return surface, wet


def _look_into(scene: Scene, surface: Array) -> tuple[Array, Array]:
    """Colours as seen through the liquids, and heights for shading: what lies deep is shaded as the flat surface above it."""
    colour, shade = scene.colour.copy(), scene.height.copy()
    for pool in scene.pools:
        patch, liquid = pool.patch, pool.liquid
        solid = scene.height[patch.at]
        under = pool.where & (solid < pool.level)
        depth = np.where(under, pool.level - solid, 0)[:, :, None]
        clear = np.exp(-depth * np.asarray(liquid.fade, np.float32))
        seen = colour[patch.at] * clear + np.asarray(liquid.body, np.float32) * (1 - clear)
        seen = seen * (1 - pool.cover[:, :, None]) + pool.tint * pool.cover[:, :, None]
        colour[patch.at][under] = seen[under]
        show = np.exp(-depth[:, :, 0] * 0.22)
        mixed = solid * show + surface[patch.at] * (1 - show)
        shade[patch.at][under] = mixed[under]
    return colour, shade


def _normals(height: Array) -> Array:
    dy, dx = np.gradient(height)
    normal = np.stack([-dx, -dy, np.ones_like(dx)], axis=2)
    normal /= np.linalg.norm(normal, axis=2, keepdims=True)
    return normal.astype(np.float32)


def _grow(half: Array, shape: tuple[int, ...]) -> Array:
    """Twice the size: shadows are soft, so they are found on every other pixel."""
    full = np.repeat(np.repeat(half, 2, 0), 2, 1)[: shape[0], : shape[1]]
    return (full + _shift(full, 1, 0) + _shift(full, 0, 1) + _shift(full, 1, 1)) / 4


def _shift(image: Array, dx: float, dy: float) -> Array:
    """The image as seen from `dx`, `dy` pixels away, edges repeated."""
    ix, iy = round(dx), round(dy)
    rows = np.clip(np.arange(image.shape[0]) + iy, 0, image.shape[0] - 1)
    columns = np.clip(np.arange(image.shape[1]) + ix, 0, image.shape[1] - 1)
    return image[np.ix_(rows, columns)]


def _shadow(height: Array, key: Array, scale: float) -> Array:
    """How much of a window-sized lamp each pixel sees."""
    lamps = [(a, e) for a in (-0.16, -0.05, 0.05, 0.16) for e in (-0.12, 0.0, 0.14)]
    azimuth, rise = float(np.arctan2(key[1], key[0])), float(key[2] / np.hypot(key[0], key[1]))
    total = np.zeros_like(height)
    steps = np.unique(np.round(np.geomspace(1.5, 150 * scale, 30)))
    for turn, tilt in lamps:
        clear = np.ones_like(height)
        for step in steps:
            other = _shift(height, step * np.cos(azimuth + turn), step * np.sin(azimuth + turn))
            over = other - height - step * (rise + tilt)
            clear = np.minimum(clear, np.clip(1 - over / (0.04 * step + 0.6), 0, 1))
        total += clear
    return blur(total / len(lamps), 0.6 * scale)


def _openness(height: Array, scale: float) -> Array:
    """The share of the sky a pixel sees: ambient occlusion along sixteen directions."""
    blocked = np.zeros_like(height)
    steps = np.unique(np.round(np.geomspace(2, 46 * scale, 7)))
    for number in range(12):
        angle = number * 2 * np.pi / 12 + 0.2
        slope = np.zeros_like(height)
        for step in steps:
            other = _shift(height, step * np.cos(angle), step * np.sin(angle))
            slope = np.maximum(slope, (other - height) / step)
        blocked += slope**2 / (1 + slope**2)
    return np.clip(1 - blocked / 12, 0, 1)


def _material_maps(scene: Scene, wet: Array) -> tuple[Array, Array, Array, Array]:
    table = [MATERIALS[name] for name in NAMES]
    rough = np.asarray([m.roughness for m in table], np.float32)[scene.material]
    reflect = np.asarray([m.reflection for m in table], np.float32)[scene.material]
    wrap = np.asarray([m.wrap for m in table], np.float32)[scene.material]
    glow = np.asarray([m.glow for m in table], np.float32)[scene.material]
    liquid = wet[:, :, 0] > 0
    return np.where(liquid, wet[:, :, 0], rough), np.where(liquid, wet[:, :, 1], reflect), np.where(liquid, 0.3, wrap), glow


def _diffuse(normal: Array, key: Array, shadow: Array, open_sky: Array, wrap: Array, glow: Array, mood: Mood) -> Array:
    facing = normal @ key
    lit = np.clip(facing, 0, 1)
    creeping = np.clip((facing + wrap) / (1 + wrap), 0, 1)
    key_light = (lit * shadow)[:, :, None] + ((creeping - lit) * (0.35 + 0.65 * shadow))[:, :, None] * glow
    sky = (open_sky * (0.55 + 0.45 * normal[:, :, 2]))[:, :, None]
    warm = 1 - 0.35 * (1 - open_sky)[:, :, None] * np.asarray((0.2, 0.6, 1.0), np.float32)
    return (
        key_light * np.asarray(mood.key_colour, np.float32) * mood.key_strength
        + sky * warm * np.asarray(mood.sky_colour, np.float32) * mood.sky_strength
    ).astype(np.float32)


def _window(direction: Array, towards: Array, size: tuple[float, float], softness: Array) -> Array:
    """Brightness of a barred window seen in a direction, softened for rough surfaces."""
    side = np.cross(np.asarray((0, 0, 1), np.float32), towards)
    side /= np.linalg.norm(side)
    up = np.cross(towards, side)
    ahead = np.maximum(direction @ towards, 1e-3)
    x, y = (direction @ side) / ahead, (direction @ up) / ahead
    soft = 0.02 + softness * 1.15
    inside = _fall(np.abs(x), size[0], soft) * _fall(np.abs(y), size[1], soft)
    bar = 1 - 0.8 * _fall(np.abs(x), size[0] * 0.06, 0.012 + softness) * (softness < 0.12)
    return np.where(direction @ towards > 0, inside * bar, 0) / (1 + 9 * softness)


def _fall(value: Array, at: float, soft: Array | float) -> Array:
    return 1 / (1 + np.exp(np.clip((value - at) / soft * 4, -30, 30)))


def _gloss(normal: Array, view: Array, key: Array, shadow: Array, open_sky: Array, rough: Array, reflect: Array, mood: Mood) -> Array:
    """What surfaces mirror: the window the light comes from, a smaller one nearly overhead, and the ceiling."""
    facing = np.sum(normal * view, axis=2)
    mirrored = 2 * facing[:, :, None] * normal - view
    fresnel = reflect + (1 - reflect) * np.clip(1 - facing, 0, 1) ** 5
    high = np.asarray((-0.17, -0.20, 1.0), np.float32)
    high /= np.linalg.norm(high)
    window = _window(mirrored, key, (0.30, 0.24), rough**1.4) * (0.15 + 0.85 * shadow) * 15
    window += _window(mirrored, high, (0.055, 0.075), rough**1.6) * open_sky * 9
    ceiling = (0.35 + 0.5 * np.clip(mirrored[:, :, 2], 0, 1)) * open_sky * (1 - 0.6 * rough)
    bright = fresnel * (1 - 0.45 * rough)
    return (
        (window * bright)[:, :, None] * np.asarray(mood.key_colour, np.float32)
        + (ceiling * bright)[:, :, None] * np.asarray(mood.sky_colour, np.float32) * mood.sky_strength * 1.4
    ).astype(np.float32)


def _view(scene: Scene) -> Array:
    """From each pixel towards a camera two picture widths above the middle."""
    rows, columns = scene.height.shape
    far = 1.9 * min(rows, columns)
    y, x = (rows / 2 - np.arange(rows))[:, None] / far, (columns / 2 - np.arange(columns))[None, :] / far
    view = np.stack(np.broadcast_arrays(x, y, np.ones(1)), axis=2).astype(np.float32)
    return view / np.linalg.norm(view, axis=2, keepdims=True)


def _depth_of_field(image: Array, height: Array, focus: float, scale: float) -> Array:
    """What lies far below the sharp plane goes soft."""
    for depth, sigma in ((26, 1.0), (60, 2.0)):
        share = np.clip((focus - blur(height, 2 * scale) - depth) / 18, 0, 1)[:, :, None]
        image = image * (1 - share) + blur(image, sigma * scale) * share
    return image


def _develop(image: Array, mood: Mood, scene: Scene) -> Array:
    """Bloom, vignette, a film's shoulder, saturation, sRGB."""
    image = image * mood.exposure
    image = image + blur(np.clip(image - 1.15, 0, 2), 6 * scene.scale) * 0.16
    rows, columns = image.shape[:2]
    y, x = np.linspace(-1, 1, rows)[:, None], np.linspace(-1, 1, columns)[None, :]
    image = image * (1 - mood.vignette * np.clip((x**2 + y**2) - 0.35, 0, 2) ** 1.2)[:, :, None]
    film = _shoulder(image)
    grey = film.mean(axis=2, keepdims=True)
    film = np.clip(grey + (film - grey) * mood.saturation, 0, 1)
    return np.where(film <= 0.0031308, film * 12.92, 1.055 * film ** (1 / 2.4) - 0.055).astype(np.float32)


def _shoulder(image: Array) -> Array:
    """Linear to the middle, then bending softly towards white."""
    return np.where(image < 0.5, image, 0.5 + 0.5 * (1 - np.exp(-(image - 0.5) / 0.5))).astype(np.float32)
