"""Bowls of noodles, second half: the plainer ones."""

from __future__ import annotations

from engine.material import srgb
from engine.scene import Liquid, Scene
from things.eggs import fried_egg, omelette_strip
from things.garnish import chilli_rings, scallions, sesame
from things.greens import leaf_green, wood_ear
from things.heaps import scraps, shreds
from things.liquids import fill
from things.meats import pork_slice
from things.noodles import PALE, noodle_nest
from things.seafood import shrimp
from things.seeds import bean_curd_roll, shiitake
from things.tableware import BLUE_WHITE, CLAY, CREAM, INDIGO, RED_IN_WHITE, bowl

from dishes.noodles import CLEAR, SOY, cherry, oak, soup, walnut, with_chopsticks, with_cloth
from dishes.picture import picture


@picture("scallion_oil_noodles", with_cloth(walnut, "#D9CDB6", None, -0.5))
def scallion_oil_noodles(s: Scene) -> None:
    bowl(s, 360, 360, 326, INDIGO, tall=100)
    fill(s, 360, 360, 300, 42, Liquid(srgb("#2A0F04"), (0.09, 0.13, 0.2)))
    noodle_nest(s, 360, 364, 270, base=40, dome=46, colour=srgb("#B97B36"), bundles=19, wire=5.2, loose=16)
    shreds(
        s,
        340,
        330,
        120,
        60,
        (srgb("#3A2A0C"), srgb("#7A5A16")),
        length=96,
        wire=4.0,
        material="leaf",
        heap=26,
        bend=0.5,
    )
    shreds(
        s,
        340,
        330,
        110,
        26,
        (srgb("#4E6A1A"), srgb("#7A8A26")),
        length=80,
        wire=4.0,
        material="leaf",
        heap=28,
        bend=0.5,
    )
    scallions(s, 430, 430, 70, 46, 9)
    fried_egg(s, 262, 442, 96)
    sesame(s, 370, 380, 150, 60)


@picture("plain_noodles", with_cloth(oak, "#7F98A8", "#F2EDE2", 0.4))
def plain_noodles(s: Scene) -> None:
    soup(s, BLUE_WHITE, CLEAR, drops=srgb("#EBC25A"), count=180, size=12, wheat=PALE, bundles=17, wire=4.2, dome=38)
    scallions(s, 352, 352, 150, 150, 9.5)


@picture("bamboo_noodles", with_chopsticks(walnut, "#B98A4E"))
def bamboo_noodles(s: Scene) -> None:
    soup(s, CLAY, CLEAR, drops=srgb("#E5B84A"), count=150, size=11)
    shreds(
        s,
        410,
        316,
        160,
        100,
        (srgb("#EED796"), srgb("#DDB866")),
        length=110,
        wire=7.6,
        material="white",
        heap=36,
        bend=0.12,
        flat=0.7,
    )
    scraps(s, 282, 420, 140, 180, (srgb("#1E5218"), srgb("#5C9130")), size=19, heap=38, thick=5)
    shreds(s, 282, 420, 110, 44, (srgb("#7FA83E"), srgb("#C4D986")), length=60, wire=6, material="leaf", heap=38)
    chilli_rings(s, 350, 360, 150, 12, 11)


@picture("three_delicacies_noodles", with_cloth(cherry, "#F1ECDF", "#27467F", -0.35))
def three_delicacies_noodles(s: Scene) -> None:
    soup(s, RED_IN_WHITE, CLEAR, drops=srgb("#EBC25A"), count=150, size=11)
    leaf_green(s, 320, 276, -2.2, 1.45)
    for x, y, t in ((440, 232, 0.4), (494, 296, 1.2), (420, 306, 2.2)):
        wood_ear(s, x, y, 58, t)
    for x, y, t in ((258, 366, 0.3), (236, 430, 1.0), (310, 430, 1.8), (290, 498, 0.4)):
        pork_slice(s, x, y, 76, t)
    for _ in range(9):
        omelette_strip(s, 356 + s.rng.normal() * 34, 336 + s.rng.normal() * 26, 62, 0.4 + s.rng.normal() * 0.4)
    for x, y, t in ((450, 392, 0.4), (408, 474, 1.9), (494, 466, 3.4), (390, 396, 5.4)):
        shrimp(s, x, y, 66, t)
    scallions(s, 360, 360, 190, 44, 9.5)


@picture("vegetarian_chicken_noodles", with_chopsticks(cherry, "#C7A06A"))
def vegetarian_chicken_noodles(s: Scene) -> None:
    soup(s, CREAM, SOY, drops=srgb("#C98A2E"))
    leaf_green(s, 440, 300, -0.5, 1.5)
    leaf_green(s, 438, 400, 0.45, 1.45)
    top = s.rest(290, 360, 90, 70)
    for n, (x, y) in enumerate(((262, 222), (222, 304), (232, 392), (286, 472), (380, 500))):
        bean_curd_roll(s, x, y, 82, n * 0.7, top + 6, (0.06, -0.14))
    for x, y in ((360, 290), (380, 376)):
        shiitake(s, x, y, 58, s.rng.random() * 3)
    scallions(s, 310, 360, 180, 56, 10)
