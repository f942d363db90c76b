"""The small cold dishes."""

from __future__ import annotations

import numpy as np
from engine.material import srgb
from engine.scene import Liquid, Scene
from engine.shapes import blob
from things.beef import beef_slice
from things.garnish import chilli_rings, coriander, flakes, scallions, sesame
from things.greens import cucumber, radish, wood_ear
from things.heaps import scraps, shreds
from things.liquids import fill, oil
from things.meats import duck_head
from things.seeds import peanut
from things.tableware import BLUE_WHITE, CELADON, CREAM, RED_IN_WHITE, WHITE, bowl, plate

from dishes.dumplings import COOL, dark, green_slate, mat
from dishes.noodles import around
from dishes.picture import picture


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
    for x, y, a in around(360, 366, 150, 16) + around(360, 366, 84, 10, 0.3) + around(360, 366, 22, 4):
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
    oil(
        s,
        fill(s, 360, 366, 226, 11, Liquid(srgb("#3A1204"), (0.3, 0.5, 0.9), ripple=0.02)),
        60,
        (2, 9),
        srgb("#C8480C"),
        0.6,
    )
    duck_head(s, 330, 270, 150, 0.10)
    duck_head(s, 392, 468, 150, np.pi + 0.10)
    sesame(s, 350, 370, 200, 90)
    chilli_rings(s, 360, 370, 200, 18, 12)
    scallions(s, 360, 370, 210, 30, 9)


@picture("seaweed", mat, mood=COOL, focus=70)
def seaweed(s: Scene) -> None:
    plate(s, 360, 366, 316, WHITE)
    fill(s, 360, 366, 215, 12, Liquid(srgb("#3A2A0A"), (0.2, 0.3, 0.7), ripple=0.02))
    shreds(
        s,
        360,
        366,
        175,
        330,
        (srgb("#1E2E12"), srgb("#4E6A24")),
        length=130,
        wire=6.2,
        material="jelly",
        heap=70,
        bend=0.7,
        flat=0.55,
    )
    chilli_rings(s, 360, 366, 150, 26, 10)
    scraps(s, 360, 366, 140, 44, (srgb("#F6EBCB"), srgb("#EAD79E")), size=8, heap=6, material="white")
    sesame(s, 360, 366, 170, 110)


@picture("peanuts", green_slate, focus=70)
def peanuts(s: Scene) -> None:
    bowl(s, 360, 366, 312, CREAM, tall=80)
    blob(s, 360, 366, 232, 232, 46, srgb("#6B2A14"), "crust", z=10, edge=2.4)
    for _ in range(330):
        far, a = 225 * np.sqrt(s.rng.random()), s.rng.random() * 6.283
        peanut(s, 360 + np.cos(a) * far, 366 + np.sin(a) * far, 25, s.rng.random() * 6.3, half=s.rng.random() < 0.07)
    flakes(s, 360, 366, 210, 160, srgb("#FFFFFF"), 2.0)
    for x, y in ((70, 640), (640, 80), (655, 130)):
        peanut(s, x, y, 25, s.rng.random() * 6)
