"""Writes one balanced entry at the end of the shop's chain. Needs the shop's scope; part of the caller's transaction.

The head of the chain is the one row all payments of a shop meet at, so it is locked by a single statement that does
all the writing: post as the last thing before the transaction ends.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection

from kaipu.commerce.ledger.entry import GENESIS, Entry, Line, canonical_entry, chain_hash
from kaipu.commerce.shops.identity import new_id
from kaipu.commerce.shops.tenancy import current_shop_id

# The hash is computed by the database, on the row it has just locked: asking for the head first would hold the lock
# for one more trip. `entry.chain_hash` is the same function for who reads; a test holds the two together.
_WRITE: Final = """
WITH head AS (
    INSERT INTO ledger_chainhead AS head (id, shop_id, length, previous_hash, hash)
    VALUES (%(head_id)s, %(shop_id)s, 1, %(genesis)s, %(first_hash)s)
    ON CONFLICT (shop_id) DO UPDATE SET
        length = head.length + 1,
        previous_hash = head.hash,
        hash = encode(sha256(convert_to(head.hash || %(body)s, 'UTF8')), 'hex')
    RETURNING length, previous_hash, hash
), entry AS (
    INSERT INTO ledger_journalentry
        (id, shop_id, number, at, kind, memo, reference, order_id, currency, previous_hash, hash)
    SELECT %(id)s, %(shop_id)s, length, %(at)s, %(kind)s, %(memo)s, %(reference)s, %(order_id)s, %(currency)s,
        previous_hash, hash
    FROM head RETURNING hash
), postings AS (
    INSERT INTO ledger_posting (id, shop_id, entry_id, position, account, amount_fen)
    SELECT id, %(shop_id)s, %(id)s, position, account, amount_fen
    FROM unnest(%(posting_ids)s::uuid[], %(positions)s::smallint[], %(accounts)s::text[], %(amounts)s::bigint[])
        AS posting (id, position, account, amount_fen)
)
SELECT hash FROM entry
"""


def post_entry(
    kind: str,
    reference: str,
    lines: Sequence[Line],
    *,
    at: datetime,
    memo: str = "",
    order_id: UUID | None = None,
) -> str:
    """The new entry's hash. Raises NotBalanced before anything is sent, IntegrityError for a known `reference`."""
    entry = Entry(new_id(), current_shop_id(), at, kind, memo, reference, order_id, tuple(lines))
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, _parameters(entry))
        (written,) = cursor.fetchone()
    return str(written)


def _parameters(entry: Entry) -> dict[str, UUID | datetime | str | list[UUID] | list[int] | list[str] | None]:
    body = canonical_entry(entry)
    return {
        "head_id": new_id(),
        "genesis": GENESIS,
        "first_hash": chain_hash(GENESIS, body),
        "body": body.decode(),
        "id": entry.id,
        "shop_id": entry.shop_id,
        "at": entry.at,
        "kind": entry.kind,
        "memo": entry.memo,
        "reference": entry.reference,
        "order_id": entry.order_id,
        "currency": entry.currency,
        "posting_ids": [new_id() for _ in entry.lines],
        "positions": list(range(len(entry.lines))),
        "accounts": [line.account for line in entry.lines],
        "amounts": [line.amount_fen for line in entry.lines],
    }
