"""Turns a height field into a photograph: a warm window from the upper left, soft shadows, light that gathers less in
corners, gloss, and liquids one can look into. Knows nothing of food.
"""

from __future__ import annotations

import numpy as np

from engine.gloss import camera, mirrored_light
from engine.material import MATERIALS, NAMES
from engine.mood import Mood
from engine.noise import Array, blur, noise
from engine.open_sky import grown, openness, shadow_of
from engine.scene import Scene


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
    shadow = grown(shadow_of(coarse, key, scene.scale / 2), solid.shape)
    open_sky = grown(openness(coarse, scene.scale / 2), solid.shape)
    rough, reflect, wrap, glow = _material_maps(scene, wet)
    light = _diffuse(normal, key, shadow, open_sky, wrap, glow, mood)
    bounce = blur(colour * light, 14 * scene.scale) * (1 - open_sky[:, :, None]) * 0.75
    image = colour * (light + bounce) + mirrored_light(
        gloss, camera(scene), key, shadow, open_sky, rough, reflect, mood
    )
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
        ripple = noise(*patch.shape, 120 * scene.scale, scene.rng) * 6 + noise(
            *patch.shape, 36 * scene.scale, scene.rng
        )
        top = level + 2.6 * reach + liquid.ripple * ripple + pool.drops
        surface[patch.at][under] = top[under]
        wet[patch.at][under] = (liquid.roughness, liquid.shine)
    return surface, wet


def _look_into(scene: Scene, surface: Array) -> tuple[Array, Array]:
    """Colours as seen through the liquids, and heights for shading: what lies deep is shaded as the surface above."""
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


def _material_maps(scene: Scene, wet: Array) -> tuple[Array, Array, Array, Array]:
    table = [MATERIALS[name] for name in NAMES]
    rough = np.asarray([m.roughness for m in table], np.float32)[scene.material]
    reflect = np.asarray([m.reflection for m in table], np.float32)[scene.material]
    wrap = np.asarray([m.wrap for m in table], np.float32)[scene.material]
    glow = np.asarray([m.glow for m in table], np.float32)[scene.material]
    liquid = wet[:, :, 0] > 0
    return (
        np.where(liquid, wet[:, :, 0], rough),
        np.where(liquid, wet[:, :, 1], reflect),
        np.where(liquid, 0.3, wrap),
        glow,
    )


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
