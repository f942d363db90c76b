"""The list of pictures: `@picture(code, table)` names what stands on which table. A drawing fills a 720 x 720 frame
around (360, 360).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.mood import Mood
from engine.scene import Scene

Drawing = Callable[[Scene], None]


@dataclass(frozen=True)
class Picture:
    code: str
    table: Drawing
    draw: Drawing
    mood: Mood
    focus: float


PICTURES: dict[str, Picture] = {}


def picture(code: str, table: Drawing, *, mood: Mood | None = None, focus: float = 112) -> Callable[[Drawing], Drawing]:
    def keep(draw: Drawing) -> Drawing:
        PICTURES[code] = Picture(code, table, draw, mood or Mood(), focus)
        return draw

    return keep
