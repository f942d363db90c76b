"""What is written about orders, stock and money cannot be rewritten, not even by a mistake of ours."""

import pytest
from django.db import DatabaseError, connection, transaction

from ..selling import Seller

TABLES = ["ledger_journalentry", "ledger_posting", "stock_stockmove", "orders_orderline", "orders_timelinestep"]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_the_app_may_only_add(seller: Seller, table: str, statement: str) -> None:
    refused = pytest.raises(DatabaseError, match="permission denied")
    with refused, transaction.atomic(), seller.scope(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
