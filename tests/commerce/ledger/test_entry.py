"""What makes an entry, and what its hash covers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest

from kaipu.commerce.ledger.accounts import is_account
from kaipu.commerce.ledger.entry import GENESIS, Entry, Line, NotBalanced, canonical_entry, chain_hash

AT = datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)
ENTRY = Entry(
    id=UUID(int=1),
    shop_id=UUID(int=2),
    at=AT,
    kind="payment",
    memo="A001",
    reference="payment:wechatpay:t-1",
    order_id=UUID(int=3),
    lines=(Line("assets:wechatpay", 300), Line("income:sales", -300)),
)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [Line("assets:wechatpay", 0)],
        [Line("assets:wechatpay", 300)],
        [Line("assets:wechatpay", 300), Line("income:sales", -299)],
        [Line("assets:wechatpay", 300), Line("income:sales", -300), Line("income:packing", 0)],
        [Line("assets:wechatpay", 300.0), Line("income:sales", -300.0)],  # type: ignore[arg-type]  # on purpose
        [Line("assets:wechatpay", True), Line("income:sales", -1)],
    ],
)
def test_what_does_not_balance_is_no_entry(lines: list[Line]) -> None:
    with pytest.raises(NotBalanced):
        replace(ENTRY, lines=tuple(lines))


@pytest.mark.parametrize("name", ["sales", "income:", "income:Sales", "cash:till", "income:sales:extra", "assets:a b"])
def test_only_named_accounts_are_posted_to(name: str) -> None:
    assert not is_account(name)
    with pytest.raises(ValueError, match="not names of accounts"):
        replace(ENTRY, lines=(Line(name, 300), Line("income:sales", -300)))


def test_a_moment_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        replace(ENTRY, at=datetime(2026, 3, 1))


def test_the_canonical_bytes() -> None:
    assert canonical_entry(ENTRY).decode() == (
        '{"at":"2026-03-01T12:00:00.123456+00:00","currency":"CNY","id":"00000000-0000-0000-0000-000000000001",'
        '"kind":"payment","memo":"A001","order":"00000000-0000-0000-0000-000000000003",'
        '"postings":[{"account":"assets:wechatpay","amount_fen":300},{"account":"income:sales","amount_fen":-300}],'
        '"reference":"payment:wechatpay:t-1","shop":"00000000-0000-0000-0000-000000000002"}'
    )


def test_the_same_moment_in_another_zone_is_the_same_entry() -> None:
    there = replace(ENTRY, at=AT.astimezone(timezone(timedelta(hours=8))))
    assert canonical_entry(there) == canonical_entry(ENTRY)


@pytest.mark.parametrize(
    "change",
    [
        {"at": AT + timedelta(microseconds=1)},
        {"kind": "refund"},
        {"memo": "A002"},
        {"reference": "payment:wechatpay:t-2"},
        {"order_id": None},
        {"shop_id": UUID(int=9)},
        {"id": UUID(int=9)},
        {"currency": "HKD"},
        {"lines": (Line("assets:wechatpay", 301), Line("income:sales", -301))},
        {"lines": (Line("income:sales", -300), Line("assets:wechatpay", 300))},
        {"lines": (Line("assets:wechatpay", 300), Line("income:packing", -300))},
    ],
)
def test_the_hash_covers_every_part(change: dict[str, object]) -> None:
    other = replace(ENTRY, **change)  # type: ignore[arg-type]  # each change fits its field
    assert chain_hash(GENESIS, canonical_entry(other)) != chain_hash(GENESIS, canonical_entry(ENTRY))
    assert chain_hash("1" * 64, canonical_entry(ENTRY)) != chain_hash(GENESIS, canonical_entry(ENTRY))
