"""Draws the noodle shop's pictures: `python tools/pictures/make.py [name ...]` writes WebP files, `--sheet FILE` a
contact sheet of them. The same seed gives the same picture: a picture's seed is the checksum of its name.
"""

from __future__ import annotations

import argparse
import io
import zlib
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from pathlib import Path

import numpy as np
from dishes.picture import PICTURES
from dishes.wide import WIDE, draw
from engine.light import render
from engine.noise import Array
from engine.scene import Scene
from PIL import Image, ImageOps

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src/kaipu/trades/noodle_shop/pictures"
SIDE = 720
MOST_BYTES = 40_000


def developed(pixels: Array, width: int, height: int) -> Image.Image:
    image = Image.fromarray((np.clip(pixels, 0, 1) * 255 + 0.5).astype(np.uint8))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def webp(image: Image.Image, most_bytes: int) -> bytes:
    """The best quality that fits."""
    for quality in range(88, 20, -3):
        buffer = io.BytesIO()
        image.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() <= most_bytes:
            return buffer.getvalue()
    raise ValueError("does not fit")


def picture(name: str) -> str:
    """Draws one, writes it, and says how large it is."""
    data = _wide(name) or _dish(name)
    (OUT / f"{name}.webp").write_bytes(data)
    return f"{name} {len(data)}"


def _wide(name: str) -> bytes | None:
    one = next((one for one in WIDE if one.name == name), None)
    return webp(draw(one), one.most_bytes) if one else None


def _dish(code: str) -> bytes:
    one = PICTURES[code]
    scene = Scene(SIDE, SIDE, zlib.crc32(code.encode()))
    one.table(scene)
    one.draw(scene)
    return webp(developed(render(scene, one.mood, one.focus), SIDE, SIDE), MOST_BYTES)


def sheet(path: Path, codes: list[str], side: int, columns: int) -> None:
    """All pictures on one page, to look at."""
    rows = -(-len(codes) // columns)
    page = Image.new("RGB", (columns * (side + 8), rows * (side + 8)), "#FFF8F0")
    for at, code in enumerate(codes):
        small = ImageOps.contain(Image.open(OUT / f"{code}.webp").convert("RGB"), (side, side))
        page.paste(small, (at % columns * (side + 8), at // columns * (side + 8)))
    page.save(path)


def all_names() -> list[str]:
    for file in sorted((HERE / "dishes").glob("*.py")):
        import_module(f"dishes.{file.stem}")
    return [*PICTURES, *(one.name for one in WIDE)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--side", type=int, default=300)
    parser.add_argument("--columns", type=int, default=5)
    parser.add_argument("--only-sheet", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    wanted = parser.parse_args()
    known = all_names()
    names = wanted.names or known
    OUT.mkdir(parents=True, exist_ok=True)
    if not wanted.only_sheet:
        with ProcessPoolExecutor(wanted.jobs) as pool:
            for line in pool.map(picture, names):
                print(line, flush=True)
    if wanted.sheet:
        sheet(wanted.sheet, names, wanted.side, wanted.columns)


if __name__ == "__main__":
    main()
