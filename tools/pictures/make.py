"""Draws the noodle shop's pictures: `python tools/pictures/make.py [code ...]` writes WebP files, `--sheet FILE` a contact sheet of them.
The same seed gives the same picture: a dish's seed is a checksum of its code."""

from __future__ import annotations

import argparse
import io
import sys
import zlib
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import drinks_and_sets  # noqa: F401  # registers its pictures
import noodle_bowls  # noqa: F401  # registers its pictures
import numpy as np
import small_plates  # noqa: F401  # registers its pictures
from light import render
from noise import Array
from PIL import Image, ImageOps
from plates import PICTURES
from scene import Scene
from wide import WIDE, draw

OUT = Path(__file__).parents[2] / "src/kaipu/trades/noodle_shop/pictures"
SIDE = 720
MOST_BYTES = 40_000


def developed(pixels: Array, width: int, height: int) -> Image.Image:
    return Image.fromarray((np.clip(pixels, 0, 1) * 255 + 0.5).astype(np.uint8)).resize((width, height), Image.Resampling.LANCZOS)


def webp(image: Image.Image, most_bytes: int) -> bytes:
    """The best quality that fits."""
    for quality in range(88, 20, -3):
        buffer = io.BytesIO()
        image.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() <= most_bytes:
            return buffer.getvalue()
    raise ValueError("does not fit")


def picture(code: str) -> str:
    other = next((one for one in WIDE if one.name == code), None)
    if other:
        data = webp(draw(other), other.most_bytes)
        (OUT / f"{code}.webp").write_bytes(data)
        return f"{code} {len(data)}"
    one = PICTURES[code]
    scene = Scene(SIDE, SIDE, zlib.crc32(code.encode()))
    one.table(scene)
    one.draw(scene)
    data = webp(developed(render(scene, one.mood, one.focus), SIDE, SIDE), MOST_BYTES)
    (OUT / f"{code}.webp").write_bytes(data)
    return f"{code} {len(data)}"


def sheet(path: Path, codes: list[str], side: int, columns: int) -> None:
    """All pictures on one page, to look at."""
    rows = -(-len(codes) // columns)
    page = Image.new("RGB", (columns * (side + 8), rows * (side + 8)), "#FFF8F0")
    for at, code in enumerate(codes):
        small = ImageOps.contain(Image.open(OUT / f"{code}.webp").convert("RGB"), (side, side))
        page.paste(small, (at % columns * (side + 8), at // columns * (side + 8)))
    page.save(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("codes", nargs="*")
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--side", type=int, default=300)
    parser.add_argument("--columns", type=int, default=5)
    parser.add_argument("--only-sheet", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    wanted = parser.parse_args()
    codes = wanted.codes or [*PICTURES, *(one.name for one in WIDE)]
    OUT.mkdir(parents=True, exist_ok=True)
    if not wanted.only_sheet:
        with ProcessPoolExecutor(wanted.jobs) as pool:
            for line in pool.map(picture, codes):
                print(line, flush=True)
    if wanted.sheet:
        sheet(wanted.sheet, codes, wanted.side, wanted.columns)


if __name__ == "__main__":
    sys.exit(main())
