"""The toppings by themselves, each on a small plate."""

from __future__ import annotations

from engine.material import srgb
from engine.scene import Liquid, Scene
from engine.shapes import blob
from things.beef import beef_chunk
from things.eggs import fried_egg, half_egg
from things.garnish import flakes, scallions, sesame
from things.greens import leaf_green
from things.heaps import scraps
from things.liquids import fill, oil
from things.meats import chop
from things.noodles import PALE, noodle_nest
from things.seafood import fish
from things.seeds import bean_curd_roll
from things.tables import bamboo
from things.tableware import BLUE_WHITE, CELADON, CLAY, CREAM, INDIGO, NIGHT, RED_IN_WHITE, WHITE, bowl, plate

from dishes.dumplings import ash, oak
from dishes.noodles import around
from dishes.picture import picture


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
    oil(
        s,
        fill(s, 360, 370, 212, 11, Liquid(srgb("#43200A"), (0.3, 0.5, 0.9), ripple=0.02)),
        60,
        (2, 10),
        srgb("#C07A24"),
        0.6,
    )
    for n, (x, y) in enumerate(
        ((232, 300), (300, 268), (252, 400), (330, 356), (408, 316), (330, 470), (410, 430), (484, 384))
    ):
        bean_curd_roll(s, x, y, 86, n * 0.9, 16 + 4 * n, (0.10, 0.10))
    scallions(s, 360, 370, 170, 40, 9)
    sesame(s, 360, 370, 180, 50)


@picture("pork_chop", ash, focus=70)
def pork_chop(s: Scene) -> None:
    plate(s, 360, 370, 312, RED_IN_WHITE)
    oil(
        s,
        fill(s, 360, 370, 215, 11, Liquid(srgb("#3A1705"), (0.3, 0.5, 0.9), ripple=0.02)),
        60,
        (2, 10),
        srgb("#B5601A"),
        0.6,
    )
    leaf_green(s, 450, 280, -0.7, 1.5)
    chop(s, 352, 388, 205, -0.5)
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
    fish(s, 262, 282, 138, 0.25)
    fish(s, 452, 356, 138, 1.25)
    fish(s, 292, 462, 136, -0.1)
    sesame(s, 350, 380, 190, 90)
    scallions(s, 350, 380, 190, 34, 9.5)


@picture("greens", oak, focus=60)
def greens(s: Scene) -> None:
    plate(s, 360, 368, 312, WHITE)
    fill(s, 360, 368, 214, 10.5, Liquid(srgb("#6A6A1E"), (0.2, 0.25, 0.6), ripple=0.02))
    for x, y, a in around(360, 372, 92, 6, 0.2):
        leaf_green(s, x, y, a, 1.5, 12)
    leaf_green(s, 352, 380, -0.7, 1.5)
    scraps(s, 360, 370, 60, 34, (srgb("#F4E6C2"), srgb("#E8CB8A")), size=9, heap=8, material="white")


@picture("extra_noodles", ash, focus=90)
def extra_noodles(s: Scene) -> None:
    bamboo(s, (srgb("#A97F45"), srgb("#D8B678")), 16, (360, 366, 330, 300, 0.05))
    plate(s, 360, 366, 300, CELADON, tall=40)
    noodle_nest(s, 360, 366, 215, base=22, dome=66, colour=PALE, bundles=22, wire=5.0, loose=14)
