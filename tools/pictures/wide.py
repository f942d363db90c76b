"""The pictures that are not of one dish: banners with a calm left side for words, the shop's sign, the logo, the picture for sharing, and
the round ones of the icon navigation."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from drinks_and_sets import plum_drink, set_for_two, soy_milk
from food import coriander, scallions, sesame
from light import Mood, render
from noise import Array, blur
from noodle_bowls import beef_noodles, eel_shrimp_noodles, tomato_brisket_noodles
from PIL import Image, ImageDraw, ImageFont
from plates import Drawing
from scene import Colour, Scene, blob, srgb, tube
from small_plates import pork_dumplings, shrimp_wontons, small_wontons, smashed_cucumber
from tables import CHERRY, WALNUT, bamboo, linen, wood
from tableware import chopsticks

FONT = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"


@dataclass(frozen=True)
class Wide:
    name: str
    width: int
    height: int
    draw: Drawing
    most_bytes: int
    scale: float = 1.5
    round: bool = False
    mood: Mood = Mood()
    focus: float | None = 100


WIDE: list[Wide] = []


def wide(name: str, width: int, height: int, most_bytes: int, **more: object) -> Callable[[Drawing], Drawing]:
    def keep(draw: Drawing) -> Drawing:
        WIDE.append(Wide(name, width, height, draw, most_bytes, **more))  # type: ignore[arg-type]  # named as the fields are
        return draw

    return keep


def draw(one: Wide) -> Image.Image:
    scene = Scene(one.width, one.height, zlib.crc32(one.name.encode()), one.scale)
    one.draw(scene)
    pixels = render(scene, one.mood, one.focus)
    image = Image.fromarray((np.clip(pixels, 0, 1) * 255 + 0.5).astype(np.uint8)).resize((one.width, one.height), Image.Resampling.LANCZOS)
    if one.round:
        mask = Image.new("L", (one.width * 4, one.height * 4), 0)
        ImageDraw.Draw(mask).ellipse((4, 4, one.width * 4 - 5, one.height * 4 - 5), fill=255)
        image.putalpha(mask.resize(image.size, Image.Resampling.LANCZOS))
    return image


def _spice(s: Scene, x: float, y: float, turn: float, size: float = 1.0) -> None:
    """A dried chilli on the table."""
    blob(s, x, y, 46 * size, 13 * size, 15 * size, srgb("#A3140C"), "jelly", turn=turn, edge=2.4, rough=0.08, bump=1.0, grain=12, bend=0.5)
    blob(s, x - np.cos(turn) * 50 * size, y - np.sin(turn) * 50 * size - 9 * size, 15 * size, 4 * size, 6, srgb("#6E7A2A"), "leaf", turn=turn - 0.5, edge=3)


@wide("banner_beef", 1500, 800, 120_000, mood=Mood(vignette=0.30))
def banner_beef(s: Scene) -> None:
    wood(s, WALNUT, 200)
    linen(s, srgb("#E9DFCB"), srgb("#B3402A"), (1330, 660, 420, 230, -0.35), z=1)
    with s.placed(1060, 392, 1.12):
        beef_noodles(s)
    chopsticks(s, 560, 690, 0.06, 640, srgb("#2A1410"))
    for x, y, turn in ((610, 120, 0.6), (680, 176, 2.4), (90, 96, 1.2)):
        _spice(s, x, y, turn)
    scallions(s, 520, 110, 60, 12, 9)
    sesame(s, 610, 190, 90, 18)


@wide("banner_dumplings", 1500, 800, 120_000, mood=Mood(vignette=0.28))
def banner_dumplings(s: Scene) -> None:
    linen(s, srgb("#4E6B8C"))
    bamboo(s, (srgb("#A97F45"), srgb("#D8B678")), 17, (1120, 420, 560, 330, -0.06), z=1)
    with s.placed(1238, 548, 0.86, 6):
        pork_dumplings(s)
    with s.placed(836, 300, 0.78, 6):
        shrimp_wontons(s)
    with s.placed(1320, 120, 0.42, 6):
        small_wontons(s)
    coriander(s, 560, 640, -0.4, 1.6)
    scallions(s, 610, 690, 60, 14, 9)


@wide("banner_sets", 1500, 800, 120_000, mood=Mood(vignette=0.30))
def banner_sets(s: Scene) -> None:
    wood(s, CHERRY, 200)
    linen(s, srgb("#DCCDB2"), None, (1120, 410, 560, 350, 0.03), z=1)
    with s.placed(880, 280, 0.70, 6):
        beef_noodles(s)
    with s.placed(1266, 500, 0.74, 6):
        tomato_brisket_noodles(s)
    with s.placed(868, 648, 0.42, 6):
        smashed_cucumber(s)
    with s.placed(1210, 130, 0.36, 6):
        plum_drink(s)
    with s.placed(1400, 170, 0.34, 6):
        soy_milk(s)
    chopsticks(s, 600, 400, 1.50, 560, srgb("#1E1512"))


@wide("cover", 500, 400, 40_000, scale=3.0, mood=Mood(vignette=0.30))
def cover(s: Scene) -> None:
    wood(s, WALNUT, 110)
    with s.placed(262, 204, 0.56):
        beef_noodles(s)
    with s.placed(474, 40, 0.34):
        smashed_cucumber(s)
    with s.placed(20, 372, 0.36):
        pork_dumplings(s)
    chopsticks(s, 484, 300, 1.45, 300, srgb("#1E1512"), gap=12)


def letters(shape: tuple[int, int], text: str, size: float, x: float, y: float, index: int = 2, spacing: float = 1.0) -> Array:
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
    patch = s.patch(600, 330, 700)
    board = (np.abs(patch.u) < 500) & (np.abs(patch.v) < 200)
    inset = np.minimum(500 - np.abs(patch.u), 200 - np.abs(patch.v))
    grain = s.height[patch.at] * 0.6
    height = 22 + grain - 12 * np.exp(-(((inset - 26) / 5) ** 2)) - 8 * np.exp(-np.clip(inset, 0, 50) / 3)
    paint = np.where((np.abs(inset - 26) < 6)[..., None], np.asarray(srgb("#C9973F"), np.float32), s.colour[patch.at] * np.asarray((0.9, 0.42, 0.36), np.float32))
    s.lay(patch, height.astype(np.float32), board, paint.astype(np.float32), "wood")
    k = s.scale
    carve(s, letters(s.height.shape, "老王面馆", 205 * k, 600 * k, 318 * k, spacing=1.06), 13, srgb("#E8B24A"), "metal")
    carve(s, letters(s.height.shape, "人民路菜市场东门", 40 * k, 600 * k, 466 * k, spacing=1.25), 6, srgb("#E8B24A"), "metal", 1.0)
    for x, bowl in ((60, eel_shrimp_noodles), (1140, beef_noodles)):
        with s.placed(x, 640, 0.9):
            bowl(s)


@wide("logo", 512, 512, 40_000, scale=2.0, mood=Mood(vignette=0.0), focus=None, round=True)
def logo(s: Scene) -> None:
    patch = s.whole()
    s.lay(patch, np.zeros(patch.shape, np.float32), np.ones(patch.shape, bool), srgb("#A81E17"), "glaze")
    rim = np.sqrt(np.maximum(0, 1 - ((patch.radius - 232) / 13) ** 2)) * 16
    s.lay(patch, rim.astype(np.float32), np.abs(patch.radius - 232) < 13, srgb("#E5B04A"), "metal")
    s.lay(patch, (20 * np.clip((patch.radius - 243) / 14, 0, 1)).astype(np.float32), patch.radius > 243, srgb("#8E150F"), "glaze")
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
