"""Posting made short."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count

import pytest

from kaipu.commerce.ledger.entry import Line
from kaipu.commerce.ledger.post_entry import post_entry

from ..selling import Seller

Post = Callable[..., str]
NOON = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)


@pytest.fixture
def post(seller: Seller) -> Post:
    """post("assets:wechatpay 300", "income:sales -300") in the shop's scope; a reference of its own unless given."""
    references = count(1)

    def post(*lines: str, kind: str = "payment", reference: str = "", at: datetime = NOON, by: Seller = seller) -> str:
        split = [line.split() for line in lines]
        parsed = [Line(account, int(amount_fen)) for account, amount_fen in split]
        with by.scope():
            return post_entry(kind, reference or f"test:{next(references)}", parsed, at=at, memo="A001")

    return post
