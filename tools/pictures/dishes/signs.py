"""What is lettered: the shop's sign and the logo; and the round pictures of the icon navigation."""

from __future__ import annotations

import numpy as np
from engine.material import Colour, srgb
from engine.mood import Mood
from engine.noise import Array, blur
from engine.scene import Scene
from engine.shapes import tube
from PIL import Image, ImageDraw, ImageFont
from things.tables import wood

from dishes.cold import smashed_cucumber
from dishes.drinks import plum_drink
from dishes.dumplings import pork_dumplings
from dishes.noodles import beef_noodles, eel_shrimp_noodles
from dishes.picture import Drawing
from dishes.sets import set_for_two
from dishes.wide import wide

FONT = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"


def letters(
    shape: tuple[int, int], text: str, size: float, x: float, y: float, index: int = 2, spacing: float = 1.0
) -> Array:
    """Where the letters are, 0..1."""
    page = Image.new("L", (shape[1], shape[0]), 0)
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(FONT, int(size), index=index)
    start = x - size * spacing * (len(text) - 1) / 2
    for at, letter in enumerate(text):
        pen.text((start + at * size * spacing, y), letter, font=font, fill=255, anchor="mm")
    return np.asarray(page, np.float32) / 255


def carve(s: Scene, mask: Array, rise: float, colour: Colour, material: str, round_off: float = 2.2) -> None:
    """Raises letters from whatever is there, their edges rounded."""
    patch = s.whole()
    soft = np.clip(blur(mask, round_off * s.scale) * 1.9 - 0.7, 0, 1)
    s.lay(patch, s.height[patch.at] + rise * soft, mask > 0.5, colour, material)


@wide("shop", 1200, 675, 60_000, mood=Mood(vignette=0.34), focus=None)
def shop(s: Scene) -> None:
    wood(s, (srgb("#2E1710"), srgb("#5A2E1C")), 168)
    patch = s.patch(600, 312, 700)
    board = (np.abs(patch.u) < 500) & (np.abs(patch.v) < 200)
    inset = np.minimum(500 - np.abs(patch.u), 200 - np.abs(patch.v))
    grain = s.height[patch.at] * 0.6
    height = 22 + grain - 12 * np.exp(-(((inset - 26) / 5) ** 2)) - 8 * np.exp(-np.clip(inset, 0, 50) / 3)
    paint = np.where(
        (np.abs(inset - 26) < 6)[..., None],
        np.asarray(srgb("#C9973F"), np.float32),
        s.colour[patch.at] * np.asarray((0.9, 0.42, 0.36), np.float32),
    )
    s.lay(patch, height.astype(np.float32), board, paint.astype(np.float32), "wood")
    k = s.scale
    carve(s, letters(s.height.shape, "老王面馆", 190 * k, 600 * k, 296 * k, spacing=1.10), 13, srgb("#E8B24A"), "metal")
    carve(
        s,
        letters(s.height.shape, "人民路菜市场东门", 38 * k, 600 * k, 444 * k, spacing=1.25),
        6,
        srgb("#E8B24A"),
        "metal",
        1.0,
    )
    for x, bowl in ((20, eel_shrimp_noodles), (1180, beef_noodles)):
        with s.placed(x, 680, 0.86):
            bowl(s)


@wide("logo", 512, 512, 40_000, scale=2.0, mood=Mood(vignette=0.0), focus=None, round=True)
def logo(s: Scene) -> None:
    patch = s.whole()
    s.lay(patch, np.zeros(patch.shape, np.float32), np.ones(patch.shape, bool), srgb("#A81E17"), "glaze")
    rim = np.sqrt(np.maximum(0, 1 - ((patch.radius - 232) / 13) ** 2)) * 16
    s.lay(patch, rim.astype(np.float32), np.abs(patch.radius - 232) < 13, srgb("#E5B04A"), "metal")
    s.lay(
        patch,
        (20 * np.clip((patch.radius - 243) / 14, 0, 1)).astype(np.float32),
        patch.radius > 243,
        srgb("#8E150F"),
        "glaze",
    )
    k = s.scale
    carve(s, letters(s.height.shape, "王", 300 * k, 256 * k, 206 * k), 18, srgb("#F3CE7A"), "metal", 3)
    for n in range(4):
        x = np.linspace(150, 362, 60)
        y = 366 + n * 15 + 7 * np.sin((x - 150) / 212 * 2 * np.pi * 2 + n * 0.5)
        inside = np.hypot(x - 256, y - 256) < 206
        tube(s, np.column_stack([x, y, np.full(60, 5.0)]).astype(np.float32)[inside], 5.2, srgb("#F6E3B8"), "noodle")


def _round(name: str, colour: str, dish: Drawing, size: float, x: float = 120, y: float = 120) -> None:
    @wide(name, 240, 240, 16_000, scale=4.0, round=True, mood=Mood(vignette=0.0), focus=None)
    def nav(s: Scene) -> None:
        patch = s.whole()
        s.lay(patch, np.zeros(patch.shape, np.float32), np.ones(patch.shape, bool), srgb(colour), "paper")
        with s.placed(x, y, size):
            dish(s)


_round("nav_noodles", "#F3C98B", beef_noodles, 0.315)


_round("nav_dumplings", "#B7CBE0", pork_dumplings, 0.30, 122, 122)


_round("nav_sets", "#E9B7A0", set_for_two, 0.255)


_round("nav_small_dishes", "#C9D9A6", smashed_cucumber, 0.315)


_round("nav_drinks", "#E8B9C0", plum_drink, 0.40, 126, 118)
