"""Uploading a picture over HTTP."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kaipu.commerce.media.models import Picture
from kaipu.commerce.shops.tenancy import shop_scope


def photo():
    written = io.BytesIO()
    Image.new("RGB", (1600, 1200), "orange").save(written, "JPEG")
    return written.getvalue()


def send(studio, content, name="IMG_0001.JPG", **more):
    file = SimpleUploadedFile(name, content, "image/jpeg")
    return studio.client.post(f"/api/owner/shops/{studio.slug}/pictures", {"file": file}, **more)


def test_an_uploaded_picture_can_be_put_on_a_page(studio, shop):
    answer = send(studio, photo(), "../../etc/老照片.php")
    body = answer.json()
    assert answer.status_code == 200
    assert body["url"].startswith(f"/media/{shop.id}/")
    assert body["url"].endswith("-1080.webp")
    assert (body["width_px"], body["height_px"]) == (1080, 810)
    banner = {"id": "n_banner", "block": "banner", "version": 1, "props": {"items": [{"picture": body["url"]}]}}
    edited = studio.edit(
        {"op": "add", "path": "/nodes/n_banner", "value": banner},
        {"op": "add", "path": "/pages/home/nodes/0", "value": "n_banner"},
    )
    assert edited.status_code == 200


@pytest.mark.parametrize("content", [b"", b"<svg onload='x()'/>", b"GIF89a" + b"\0" * 100])
def test_what_is_no_picture_is_refused_in_one_sentence(studio, shop, content):
    answer = send(studio, content, headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.json()["code"]) == (422, "picture_unreadable")
    assert answer.json()["message"] == "This file cannot be read as a picture. Choose a JPEG, PNG, WebP or GIF picture."
    with shop_scope(shop.id):
        assert not Picture.objects.exists()


def test_a_file_too_large_is_refused(studio):
    answer = send(studio, b"\xff\xd8\xff" + b"\0" * (12 * 1024 * 1024 + 1))
    assert answer.status_code == 413


def test_a_request_without_a_file_is_refused(studio):
    answer = studio.client.post(f"/api/owner/shops/{studio.slug}/pictures")
    assert answer.status_code == 422
