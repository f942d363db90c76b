"""Whatever is sent as a picture becomes plain upright pixels or one refusal."""

import io
import random
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from kaipu.commerce.media.decode_picture import MOST_BYTES, decode_picture
from kaipu.commerce.refusal import Refusal

GPS = 0x8825
ORIENTATION = 0x0112


def encoded(picture, kind, **options):
    written = io.BytesIO()
    picture.save(written, kind, **options)
    return written.getvalue()


def halves(size=(200, 100)):
    """Red on the left, blue on the right."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    return picture


def looks(picture, at, colour):
    return all(abs(a - b) < 40 for a, b in zip(picture.convert("RGB").getpixel(at), colour, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_the_four_formats(kind):
    picture = decode_picture(encoded(halves(), kind), 1080)
    assert picture.size == (200, 100)
    assert looks(picture, (10, 50), (255, 0, 0))
    assert looks(picture, (190, 50), (0, 0, 255))


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "PPM", "ICO", "PDF", "EPS"])
def test_other_formats_are_not_even_tried(kind):
    refused(encoded(halves(), kind), "picture_unreadable")


def refused(upload, code):
    with pytest.raises(Refusal) as refusal:
        decode_picture(upload, 1080)
    assert refusal.value.code == code


def test_it_is_turned_upright_and_forgets_where_it_was_taken():
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # taken with the phone on its side: turn by 90 degrees
    exif.get_ifd(GPS)[1] = "N"
    picture = decode_picture(encoded(halves(), "JPEG", exif=exif, comment=b"private"), 1080)
    assert picture.size == (100, 200)
    assert looks(picture, (50, 10), (255, 0, 0))
    assert picture.info == {}
    assert not picture.getexif()


@pytest.mark.parametrize(
    ("size", "expected"), [((4000, 3000), (1080, 810)), ((100, 9000), (24, 2160)), ((9, 7), (9, 7))]
)
def test_it_is_shrunk_and_never_blown_up(size, expected):
    assert decode_picture(encoded(halves(size), "PNG"), 1080).size == expected


def test_transparency_stays():
    picture = decode_picture(encoded(Image.new("RGBA", (10, 10), (255, 0, 0, 0)), "PNG"), 1080)
    assert picture.mode == "RGBA"
    assert picture.getpixel((5, 5))[3] == 0
    palette = Image.new("P", (10, 10))
    assert decode_picture(encoded(palette, "GIF", transparency=0), 1080).getpixel((5, 5))[3] == 0


def test_only_the_first_frame_of_a_film():
    film = encoded(halves(), "GIF", save_all=True, append_images=[Image.new("RGB", (200, 100), "green")])
    picture = decode_picture(film, 1080)
    assert not getattr(picture, "is_animated", False)
    assert looks(picture, (10, 50), (255, 0, 0))


@pytest.mark.parametrize("mode", ["L", "1", "P", "LA", "CMYK", "I;16"])
def test_every_mode_becomes_rgb(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    picture = decode_picture(
        encoded(
            Image.new("L", (10, 10), 128).convert("I").point(lambda v: v * 256).convert("I;16")
            if mode == "I;16"
            else Image.new("RGB", (10, 10), (128,) * 3).convert(mode),
            kind,
        ),
        1080,
    )
    assert picture.mode in ("RGB", "RGBA")
    if mode != "1":
        assert looks(picture, (5, 5), (128, 128, 128))


def test_wide_colours_are_brought_to_srgb():
    lab_like = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = decode_picture(encoded(halves(), "JPEG", icc_profile=lab_like), 1080)
    assert looks(picture, (10, 50), (255, 0, 0))
    assert picture.info == {}
    broken = decode_picture(encoded(halves(), "JPEG", icc_profile=b"no profile"), 1080)
    assert looks(broken, (10, 50), (255, 0, 0))


def png_of(width, height):
    """A few bytes that say they are a picture of that size."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(8000, 8000), (60_000, 60_000), (30_000, 10), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_by_its_header(size):
    refused(png_of(*size), "picture_too_many_pixels")


def test_a_file_too_large_is_refused_unread():
    refused(b"\xff\xd8\xff" + b"\0" * MOST_BYTES, "picture_too_large")


def test_a_bomb_of_text_is_refused():
    text = zlib.compress(b"a" * 100_000_000)
    data = b"Comment\0\0" + text
    chunk = struct.pack(">I", len(data)) + b"zTXt" + data + struct.pack(">I", zlib.crc32(b"zTXt" + data))
    good = encoded(halves(), "PNG")
    refused(good[:33] + chunk + good[33:], "picture_unreadable")


@pytest.mark.parametrize(
    "upload", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\xff\xd8\xff\xe0", b"\0" * 99]
)
def test_what_is_no_picture_is_refused(upload):
    refused(upload, "picture_unreadable")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_damaged_files_are_pictures_or_refused_and_nothing_else(kind):
    chance = random.Random(20260501)
    noisy = Image.effect_noise((64, 48), 80).convert("RGB")
    good, outcomes = encoded(noisy, kind), set()
    for _ in range(150):
        damaged = bytearray(good)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        cut = bytes(damaged[: chance.randint(1, len(damaged))] if chance.random() < 0.4 else damaged)
        outcomes.add(outcome(cut))
    assert outcomes <= {"a picture", "picture_unreadable", "picture_too_many_pixels"}


def outcome(upload):
    try:
        return "a picture" if decode_picture(upload, 1080).width <= 1080 else "too wide"
    except Refusal as refusal:
        return refusal.code
