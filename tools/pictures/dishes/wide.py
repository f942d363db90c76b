"""The pictures that are not of one dish: banners with a calm left side for words, the shop's sign, the logo, the
picture for sharing, and the round ones of the icon navigation.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from engine.light import render
from engine.material import srgb
from engine.mood import Mood
from engine.scene import Scene
from engine.shapes import blob
from PIL import Image, ImageDraw
from things.garnish import coriander, scallions, sesame
from things.tables import CHERRY, WALNUT, bamboo, linen, wood
from things.tableware import chopsticks

from dishes.cold import smashed_cucumber
from dishes.drinks import plum_drink, soy_milk
from dishes.dumplings import pork_dumplings, shrimp_wontons, small_wontons
from dishes.noodles import beef_noodles, tomato_brisket_noodles
from dishes.picture import Drawing


@dataclass(frozen=True)
class Wide:
    name: str
    width: int
    height: int
    draw: Drawing
    most_bytes: int
    scale: float = 1.5
    round: bool = False
    mood: Mood = field(default_factory=Mood)
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
    image = Image.fromarray((np.clip(pixels, 0, 1) * 255 + 0.5).astype(np.uint8)).resize(
        (one.width, one.height), Image.Resampling.LANCZOS
    )
    if one.round:
        mask = Image.new("L", (one.width * 4, one.height * 4), 0)
        ImageDraw.Draw(mask).ellipse((4, 4, one.width * 4 - 5, one.height * 4 - 5), fill=255)
        image.putalpha(mask.resize(image.size, Image.Resampling.LANCZOS))
    return image


def _spice(s: Scene, x: float, y: float, turn: float, size: float = 1.0) -> None:
    """A dried chilli on the table."""
    blob(
        s,
        x,
        y,
        46 * size,
        13 * size,
        15 * size,
        srgb("#A3140C"),
        "jelly",
        turn=turn,
        edge=2.4,
        rough=0.08,
        bump=1.0,
        grain=12,
        bend=0.5,
    )
    blob(
        s,
        x - np.cos(turn) * 50 * size,
        y - np.sin(turn) * 50 * size - 9 * size,
        15 * size,
        4 * size,
        6,
        srgb("#6E7A2A"),
        "leaf",
        turn=turn - 0.5,
        edge=3,
    )


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
