"""Bowls of noodles, first half: what is common to all bowls, and the dishes with meat or fish on top."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from engine.material import Colour, srgb
from engine.scene import Liquid, Scene
from things.beef import beef_chunk, brisket
from things.eggs import half_egg
from things.garnish import chilli_rings, coriander, flakes, scallions, sesame
from things.greens import bamboo_slice, leaf_green, tomato, wood_ear
from things.heaps import scraps, shreds
from things.liquids import fill, oil
from things.meats import chop, kidney, pork_slice
from things.noodles import WHEAT, noodle_nest
from things.seafood import eel, fish, shrimp
from things.tables import CHERRY, OAK, WALNUT, linen, wood
from things.tableware import BLUE_WHITE, CELADON, CREAM, NIGHT, RED, RED_IN_WHITE, Ware, bowl, chopsticks

from dishes.picture import picture

BROWN = Liquid(srgb("#4A1606"), (0.050, 0.095, 0.17))


CLEAR = Liquid(srgb("#8E551A"), (0.016, 0.028, 0.052))


SOY = Liquid(srgb("#4E2409"), (0.035, 0.065, 0.13))


TOMATO = Liquid(srgb("#A6260A"), (0.045, 0.16, 0.30))


SOUR = Liquid(srgb("#8A5E1C"), (0.026, 0.038, 0.075))


GOLDEN = srgb("#D98A1E")


def walnut(scene: Scene) -> None:
    wood(scene, WALNUT)


def oak(scene: Scene) -> None:
    wood(scene, OAK, 190)


def cherry(scene: Scene) -> None:
    wood(scene, CHERRY, 210, True)


def with_cloth(
    table: Callable[[Scene], None], colour: str, stripe: str | None = None, turn: float = 0.5
) -> Callable[[Scene], None]:
    def draw(scene: Scene) -> None:
        table(scene)
        linen(
            scene,
            srgb(colour),
            srgb(stripe) if stripe else None,
            (scene.width * 0.78, scene.tall * 0.62, 330, 190, turn),
        )

    return draw


def with_chopsticks(table: Callable[[Scene], None], dark: str = "#3B1C12") -> Callable[[Scene], None]:
    def draw(scene: Scene) -> None:
        table(scene)
        chopsticks(scene, 650, 330, 1.42, 640, srgb(dark))

    return draw


def soup(
    scene: Scene,
    ware: Ware,
    broth: Liquid,
    *,
    drops: Colour = GOLDEN,
    count: int = 220,
    size: float = 15,
    wheat: Colour = WHEAT,
    bundles: int = 15,
    wire: float = 5.2,
    dome: float = 34,
) -> None:
    """A filled bowl; the middle of the noodles is at (360, 364), about 250 across is for toppings."""
    bowl(scene, 360, 360, 326, ware)
    patch = fill(scene, 360, 360, 306, 99, broth)
    oil(scene, patch, count, (1.5, size), drops, 0.55)
    noodle_nest(scene, 360, 364, 284, base=58, dome=dome, colour=wheat, bundles=bundles, wire=wire)


def around(x: float, y: float, reach: float, count: int, start: float = 0.0) -> list[tuple[float, float, float]]:
    """Places on a circle, with the angle each lies at."""
    angles = [start + n * 2 * np.pi / count for n in range(count)]
    return [(x + float(np.cos(a)) * reach, y + float(np.sin(a)) * reach, a) for a in angles]


@picture("beef_noodles", with_chopsticks(walnut))
def beef_noodles(s: Scene) -> None:
    soup(s, RED_IN_WHITE, BROWN, drops=srgb("#C23A08"), count=300, size=17)
    leaf_green(s, 430, 300, -0.62, 1.5)
    leaf_green(s, 374, 262, -1.35, 1.4)
    for x, y, k in (
        (214, 262, 68),
        (316, 244, 66),
        (196, 372, 62),
        (400, 330, 66),
        (262, 330, 70),
        (330, 372, 68),
        (300, 300, 62),
    ):
        beef_chunk(s, x, y, k, s.rng.random() * 6)
    half_egg(s, 312, 492, 98, 0.35)
    scallions(s, 310, 310, 160, 80, 10)
    coriander(s, 440, 424, 0.9, 1.9)
    coriander(s, 444, 408, -0.1, 1.8)
    flakes(s, 330, 340, 200, 90)


@picture("tomato_brisket_noodles", with_cloth(oak, "#F3EBDD", "#B3402A"))
def tomato_brisket_noodles(s: Scene) -> None:
    soup(s, CREAM, TOMATO, drops=srgb("#F08A1E"), count=260, size=15)
    for x, y, k, t in (
        (232, 268, 104, 0.5),
        (470, 280, 104, 2.5),
        (284, 488, 104, 0.1),
        (470, 446, 100, -0.6),
        (352, 226, 96, 3.0),
    ):
        tomato(s, x, y, k, t)
    for x, y, k in ((320, 322, 64), (420, 360, 64), (270, 392, 60), (366, 420, 62), (366, 290, 60)):
        brisket(s, x, y, k, s.rng.random() * 6)
    coriander(s, 350, 356, -1.2, 2.0)
    coriander(s, 346, 362, 2.6, 1.9)
    scallions(s, 360, 360, 190, 60, 10)


@picture("pickled_cabbage_noodles", with_chopsticks(cherry, "#1E1A18"))
def pickled_cabbage_noodles(s: Scene) -> None:
    soup(s, BLUE_WHITE, SOUR, drops=srgb("#E0B53A"), count=200, size=12)
    scraps(s, 290, 312, 150, 130, (srgb("#5E5A16"), srgb("#B79B38")), size=26, heap=34, thick=5, rough=0.35)
    shreds(
        s, 284, 306, 140, 90, (srgb("#7A6F1C"), srgb("#CDB04E")), length=84, wire=8, material="leaf", heap=36, flat=0.5
    )
    shreds(s, 444, 420, 116, 80, (srgb("#9A5E38"), srgb("#CB9460")), length=92, wire=8.4, heap=34)
    for x, y in ((235, 430), (420, 262), (330, 220)):
        shreds(s, x, y, 12, 2, (srgb("#8E0F0A"), srgb("#B81D10")), length=90, wire=12, material="jelly", heap=12)
    chilli_rings(s, 350, 360, 180, 26, 12)
    scallions(s, 370, 360, 180, 50, 10)


@picture("fried_fish_noodles", with_cloth(walnut, "#2F4A6E", "#E9E2D2", -0.4))
def fried_fish_noodles(s: Scene) -> None:
    soup(s, CREAM, SOY, drops=srgb("#B9701E"))
    leaf_green(s, 432, 292, -0.55, 1.55)
    fish(s, 248, 268, 124, 0.3)
    fish(s, 420, 384, 126, 1.2)
    fish(s, 268, 432, 124, -0.1)
    scallions(s, 330, 370, 190, 76, 10)
    sesame(s, 320, 370, 170, 70)


@picture("pianerchuan", with_chopsticks(oak, "#6B2F1B"))
def pianerchuan(s: Scene) -> None:
    soup(s, BLUE_WHITE, CLEAR, drops=srgb("#E5B84A"), count=150, size=11)
    for x, y, t in (
        (232, 282, 0.4),
        (296, 226, -0.3),
        (216, 372, 1.2),
        (486, 424, 2.2),
        (440, 490, 1.6),
        (520, 360, 1.2),
    ):
        bamboo_slice(s, x, y, 86, t)
    for x, y, t in (
        (430, 252, 0.9),
        (488, 318, 1.7),
        (396, 300, 0.2),
        (270, 458, 2.4),
        (350, 498, 0.4),
        (226, 440, 1.0),
    ):
        pork_slice(s, x, y, 76, t)
    scraps(s, 356, 372, 128, 170, (srgb("#24561A"), srgb("#6E9A34")), size=19, heap=40, thick=5)
    shreds(s, 356, 372, 100, 40, (srgb("#8DB04A"), srgb("#C9DB8E")), length=56, wire=6, material="leaf", heap=40)


@picture("kidney_noodles", walnut)
def kidney_noodles(s: Scene) -> None:
    soup(s, NIGHT, BROWN, drops=srgb("#C8480C"), count=260)
    for x, y, t in ((440, 240, 0.3), (498, 330, 1.4), (470, 440, 2.2), (220, 440, 0.5)):
        wood_ear(s, x, y, 62, t)
    places = (
        (232, 262, 0.4),
        (336, 236, -0.5),
        (228, 354, 1.0),
        (336, 330, 0.1),
        (300, 430, -0.4),
        (408, 392, 0.8),
        (424, 300, 1.9),
        (372, 470, 0.2),
    )
    for x, y, t in places:
        kidney(s, x, y, 74, t)
    shreds(
        s, 350, 350, 170, 16, (srgb("#4E9A2E"), srgb("#7DBE4A")), length=90, wire=9, material="leaf", heap=14, bend=0.15
    )
    chilli_rings(s, 345, 350, 180, 34, 12)
    scallions(s, 340, 350, 180, 44, 10)


@picture("eel_shrimp_noodles", with_cloth(cherry, "#EDE4D0", "#8C6A3A", 0.35))
def eel_shrimp_noodles(s: Scene) -> None:
    soup(s, CELADON, SOY, drops=srgb("#C98A2E"))
    places = (
        (226, 262, 0.7),
        (316, 214, 0.2),
        (244, 340, -0.3),
        (356, 284, 0.9),
        (222, 420, 1.0),
        (322, 372, 0.2),
        (300, 300, 1.4),
        (404, 232, 1.2),
    )
    for x, y, t in places:
        eel(s, x, y, 96, t)
    for x, y, t in (
        (470, 318, 0.2),
        (424, 398, 1.7),
        (504, 408, 3.1),
        (372, 470, 4.0),
        (454, 478, 5.2),
        (284, 496, 2.4),
        (396, 330, 5.8),
    ):
        shrimp(s, x, y, 62, t)
    scallions(s, 340, 360, 190, 60, 10)
    shreds(s, 300, 300, 70, 20, (srgb("#F0D79A"), srgb("#E5C070")), length=44, wire=3, heap=16)


@picture("pork_chop_noodles", with_chopsticks(oak))
def pork_chop_noodles(s: Scene) -> None:
    soup(s, RED, SOY, drops=srgb("#C98A2E"))
    leaf_green(s, 410, 264, -0.95, 1.5)
    leaf_green(s, 446, 316, -0.3, 1.45)
    chop(s, 306, 372, 206, -0.62)
    half_egg(s, 470, 470, 92, 1.2)
    scallions(s, 330, 370, 170, 60, 10)
