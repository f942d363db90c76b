"""A stored picture: two widths, named by content, in its own shop's folder, nothing left of the file that was sent."""

import io
import os

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from kaipu.commerce.media import store_picture as module
from kaipu.commerce.media.models import Picture
from kaipu.commerce.media.store_picture import store_picture
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.tenancy import shop_scope


def photo(colour="red", **options):
    written = io.BytesIO()
    Image.new("RGB", (2000, 1000), colour).save(written, "JPEG", **options)
    return written.getvalue()


def opened(url):
    with default_storage.open(url.removeprefix("/media/")) as file:
        return Image.open(io.BytesIO(file.read()))


def test_it_is_kept_in_two_widths(shop, owner):
    with shop_scope(shop.id):
        picture = store_picture(photo(comment=b"private"), owner)
    assert picture.url.startswith(f"/media/{shop.id}/")
    assert (opened(picture.url).size, opened(picture.small_url).size) == ((1080, 540), (360, 180))
    assert (picture.width_px, picture.height_px) == (1080, 540)
    assert opened(picture.url).format == "WEBP"
    assert not opened(picture.url).info.keys() & {"exif", "icc_profile", "xmp", "comment"}


def test_the_same_picture_twice_is_one(shop, owner):
    with shop_scope(shop.id):
        assert store_picture(photo(), owner).pk == store_picture(photo(comment=b"other file"), owner).pk
        assert store_picture(photo("blue"), owner).url != store_picture(photo(), owner).url
        assert Picture.objects.count() == 2


def test_two_shops_share_nothing(shop, other_shop):
    urls = []
    for one in (shop, other_shop):
        with shop_scope(one.id):
            urls.append(store_picture(photo(), None).url)
            assert Picture.objects.count() == 1
    assert urls[0] != urls[1]


def test_a_file_cut_short_by_a_crash_is_written_again(shop):
    with shop_scope(shop.id):
        picture = store_picture(photo(), None)
        os.truncate(default_storage.path(picture.file(1080)), 10)
        store_picture(photo(), None)
    assert opened(picture.url).size == (1080, 540)


def test_a_shop_keeps_only_so_many(shop, monkeypatch):
    monkeypatch.setattr(module, "MOST_PICTURES", 1)
    with shop_scope(shop.id):
        store_picture(photo(), None)
        with pytest.raises(Refusal, match="pictures_full"):
            store_picture(photo("blue"), None)
        store_picture(photo(), None)


def test_what_is_refused_leaves_nothing(shop):
    with shop_scope(shop.id):
        with pytest.raises(Refusal):
            store_picture(b"no picture", None)
        assert Picture.objects.count() == 0
