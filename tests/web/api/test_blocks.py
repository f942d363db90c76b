"""The blocks, as the inspector gets them."""

from django.test import Client

from kaipu.definition import installed_blocks


def test_every_installed_block_is_told_with_what_an_inspector_needs(owner_client):
    manifests = owner_client.get("/api/owner/blocks").json()
    assert [one["id"] for one in manifests] == [one.id for one in installed_blocks()]
    for manifest in manifests:
        assert {"name", "summary", "category", "props", "defaults", "max_per_page"} <= manifest.keys()
        assert not {"folder", "migrations"} & manifest.keys()


def test_nobody_comes_in_unsigned(db):
    assert Client().get("/api/owner/blocks").status_code == 401
