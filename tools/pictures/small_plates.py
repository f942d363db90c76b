"""Wontons and dumplings, the toppings by themselves, and the small cold dishes."""

from __future__ import annotations

import numpy as np

from dumplings import CHIVE, GREEN, PORK, SHRIMP, dumpling, ingot, wonton
from food import (
    PALE, beef_chunk, beef_slice, chilli_rings, coriander, flakes, fried_egg, half_egg, leaf_green, noodle_nest, scallions, scraps, sesame, shreds,
)
from greens import cucumber, peanut, radish, wood_ear
from light import Mood
from meats import bean_curd_roll, chop, duck_head, fish
from noodle_bowls import CLEAR, around
from plates import picture
from scene import Colour, Liquid, Scene, blob, srgb
from tables import ASH, OAK, WALNUT, bamboo, linen, slate, wood
from tableware import BLUE_WHITE, CELADON, CLAY, CREAM, INDIGO, NIGHT, RED_IN_WHITE, WHITE, Ware, bowl, fill, oil, plate, spoon, tray

COOL = Mood(key_colour=(1.0, 0.92, 0.80), sky_strength=0.55)


def flax(scene: Scene) -> None:
    linen(scene, srgb("#DCCDB2"))


def indigo_cloth(scene: Scene) -> None:
    linen(scene, srgb("#5B7593"))


def rose_cloth(scene: Scene) -> None:
    linen(scene, srgb("#B9674F"))


def ash(scene: Scene) -> None:
    wood(scene, ASH, 150)


def oak(scene: Scene) -> None:
    wood(scene, OAK, 200, True)


def dark(scene: Scene) -> None:
    slate(scene, srgb("#26282C"))


def green_slate(scene: Scene) -> None:
    slate(scene, srgb("#39463F"))


def mat(scene: Scene) -> None:
    bamboo(scene, (srgb("#B98F4E"), srgb("#E3C488")), 17)


def _soup_of(s: Scene, ware: Ware, broth: Liquid = CLEAR) -> None:
    bowl(s, 360, 360, 326, ware)
    oil(s, fill(s, 360, 360, 306, 99, broth), 130, (1.5, 10), srgb("#EBC25A"), 0.5)


@picture("small_wontons", flax)
def small_wontons(s: Scene) -> None:
    _soup_of(s, BLUE_WHITE)
    places = around(360, 360, 180, 9) + around(360, 360, 92, 6, 0.4) + [(360, 360, 0.0)]
    for x, y, a in places:
        wonton(s, x + s.rng.normal() * 8, y + s.rng.normal() * 8, 70, a + s.rng.normal() * 0.9, PORK, skirt=1.15, z=70 + s.rng.random() * 8)
    shreds(s, 300, 300, 60, 18, (srgb("#141B14"), srgb("#2E3A26")), length=50, wire=7, material="jelly", heap=10, flat=0.3)
    shreds(s, 420, 330, 70, 22, (srgb("#F5C84A"), srgb("#E8AE2E")), length=60, wire=4.5, material="white", heap=12, flat=0.5)
    scallions(s, 360, 380, 190, 80, 8.5)


@picture("shepherds_purse_wontons", indigo_cloth)
def shepherds_purse_wontons(s: Scene) -> None:
    _soup_of(s, CREAM)
    for x, y, a in around(360, 360, 190, 8, 0.2) + around(360, 360, 82, 4, 0.7):
        ingot(s, x, y, 88, a + s.rng.normal() * 0.5, GREEN, 66 + s.rng.random() * 8)
    scallions(s, 360, 360, 200, 44, 8)
    shreds(s, 360, 352, 70, 20, (srgb("#F5C84A"), srgb("#E8AE2E")), length=64, wire=4.5, material="white", heap=10, flat=0.5)


@picture("shrimp_wontons", rose_cloth)
def shrimp_wontons(s: Scene) -> None:
    _soup_of(s, CELADON)
    for x, y, a in around(360, 360, 182, 8, 0.5) + around(360, 360, 80, 4, 0.1):
        wonton(s, x, y, 88, a + s.rng.normal() * 0.7, SHRIMP, skirt=0.95, z=60 + s.rng.random() * 8)
    leaf_green(s, 250, 420, 2.6, 0.9)
    scallions(s, 370, 350, 180, 46, 8)
    sesame(s, 360, 360, 190, 30)


def _plate_of_dumplings(s: Scene, ware: Ware, filling: Colour, show: float) -> None:
    plate(s, 345, 375, 326, ware)
    for x, y, a in around(345, 380, 186, 9, 0.15):
        dumpling(s, x, y, 76, a + np.pi / 2 + s.rng.normal() * 0.06, filling, show=show)
    for x, y, a in around(345, 382, 66, 3, 0.6):
        dumpling(s, x, y, 76, a + np.pi / 2 + s.rng.normal() * 0.1, filling, show=show)


def _dip(s: Scene) -> None:
    bowl(s, 612, 112, 98, RED_IN_WHITE, tall=60)
    oil(s, fill(s, 612, 112, 90, 42, Liquid(srgb("#1E0904"), (0.06, 0.10, 0.2))), 40, (1.5, 9), srgb("#D23A0A"), 0.7)
    flakes(s, 612, 112, 54, 40)


@picture("pork_dumplings", rose_cloth, focus=60)
def pork_dumplings(s: Scene) -> None:
    _plate_of_dumplings(s, BLUE_WHITE, PORK, 0.45)
    _dip(s)
    scallions(s, 345, 385, 200, 26, 7.5)


@picture("leek_egg_dumplings", oak, focus=60)
def leek_egg_dumplings(s: Scene) -> None:
    _plate_of_dumplings(s, CLAY, CHIVE, 1.0)
    _dip(s)
    sesame(s, 345, 385, 210, 36)


@picture("frozen_dumplings", mat, mood=Mood(key_colour=(0.95, 0.95, 0.92), sky_strength=0.72), focus=70)
def frozen_dumplings(s: Scene) -> None:
    floor = tray(s, 360, 360, 318, 300, (srgb("#A9763F"), srgb("#CFA068")))
    for row in range(4):
        for column in range(3):
            dumpling(s, 158 + column * 202 + (row % 2) * 8, 140 + row * 148, 92, s.rng.normal() * 0.06, PORK, raw=True, show=0.30)
    for _ in range(420):
        x, y = s.rng.random() * 600 + 60, s.rng.random() * 560 + 80
        k = 0.8 + 2.0 * s.rng.random() ** 3
        blob(s, x, y, k, k, 1.2, srgb("#FFFFFF"), "paper", z=floor + 0.8)


# --- toppings

@picture("braised_egg", ash, focus=60)
def braised_egg(s: Scene) -> None:
    plate(s, 360, 370, 300, NIGHT)
    pool = fill(s, 360, 370, 205, 10.6, Liquid(srgb("#2A0E04"), (0.5, 0.8, 1.2), ripple=0.02))
    oil(s, pool, 40, (2, 9), srgb("#B5601A"), 0.6)
    whole = lambda p: srgb("#8A4B20")  # noqa: E731
    blob(s, 268, 296, 112, 88, 96, whole, "meat", turn=0.5, z=8, edge=2.1, rough=0.02, bump=0.8, grain=40)
    half_egg(s, 420, 360, 128, 0.7, z=26)
    half_egg(s, 300, 462, 122, -0.3, z=22)
    scallions(s, 380, 400, 160, 26, 9)


@picture("fried_egg", oak, focus=60)
def fried_egg_alone(s: Scene) -> None:
    plate(s, 360, 365, 312, BLUE_WHITE)
    fried_egg(s, 360, 368, 206, 9)
    flakes(s, 360, 368, 150, 70, srgb("#2A1A10"), 2.4)
    scallions(s, 400, 440, 120, 14, 9)


@picture("vegetarian_chicken", ash, focus=60)
def vegetarian_chicken(s: Scene) -> None:
    plate(s, 360, 370, 308, CREAM)
    oil(s, fill(s, 360, 370, 212, 11, Liquid(srgb("#43200A"), (0.3, 0.5, 0.9), ripple=0.02)), 60, (2, 10), srgb("#C07A24"), 0.6)
    for n, (x, y) in enumerate(((232, 300), (300, 268), (252, 400), (330, 356), (408, 316), (330, 470), (410, 430), (484, 384))):
        bean_curd_roll(s, x, y, 86, n * 0.9, 16 + 4 * n, (0.10, 0.10))
    scallions(s, 360, 370, 170, 40, 9)
    sesame(s, 360, 370, 180, 50)


@picture("pork_chop", ash, focus=70)
def pork_chop(s: Scene) -> None:
    plate(s, 360, 370, 312, RED_IN_WHITE)
    oil(s, fill(s, 360, 370, 215, 11, Liquid(srgb("#3A1705"), (0.3, 0.5, 0.9), ripple=0.02)), 60, (2, 10), srgb("#B5601A"), 0.6)
    leaf_green(s, 450, 280, -0.7, 1.5)
    chop(s, 338, 388, 238, -0.5)
    scallions(s, 340, 380, 170, 44, 10)


@picture("beef", ash, focus=70)
def beef(s: Scene) -> None:
    bowl(s, 360, 366, 312, CLAY, tall=90)
    fill(s, 360, 366, 290, 44, Liquid(srgb("#2E0D04"), (0.10, 0.16, 0.25)))
    for x, y, a in around(360, 370, 158, 7, 0.3) + around(360, 370, 62, 3, 1.0) + [(360, 360, 0.0)]:
        beef_chunk(s, x + s.rng.normal() * 8, y + s.rng.normal() * 8, 84, a + s.rng.random() * 2)
    scallions(s, 360, 366, 170, 60, 10)
    sesame(s, 360, 366, 180, 60)


@picture("fried_fish", ash, focus=70)
def fried_fish(s: Scene) -> None:
    plate(s, 360, 370, 312, INDIGO)
    fish(s, 280, 300, 150, 0.35)
    fish(s, 440, 372, 150, 0.9)
    fish(s, 300, 452, 142, 0.1)
    sesame(s, 350, 380, 190, 90)
    scallions(s, 350, 380, 190, 34, 9.5)


@picture("greens", oak, focus=60)
def greens(s: Scene) -> None:
    plate(s, 360, 368, 312, WHITE)
    fill(s, 360, 368, 214, 10.5, Liquid(srgb("#6A6A1E"), (0.2, 0.25, 0.6), ripple=0.02))
    for x, y, a in around(360, 372, 92, 6, 0.2):
        leaf_green(s, x, y, a, 1.65, 12)
    leaf_green(s, 352, 380, -0.7, 1.5)
    scraps(s, 360, 370, 60, 34, (srgb("#F4E6C2"), srgb("#E8CB8A")), size=9, heap=8, material="white")


@picture("extra_noodles", ash, focus=90)
def extra_noodles(s: Scene) -> None:
    bamboo(s, (srgb("#A97F45"), srgb("#D8B678")), 16, (360, 366, 330, 300, 0.05))
    plate(s, 360, 366, 300, CELADON, tall=40)
    noodle_nest(s, 360, 366, 215, base=22, dome=66, colour=PALE, bundles=22, wire=5.0, loose=14)


# --- small dishes

@picture("smashed_cucumber", dark, mood=COOL, focus=70)
def smashed_cucumber(s: Scene) -> None:
    plate(s, 360, 366, 316, WHITE)
    fill(s, 360, 366, 215, 12, Liquid(srgb("#6A4A12"), (0.2, 0.3, 0.7), ripple=0.02))
    for x, y, a in around(360, 366, 150, 11) + around(360, 366, 86, 8, 0.3) + around(360, 366, 30, 3):
        cucumber(s, x + s.rng.normal() * 8, y + s.rng.normal() * 8, 60, a + s.rng.random() * 3)
    scraps(s, 360, 366, 150, 60, (srgb("#F6EBCB"), srgb("#EAD79E")), size=8, heap=8, material="white")
    chilli_rings(s, 360, 366, 150, 26, 10)
    sesame(s, 360, 366, 170, 70)
    coriander(s, 372, 340, -0.6, 1.5)


@picture("wood_ear", mat, mood=COOL, focus=70)
def wood_ear_salad(s: Scene) -> None:
    plate(s, 360, 366, 316, CELADON)
    fill(s, 360, 366, 215, 12, Liquid(srgb("#4A2A0A"), (0.2, 0.3, 0.7), ripple=0.02))
    for x, y, a in around(360, 366, 158, 10) + around(360, 366, 92, 7, 0.3) + around(360, 366, 34, 3):
        wood_ear(s, x + s.rng.normal() * 8, y + s.rng.normal() * 8, 62, a + s.rng.random() * 3)
    chilli_rings(s, 360, 366, 165, 40, 11)
    scraps(s, 360, 366, 150, 44, (srgb("#F6EBCB"), srgb("#EAD79E")), size=8, heap=8, material="white")
    coriander(s, 350, 340, -2.4, 1.6)
    coriander(s, 356, 346, 0.4, 1.5)


@picture("sweet_sour_radish", green_slate, mood=COOL, focus=60)
def sweet_sour_radish(s: Scene) -> None:
    plate(s, 360, 366, 314, CREAM)
    fill(s, 360, 366, 215, 12, Liquid(srgb("#D2606A"), (0.05, 0.2, 0.2), ripple=0.02))
    for n, (x, y, a) in enumerate(around(360, 366, 150, 16) + around(360, 366, 84, 10, 0.3) + around(360, 366, 22, 4)):
        radish(s, x, y, 70, a, (float(np.cos(a + 1.2)) * 0.20, float(np.sin(a + 1.2)) * 0.20))
    chilli_rings(s, 360, 366, 130, 10, 10)
    sesame(s, 360, 366, 130, 24)


@picture("braised_beef", dark, mood=COOL, focus=60)
def braised_beef(s: Scene) -> None:
    plate(s, 360, 370, 326, BLUE_WHITE)
    for reach, count, start in ((158, 15, 0.0), (70, 8, 0.2)):
        for x, y, a in around(360, 372, reach, count, start):
            beef_slice(s, x, y, 82, a + 0.5, 16 + (160 - reach) * 0.12, (0.16, 0.20), 9)
    coriander(s, 366, 372, -0.5, 1.9)
    coriander(s, 356, 376, 2.5, 1.8)
    coriander(s, 360, 380, 1.2, 1.6)
    scraps(s, 360, 372, 210, 34, (srgb("#F6EBCB"), srgb("#EAD79E")), size=9, heap=4, material="white")
    chilli_rings(s, 360, 372, 200, 18, 10)
    sesame(s, 360, 372, 210, 80)


@picture("duck_head", dark, focus=80)
def duck_heads(s: Scene) -> None:
    plate(s, 360, 366, 330, RED_IN_WHITE)
    oil(s, fill(s, 360, 366, 226, 11, Liquid(srgb("#3A1204"), (0.3, 0.5, 0.9), ripple=0.02)), 60, (2, 9), srgb("#C8480C"), 0.6)
    duck_head(s, 330, 270, 150, 0.10)
    duck_head(s, 392, 468, 150, np.pi + 0.10)
    sesame(s, 350, 370, 200, 90)
    chilli_rings(s, 360, 370, 200, 18, 12)
    scallions(s, 360, 370, 210, 30, 9)


@picture("seaweed", mat, mood=COOL, focus=70)
def seaweed(s: Scene) -> None:
    plate(s, 360, 366, 316, WHITE)
    fill(s, 360, 366, 215, 12, Liquid(srgb("#3A2A0A"), (0.2, 0.3, 0.7), ripple=0.02))
    shreds(s, 360, 366, 175, 330, (srgb("#1E2E12"), srgb("#4E6A24")), length=130, wire=6.2, material="jelly", heap=70, bend=0.7, flat=0.55)
    chilli_rings(s, 360, 366, 150, 26, 10)
    scraps(s, 360, 366, 140, 44, (srgb("#F6EBCB"), srgb("#EAD79E")), size=8, heap=6, material="white")
    sesame(s, 360, 366, 170, 110)


@picture("peanuts", green_slate, focus=70)
def peanuts(s: Scene) -> None:
    bowl(s, 360, 366, 312, CREAM, tall=80)
    blob(s, 360, 366, 232, 232, 46, srgb("#6B2A14"), "crust", z=10, edge=2.4)
    for n in range(330):
        far, a = 225 * np.sqrt(s.rng.random()), s.rng.random() * 6.283
        peanut(s, 360 + np.cos(a) * far, 366 + np.sin(a) * far, 25, s.rng.random() * 6.3, half=s.rng.random() < 0.07)
    flakes(s, 360, 366, 210, 160, srgb("#FFFFFF"), 2.0)
    for x, y in ((70, 640), (640, 80), (655, 130)):
        peanut(s, x, y, 25, s.rng.random() * 6)
