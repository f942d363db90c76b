"""The QR codes of a shop: they lead where they should, and to nothing that is not there."""

import pytest

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_shop_that_is_not_there_has_no_code(client):
    assert client.get("/s/nowhere/code.svg").status_code == 404
