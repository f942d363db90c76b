"""Cans and bottles that lie on the table, their labels wrapped round, dew on them."""

from __future__ import annotations

import numpy as np
from engine.material import Colour, mix, scaled, srgb
from engine.noise import Array, cloud
from engine.scene import Scene
from PIL import Image, ImageDraw, ImageFont

FONT = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"


def _label(text: str, ink: tuple[int, int, int], size: tuple[int, int], art: str) -> Array:
    """A drawn label, right way up along the can: 0..1 sRGB with alpha in the fourth channel."""
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    w, h = size
    if art == "wave":
        top = [(t * w, h * (0.66 + 0.10 * np.sin(t * 5.2))) for t in np.linspace(0, 1, 60)]
        low = [(t * w, h * (0.86 + 0.06 * np.sin(t * 5.2 + 0.7))) for t in np.linspace(1, 0, 60)]
        draw.polygon(top + low, fill=(255, 250, 240, 255))
    if art == "lemon":
        draw.ellipse((w * 0.64, h * 0.18, w * 0.88, h * 0.82), fill=(247, 214, 45, 255))
        draw.ellipse((w * 0.74, h * 0.34, w * 0.96, h * 0.92), fill=(168, 207, 52, 255))
        draw.ellipse((w * 0.77, h * 0.42, w * 0.93, h * 0.84), fill=(222, 240, 140, 255))
    if art == "scroll":
        draw.rectangle((w * 0.06, h * 0.10, w * 0.94, h * 0.90), outline=(236, 190, 80, 255), width=8)
        draw.rectangle((w * 0.09, h * 0.15, w * 0.91, h * 0.85), outline=(236, 190, 80, 255), width=3)
    if art == "lake":
        draw.rectangle((0, 0, w, h), fill=(246, 239, 220, 255))
        hills = [(t * w, h * (0.52 - 0.16 * np.sin(t * 7) - 0.10 * np.sin(t * 13 + 1))) for t in np.linspace(0, 1, 80)]
        draw.polygon([*hills, (w, h * 0.70), (0, h * 0.70)], fill=(60, 120, 96, 255))
        draw.polygon([(x, y + h * 0.10) for x, y in hills] + [(w, h * 0.72), (0, h * 0.72)], fill=(38, 86, 70, 255))
        draw.ellipse((w * 0.72, h * 0.10, w * 0.84, h * 0.30), fill=(214, 84, 44, 255))
        draw.rectangle((0, 0, w, h * 0.06), fill=(190, 150, 70, 255))
        draw.rectangle((0, h * 0.94, w, h), fill=(190, 150, 70, 255))
    font = ImageFont.truetype(FONT, int(h * {"lake": 0.24, "lemon": 0.17}.get(art, 0.42)), index=2)
    box = draw.textbbox((0, 0), text, font=font)
    spot = {"lemon": 0.32}.get(art, 0.5)
    draw.text(
        (w * spot - (box[2] + box[0]) / 2, h * {"lake": 0.80, "wave": 0.36}.get(art, 0.5) - (box[3] + box[1]) / 2),
        text,
        font=font,
        fill=(*ink, 255),
    )
    return np.asarray(image, np.float32) / 255


def _wrap(label: Array, along: Array, around: Array) -> tuple[Array, Array]:
    """Looks a label up at fractions along and around; returns linear colour and cover."""
    h, w = label.shape[:2]
    inside = (along >= 0) & (along < 1) & (around >= 0) & (around < 1)
    texel = label[np.clip(around * h, 0, h - 1).astype(int), np.clip(along * w, 0, w - 1).astype(int)]
    return (texel[..., :3] ** 2.2).astype(np.float32), texel[..., 3] * inside


def can(
    scene: Scene,
    x: float,
    y: float,
    turn: float,
    body: Colour,
    text: str,
    ink: tuple[int, int, int],
    art: str,
    *,
    length: float = 150,
    radius: float = 78,
) -> None:
    """A can lying down, its label up."""
    patch = scene.patch(x, y, length + radius, turn)
    far = np.abs(patch.u) / length
    reach = radius * np.where(far > 0.88, 1 - 0.22 * np.clip((far - 0.88) / 0.09, 0, 1), 1.0)
    inside = (far < 1) & (np.abs(patch.v) < reach)
    z = radius + np.sqrt(np.maximum(0, reach**2 - patch.v**2)) - 4 * np.exp(-(((far - 0.97) / 0.012) ** 2))
    around = np.arcsin(np.clip(patch.v / reach, -1, 1)) / np.pi + 0.5
    ink_colour, cover = _wrap(
        _label(text, ink, (600, 500), art), (patch.u / length + 0.86) / 1.72, around * 1.25 - 0.125
    )
    paint = mix(np.broadcast_to(np.asarray(body, np.float32), (*patch.shape, 3)), ink_colour, cover)
    paint = mix(paint, srgb("#C9CCD0"), (far > 0.90).astype(np.float32))
    scene.lay(patch, z.astype(np.float32), inside, paint, "paint")
    _dew(scene, x, y, turn, length * 0.84, radius, body)


def _dew(
    scene: Scene, x: float, y: float, turn: float, length: float, radius: float, body: Colour, count: int = 120
) -> None:
    rng = scene.rng
    for _ in range(count):
        u, v = (rng.random() * 2 - 1) * length, (rng.random() * 2 - 1) * radius * 0.86
        k = 1.5 + 4.2 * rng.random() ** 3
        px, py = x + np.cos(turn) * u - np.sin(turn) * v, y + np.sin(turn) * u + np.cos(turn) * v
        patch = scene.patch(px, py, k * 1.5)
        if 0 in patch.shape:
            continue
        d = np.hypot(patch.u, patch.v) / k
        under = scene.height[patch.at].copy()
        under = (under - scene.origin[3]) / scene.origin[2]
        colour = scene.colour[patch.at] * 0.9 + 0.05
        scene.lay(patch, under + k * 0.42 * np.sqrt(np.maximum(0, 1 - d**2)), d < 1, colour, "glass")


def bottle(scene: Scene, x: float, y: float, turn: float, body: Colour, text: str) -> None:
    """A long-necked bottle lying down."""
    patch = scene.patch(x, y, 330, turn)
    u = patch.u
    shoulder = np.clip((u - 70) / 90, 0, 1)
    reach = 74 - 48 * (shoulder**2 * (3 - 2 * shoulder)) - 3 * np.clip((u - 160) / 120, 0, 1)
    reach = np.where(u > 262, 27.0, reach)
    inside = (u > -270) & (u < 292) & (np.abs(patch.v) < reach)
    z = 76 + np.sqrt(np.maximum(0, reach**2 - patch.v**2)) - 30 * np.clip((-u - 255) / 15, 0, 1)
    depth = np.sqrt(np.maximum(0, 1 - (patch.v / reach) ** 2))
    paint = mix(
        scaled(body, 0.35),
        scaled(body, 1.5),
        np.clip(depth**2 * 0.8 + 0.06 * cloud(*patch.shape, 60 * patch.scale, scene.rng, 2), 0, 1),
    )
    around = np.arcsin(np.clip(patch.v / reach, -1, 1)) / np.pi + 0.5
    ink_colour, cover = _wrap(_label(text, (30, 84, 60), (520, 420), "lake"), (u + 200) / 250, around * 1.2 - 0.1)
    paint = mix(paint, ink_colour, cover)
    neck = ((u > 175) & (u < 225)).astype(np.float32)
    paint = mix(paint, srgb("#E8D9A8"), neck)
    paint = mix(paint, srgb("#C79A3A"), (u > 262).astype(np.float32))
    ridges = 2.0 * np.cos(patch.v * 1.4) * (u > 262)
    scene.lay(patch, (z + ridges).astype(np.float32), inside, paint, "paint")
    _dew(scene, x, y, turn, 240, 64, body, 160)
