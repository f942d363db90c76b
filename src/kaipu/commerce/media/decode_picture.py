"""Makes pixels of an uploaded file, or refuses it. The limits are checked on the header, before anything is unpacked;
of the file's formats only those named are even tried. Knows nothing of shops and storage.
"""

from __future__ import annotations

import io
import warnings
from typing import Final

from PIL import Image, ImageCms, ImageOps

from kaipu.commerce.refusal import Refusal

MOST_BYTES: Final = 12 * 1024 * 1024
MOST_PIXELS: Final = 50_000_000
LONGEST_SIDE_PX: Final = 20_000
FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")

# What Pillow is known to raise on files that lie about themselves.
_BROKEN: Final = (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, TypeError, MemoryError)


def decode_picture(upload: bytes, width_px: int) -> Image.Image:
    """An upright picture in sRGB, at most `width_px` wide, with no metadata at all. Refusal if it cannot be had."""
    if len(upload) > MOST_BYTES:
        raise Refusal("picture_too_large", 413, limit_mb=MOST_BYTES // (1024 * 1024))
    try:
        with warnings.catch_warnings():
            # Whether a picture is a bomb is decided below, by a limit of our own.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(upload), formats=FORMATS)
            _check_size(picture)
            return _plain(_shrunk(picture, width_px))
    except Image.DecompressionBombError as problem:
        raise _too_many_pixels() from problem
    except _BROKEN as problem:
        raise Refusal("picture_unreadable", 422) from problem


def _check_size(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE_PX:
        raise _too_many_pixels()


def _too_many_pixels() -> Refusal:
    return Refusal("picture_too_many_pixels", 422, limit=MOST_PIXELS // 1_000_000)


def _shrunk(picture: Image.Image, width_px: int) -> Image.Image:
    """Upright, within the width and twice the width in height."""
    # A JPEG can be unpacked at half, a quarter or an eighth of its size; the best of it is still shrunk below.
    picture.draft(None, (2 * width_px, 2 * width_px))
    picture.load()
    profile = picture.info.get("icc_profile")
    upright = _eight_bits(ImageOps.exif_transpose(picture))
    upright.thumbnail((width_px, 2 * width_px), Image.Resampling.LANCZOS)
    return _in_srgb(upright, profile)


def _eight_bits(picture: Image.Image) -> Image.Image:
    """RGB or RGBA. Sixteen-bit grey has to be scaled, or all but the darkest becomes white."""
    if picture.mode.startswith("I"):
        return picture.point(lambda value: value * (1 / 256)).convert("RGB")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _in_srgb(picture: Image.Image, profile: object) -> Image.Image:
    """Phones photograph in wider colours; without their profile those would look pale."""
    if not isinstance(profile, bytes) or picture.mode != "RGB":
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, source, target, outputMode="RGB") or picture
    except (ImageCms.PyCMSError, *_BROKEN):
        return picture


def _plain(picture: Image.Image) -> Image.Image:
    """The pixels alone: place, time, camera, comments and previews stay behind."""
    pixels = Image.new(picture.mode, picture.size)
    pixels.paste(picture)
    return pixels
