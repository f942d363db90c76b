"""The drinks."""

from __future__ import annotations

from collections.abc import Callable

from engine.material import Colour, srgb
from engine.mood import Mood
from engine.scene import Liquid, Scene
from engine.shapes import blob
from things.cans import bottle, can
from things.drinks import bubbles, foam, glass, ice
from things.garnish import flakes
from things.liquids import fill
from things.seeds import citrus, seeds
from things.tables import ASH, CHERRY, OAK, bamboo, linen, slate, wood
from things.tableware import BLUE_WHITE, CELADON, bowl, plate, spoon

from dishes.noodles import around
from dishes.picture import picture

FRESH = Mood(key_colour=(1.0, 0.93, 0.82), sky_colour=(0.82, 0.92, 1.0), sky_strength=0.58)


PLUM = Liquid(srgb("#4A0A14"), (0.03, 0.16, 0.12), ripple=0.02)


COLA = Liquid(srgb("#1A0703"), (0.06, 0.13, 0.22), ripple=0.02)


LEMON = Liquid(srgb("#D8E2C8"), (0.010, 0.006, 0.014), ripple=0.02)


HERBAL = Liquid(srgb("#4A1C06"), (0.02, 0.06, 0.14), ripple=0.02)


LAGER = Liquid(srgb("#D08A0C"), (0.008, 0.022, 0.10), ripple=0.02)


MILK = Liquid(srgb("#F2E3C2"), (3, 3, 3), ripple=0.06, roughness=0.16)


def plain(colour: str) -> Callable[[Scene], None]:
    def table(scene: Scene) -> None:
        slate(scene, srgb(colour))

    return table


def ash(scene: Scene) -> None:
    wood(scene, ASH, 170)


def oak(scene: Scene) -> None:
    wood(scene, OAK, 190, True)


def cherry(scene: Scene) -> None:
    wood(scene, CHERRY, 200)


def mat(scene: Scene) -> None:
    bamboo(scene, (srgb("#8FA65E"), srgb("#C7D199")), 18)


def cloth(scene: Scene) -> None:
    linen(scene, srgb("#C9D3CF"))


def _cubes(s: Scene, x: float, y: float, radius: float, level: float, tint: Colour, count: int = 4) -> None:
    for px, py, a in around(x, y, radius * 0.46, count, 0.5):
        ice(s, px, py, radius * 0.30, a + s.rng.random(), level - 8, tint)


@picture("soy_milk", cloth, mood=FRESH, focus=100)
def soy_milk(s: Scene) -> None:
    plate(s, 360, 370, 300, BLUE_WHITE)
    bowl(s, 360, 366, 215, BLUE_WHITE, tall=150)
    fill(s, 360, 366, 204, 126, MILK)
    bubbles(s, 360, 366, 186, 60, 126, srgb("#F7ECD2"), (2, 7))
    seeds(s, 120, 130, 70, 16, 19, (srgb("#E0BC6A"), srgb("#EFD490")), "crust", srgb("#B98A3E"), 0.86)
    seeds(s, 640, 640, 70, 12, 19, (srgb("#E0BC6A"), srgb("#EFD490")), "crust", srgb("#B98A3E"), 0.86)


@picture("plum_drink", mat, mood=FRESH, focus=120)
def plum_drink(s: Scene) -> None:
    glass(s, 350, 366, 236, PLUM)
    _cubes(s, 350, 366, 215, 128, srgb("#9A2A34"), 4)
    bubbles(s, 350, 366, 200, 50, 128, srgb("#B04A50"))
    flakes(s, 350, 366, 150, 80, srgb("#F2B52E"), 4.6)
    for x, y in ((612, 118), (655, 190), (118, 640)):
        blob(s, x, y, 44, 40, 52, srgb("#2A1310"), "meat", edge=2.3, rough=0.14, lobes=9, bump=4, grain=12)
    citrus(s, 620, 600, 70, 12)


@picture("cola", plain("#8A2A22"), mood=FRESH, focus=130)
def cola(s: Scene) -> None:
    can(s, 500, 196, -0.42, srgb("#B8141A"), "可乐", (255, 250, 240), "wave", length=190, radius=92)
    glass(s, 286, 440, 214, COLA)
    _cubes(s, 286, 440, 196, 128, srgb("#6A3016"), 4)
    bubbles(s, 286, 440, 184, 130, 128, srgb("#8A4A24"))
    citrus(s, 370, 372, 66, 142, lean=(0.12, -0.1))


@picture("sprite", plain("#4F8A54"), mood=FRESH, focus=130)
def sprite(s: Scene) -> None:
    can(s, 500, 196, -0.42, srgb("#0E7A3A"), "柠檬汽水", (255, 255, 245), "lemon", length=190, radius=92)
    glass(s, 286, 440, 214, LEMON, inside=srgb("#CFDCC8"))
    citrus(s, 250, 480, 76, 100, zest=srgb("#8CC63A"), pulp=srgb("#D8EE9A"))
    _cubes(s, 286, 440, 196, 128, srgb("#DDE8DC"), 4)
    bubbles(s, 286, 440, 184, 170, 128, srgb("#F4FAF0"), rim=False)
    citrus(s, 376, 362, 70, 142, lean=(0.12, -0.1))
    citrus(s, 640, 610, 66, 8, zest=srgb("#8CC63A"), pulp=srgb("#D8EE9A"))


@picture("wanglaoji", plain("#B98A3A"), mood=FRESH, focus=130)
def wanglaoji(s: Scene) -> None:
    can(s, 500, 196, -0.42, srgb("#A80F14"), "凉茶", (245, 205, 90), "scroll", length=190, radius=92)
    glass(s, 286, 440, 214, HERBAL)
    _cubes(s, 286, 440, 196, 128, srgb("#9A5A22"), 4)
    bubbles(s, 286, 440, 184, 50, 128, srgb("#B97A3A"))
    _chrysanthemum(s, 640, 600, 60)
    _chrysanthemum(s, 90, 150, 52)


def _chrysanthemum(s: Scene, x: float, y: float, size: float) -> None:
    for layer, (count, reach) in enumerate(((16, 0.62), (12, 0.44), (8, 0.28))):
        for px, py, a in around(x, y, size * reach, count, layer * 0.3):
            blob(
                s,
                px,
                py,
                size * 0.36,
                size * 0.13,
                5,
                srgb("#FBF4DC"),
                "white",
                turn=a,
                z=4 + layer * 5,
                edge=3,
                lean=(0.12, 0.0),
            )
    blob(s, x, y, size * 0.24, size * 0.24, 18, srgb("#E2A81E"), "crust", z=10, edge=2.4, bump=2.5, grain=5)


@picture("beer", plain("#2E4A44"), mood=FRESH, focus=130)
def beer(s: Scene) -> None:
    with s.placed(408, 250, 1.0):
        bottle(s, 360, 300, -0.5, srgb("#1E6A34"), "啤酒")
    glass(s, 226, 500, 192, LAGER)
    foam(s, 226, 500, 178, 118)


@picture("mung_bean_soup", cloth, mood=FRESH, focus=105)
def mung_bean_soup(s: Scene) -> None:
    bowl(s, 360, 360, 318, CELADON, tall=120)
    fill(s, 360, 360, 300, 86, Liquid(srgb("#7A7A2A"), (0.020, 0.018, 0.05), ripple=0.03))
    blob(s, 360, 364, 250, 250, 34, srgb("#5E6A22"), "jelly", z=48, edge=2.2)
    seeds(s, 360, 366, 235, 420, 15, (srgb("#5C7A26"), srgb("#93A544")), "jelly", srgb("#EDE6B0"), 0.72)
    spoon(s, 418, 424, 0.78, BLUE_WHITE, 74, 1.45)
