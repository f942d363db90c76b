"""Names of accounts. The part before the colon says what the account is; a payment gateway's account is named after it.

Amounts are signed fen: positive is debit (assets and expenses grow), negative is credit (income and debts grow).
"""

import re
from typing import Final

SALES: Final = "income:sales"
PACKING: Final = "income:packing"
REFUNDS: Final = "income:refunds"
"""Contra to the two above: what was earned and given back."""
REFUNDS_DUE: Final = "liabilities:refunds_due"
"""Money that came for nothing (a cancelled order, a second payment): never income, owed until it has gone back."""
FEES: Final = "expenses:fees"

_ACCOUNT = re.compile(r"(assets|liabilities|income|expenses|equity):[a-z][a-z0-9_]{0,39}")


def gateway_account(gateway: str) -> str:
    """The account of what a payment gateway holds for the shop, such as assets:<gateway>."""
    return f"assets:{gateway}"


def is_account(name: str) -> bool:
    return _ACCOUNT.fullmatch(name) is not None
