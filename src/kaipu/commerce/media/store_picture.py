"""Keeps an uploaded picture: drawn anew as WebP in two widths, under the hash of its content. The same picture sent
twice is one picture.
"""

from __future__ import annotations

import hashlib
import io
from typing import Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from kaipu.commerce.media.decode_picture import decode_picture
from kaipu.commerce.media.models import LARGE_PX, SMALL_PX, Picture
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.models import User
from kaipu.commerce.shops.tenancy import current_shop_id

MOST_PICTURES: Final = 3_000
_QUALITY: Final = 82


def store_picture(upload: bytes, author: User | None) -> Picture:
    """The kept picture. Refusal if it is no picture, too large, or the shop has too many."""
    files = _files(decode_picture(upload, LARGE_PX))
    sha256 = hashlib.sha256(files[LARGE_PX]).hexdigest()
    known = Picture.objects.filter(sha256=sha256).first()
    picture = known or _new_picture(sha256, files[LARGE_PX], author)
    # Also for a known one: its files may have been lost with a disk, or cut short by a crash.
    for width_px, content in files.items():
        _write(picture.file(width_px), content)
    return picture


def _files(picture: Image.Image) -> dict[int, bytes]:
    small = picture.copy()
    small.thumbnail((SMALL_PX, 2 * SMALL_PX), Image.Resampling.LANCZOS)
    return {LARGE_PX: _webp(picture), SMALL_PX: _webp(small)}


def _webp(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "WEBP", quality=_QUALITY, method=4)
    return written.getvalue()


def _new_picture(sha256: str, large: bytes, author: User | None) -> Picture:
    if Picture.objects.count() >= MOST_PICTURES:
        raise Refusal("pictures_full", 409, limit=MOST_PICTURES)
    with Image.open(io.BytesIO(large)) as measured:
        width_px, height_px = measured.size
    picture = Picture(sha256=sha256, width_px=width_px, height_px=height_px, size_bytes=len(large), author=author)
    # Two uploads of one picture at one moment: the second takes the first's row.
    Picture.objects.bulk_create([picture], ignore_conflicts=True)
    return Picture.objects.get(shop_id=current_shop_id(), sha256=sha256)


def _write(name: str, content: bytes) -> None:
    if default_storage.exists(name):
        if default_storage.size(name) == len(content):
            return
        default_storage.delete(name)
    default_storage.save(name, ContentFile(content))
