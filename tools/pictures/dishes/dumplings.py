"""Wontons in soup, dumplings on a plate."""

from __future__ import annotations

import numpy as np
from engine.material import Colour, srgb
from engine.mood import Mood
from engine.scene import Liquid, Scene
from engine.shapes import blob
from things.dumplings import CHIVE, GREEN, PORK, SHRIMP, dumpling, ingot, wonton
from things.garnish import flakes, scallions, sesame
from things.greens import leaf_green
from things.heaps import shreds
from things.liquids import fill, oil
from things.tables import ASH, OAK, bamboo, linen, slate, wood
from things.tableware import BLUE_WHITE, CELADON, CLAY, CREAM, INDIGO, RED_IN_WHITE, Ware, bowl, plate, tray

from dishes.noodles import CLEAR, around
from dishes.picture import picture

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
        wonton(
            s,
            x + s.rng.normal() * 8,
            y + s.rng.normal() * 8,
            70,
            a + s.rng.normal() * 0.9,
            PORK,
            skirt=1.15,
            z=70 + s.rng.random() * 8,
        )
    shreds(
        s, 300, 300, 60, 18, (srgb("#141B14"), srgb("#2E3A26")), length=50, wire=7, material="jelly", heap=10, flat=0.3
    )
    shreds(
        s,
        420,
        330,
        70,
        22,
        (srgb("#F5C84A"), srgb("#E8AE2E")),
        length=60,
        wire=4.5,
        material="white",
        heap=12,
        flat=0.5,
    )
    scallions(s, 360, 380, 190, 80, 8.5)


@picture("shepherds_purse_wontons", indigo_cloth)
def shepherds_purse_wontons(s: Scene) -> None:
    _soup_of(s, CREAM)
    for x, y, a in around(360, 360, 190, 8, 0.2) + around(360, 360, 82, 4, 0.7):
        ingot(s, x, y, 88, a + s.rng.normal() * 0.5, GREEN, 66 + s.rng.random() * 8)
    scallions(s, 360, 360, 200, 44, 8)
    shreds(
        s,
        360,
        352,
        70,
        20,
        (srgb("#F5C84A"), srgb("#E8AE2E")),
        length=64,
        wire=4.5,
        material="white",
        heap=10,
        flat=0.5,
    )


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


def dip(s: Scene) -> None:
    bowl(s, 612, 112, 98, RED_IN_WHITE, tall=60)
    oil(s, fill(s, 612, 112, 90, 42, Liquid(srgb("#1E0904"), (0.06, 0.10, 0.2))), 40, (1.5, 9), srgb("#D23A0A"), 0.7)
    flakes(s, 612, 112, 54, 40)


@picture("pork_dumplings", rose_cloth, focus=60)
def pork_dumplings(s: Scene) -> None:
    _plate_of_dumplings(s, INDIGO, PORK, 0.5)
    dip(s)
    scallions(s, 345, 385, 200, 26, 7.5)


@picture("leek_egg_dumplings", oak, focus=60)
def leek_egg_dumplings(s: Scene) -> None:
    _plate_of_dumplings(s, CLAY, CHIVE, 1.0)
    dip(s)
    sesame(s, 345, 385, 210, 36)


@picture("frozen_dumplings", mat, mood=Mood(key_colour=(0.95, 0.95, 0.92), sky_strength=0.72), focus=70)
def frozen_dumplings(s: Scene) -> None:
    floor = tray(s, 360, 360, 318, 300, (srgb("#A9763F"), srgb("#CFA068")))
    for row in range(4):
        for column in range(3):
            dumpling(
                s,
                158 + column * 202 + (row % 2) * 8,
                140 + row * 148,
                92,
                s.rng.normal() * 0.06,
                PORK,
                raw=True,
                show=0.30,
            )
    for _ in range(420):
        x, y = s.rng.random() * 600 + 60, s.rng.random() * 560 + 80
        k = 0.8 + 2.0 * s.rng.random() ** 3
        blob(s, x, y, k, k, 1.2, srgb("#FFFFFF"), "paper", z=floor + 0.8)
