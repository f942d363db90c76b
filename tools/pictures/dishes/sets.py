"""The set meals on their trays."""

from __future__ import annotations

from engine.material import srgb
from engine.scene import Scene
from things.drinks import bubbles, glass
from things.eggs import half_egg
from things.garnish import flakes
from things.liquids import fill
from things.tableware import CREAM, WHITE, bowl, chopsticks, plate, tray

from dishes.cold import smashed_cucumber
from dishes.drinks import MILK, PLUM, _cubes, cherry, oak
from dishes.noodles import beef_noodles
from dishes.picture import picture


def _cup_of_soy(s: Scene) -> None:
    bowl(s, 360, 360, 300, WHITE, tall=210)
    fill(s, 360, 360, 286, 180, MILK)
    bubbles(s, 360, 360, 262, 40, 180, srgb("#F7ECD2"), (3, 9))


def _egg_dish(s: Scene) -> None:
    plate(s, 360, 360, 310, CREAM)
    half_egg(s, 282, 340, 150, 0.5, z=20)
    half_egg(s, 440, 410, 145, 2.4, z=20)


@picture("set_for_one", oak, focus=90)
def set_for_one(s: Scene) -> None:
    floor = tray(s, 360, 366, 346, 326, (srgb("#5A2E1A"), srgb("#8A5230")))
    chopsticks(s, 360, 652, 0.0, 520, srgb("#1E1512"), z=floor + 8)
    with s.placed(266, 330, 0.66, floor):
        beef_noodles(s)
    with s.placed(580, 208, 0.36, floor):
        _cup_of_soy(s)
    with s.placed(578, 474, 0.38, floor):
        _egg_dish(s)


def _plum_glass(s: Scene) -> None:
    glass(s, 360, 360, 300, PLUM, tall=220, level=190)
    _cubes(s, 360, 360, 270, 190, srgb("#9A2A34"), 4)
    flakes(s, 360, 360, 180, 50, srgb("#F2B52E"), 7)


@picture("set_for_two", cherry, focus=80)
def set_for_two(s: Scene) -> None:
    floor = tray(s, 360, 360, 350, 338, (srgb("#B98A52"), srgb("#DDB984")))
    with s.placed(206, 236, 0.53, floor):
        beef_noodles(s)
    with s.placed(514, 484, 0.53, floor):
        beef_noodles(s)
    with s.placed(208, 544, 0.42, floor):
        smashed_cucumber(s)
    for x, y in ((458, 150), (604, 232)):
        with s.placed(x, y, 0.235, floor):
            _plum_glass(s)
