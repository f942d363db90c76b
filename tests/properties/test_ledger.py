"""Whatever is posted, the books balance, and no change to them goes unseen."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaipu.commerce.ledger.entry import Entry, Line, NotBalanced, canonical_entry, imbalance
from kaipu.commerce.ledger.models import Posting
from kaipu.commerce.ledger.post_entry import post_entry
from kaipu.commerce.ledger.takings import takings
from kaipu.commerce.ledger.verify_chain import verify_chain
from kaipu.commerce.shops.models import Shop
from kaipu.commerce.shops.tenancy import shop_scope
from kaipu.definition import parse_shop_information

ACCOUNTS = st.sampled_from(
    ["assets:wechatpay", "income:sales", "income:packing", "income:refunds", "liabilities:refunds_due", "expenses:fees"]
)
AMOUNTS = st.integers(-(10**8), 10**8).filter(bool)
LINES = st.lists(st.builds(Line, ACCOUNTS, AMOUNTS), min_size=1, max_size=6)
NOON = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)


def balanced(lines: list[Line]) -> list[Line]:
    """The same with one more line that makes it add up, unless it does."""
    rest_fen = -sum(line.amount_fen for line in lines)
    return [*lines, Line("assets:wechatpay", rest_fen)] if rest_fen else lines


def entry_of(lines: list[Line]) -> Entry:
    return Entry(UUID(int=1), UUID(int=2), NOON, "payment", "A001", "r", None, tuple(lines))


@given(LINES)
def test_an_entry_exists_if_and_only_if_it_balances(lines: list[Line]) -> None:
    adds_up = sum(line.amount_fen for line in lines) == 0 and len(lines) > 1
    assert adds_up == (imbalance(lines) == "")
    if adds_up:
        assert entry_of(lines).lines == tuple(lines)
    else:
        with pytest.raises(NotBalanced):
            entry_of(lines)


@given(LINES.map(balanced).filter(lambda lines: len(lines) > 1), st.data())
def test_no_two_entries_have_the_same_bytes(lines: list[Line], data: st.DataObject) -> None:
    entry = entry_of(lines)
    place = data.draw(st.integers(0, len(lines) - 1))
    other = data.draw(LINES.map(balanced).filter(lambda found: len(found) > 1))
    assert (canonical_entry(entry_of(other)) == canonical_entry(entry)) == (other == lines)
    assert canonical_entry(replace(entry, memo=f"A{place}")) != canonical_entry(entry)


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(st.tuples(LINES.map(balanced), st.integers(0, 48)), min_size=1, max_size=8))
def test_books_of_any_history_add_up(shop: Shop, history: list[tuple[list[Line], int]]) -> None:
    zone = parse_shop_information({"name": shop.name}).zone
    with shop_scope(shop.id):
        before = Posting.objects.count()
        for number, (lines, hours) in enumerate(history):
            if len(lines) > 1:
                post_entry("payment", f"{before}:{number}", lines, at=NOON + timedelta(hours=hours))
        assert verify_chain() == []
        amounts = dict.fromkeys(["assets", "income", "liabilities", "expenses"], 0)
        for account, amount_fen in Posting.objects.values_list("account", "amount_fen"):
            amounts[account.split(":")[0]] += amount_fen
        assert sum(amounts.values()) == 0
        days = [takings(NOON.date() + timedelta(days=days), zone) for days in range(4)]
        assert sum(day.net_fen for day in days) == amounts["assets"]
        assert all(day.chain_ok for day in days)
