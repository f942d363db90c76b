"""Uploaded pictures are served under their hash, and nothing else of the disk is."""

from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client


def test_a_picture_is_kept_for_ever(client: Client, db: None) -> None:
    name = default_storage.save(f"{uuid4()}/{'0' * 32}-360.webp", ContentFile(b"a picture"))
    answer = client.get(f"/media/{name}")
    assert answer.getvalue() == b"a picture"
    assert answer["Content-Type"] == "image/webp"
    assert "immutable" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    ["../secret/django", "%2e%2e/secret/django", "x", f"{UUID(int=7)}/../../secret/django", f"{UUID(int=7)}/a.webp"],
)
def test_nothing_else_is(client: Client, db: None, path: str) -> None:
    settings.MEDIA_ROOT.parent.joinpath("secret").mkdir(exist_ok=True)
    settings.MEDIA_ROOT.parent.joinpath("secret", "django").write_text("secret")
    assert client.get(f"/media/{path}").status_code == 404
