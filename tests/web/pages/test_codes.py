"""The QR codes of a shop: they lead where they should, and to nothing that is not there."""

import pytest

from kaipu.trades import load_trade
from kaipu.web.pages.codes import code_path

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_shop_that_is_not_there_has_no_code(client):
    assert client.get("/s/nowhere/code.svg").status_code == 404


def test_a_table_s_code_leads_to_where_one_orders():
    definition = load_trade("noodle_shop").definition.complete_document()
    assert code_path("noodle", "6", definition) == "/s/noodle/menu?table=6"
    assert code_path("noodle", "", definition) == "/s/noodle/"
    hidden = {name: node | {"hidden": True} for name, node in definition["nodes"].items()}
    assert code_path("noodle", "外 1", definition | {"nodes": hidden}) == "/s/noodle/?table=%E5%A4%96+1"
