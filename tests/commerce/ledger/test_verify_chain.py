"""A history that was changed behind the app's back, by someone who owns the tables, shows."""

import psycopg
import pytest

from kaipu.commerce.ledger.models import JournalEntry
from kaipu.commerce.ledger.verify_chain import verify_chain

from ..selling import Seller
from .conftest import Post

TAMPERINGS = [
    ("UPDATE ledger_posting SET amount_fen = amount_fen * 2 WHERE entry_id = %(third)s", {(3, "hash_wrong")}),
    (
        "UPDATE ledger_posting SET amount_fen = amount_fen + 1 WHERE entry_id = %(third)s AND position = 0",
        {(3, "hash_wrong"), (3, "not_balanced")},
    ),
    ("UPDATE ledger_posting SET account = 'income:packing' WHERE entry_id = %(third)s", {(3, "hash_wrong")}),
    (
        "UPDATE ledger_posting SET amount_fen = 9007199254740993 WHERE entry_id = %(third)s AND position = 0",
        {(3, "hash_wrong"), (3, "not_balanced")},
    ),
    (
        "DELETE FROM ledger_posting WHERE entry_id = %(third)s AND position = 1",
        {(3, "hash_wrong"), (3, "not_balanced")},
    ),
    ("UPDATE ledger_journalentry SET at = at + interval '1 second' WHERE id = %(third)s", {(3, "hash_wrong")}),
    ("UPDATE ledger_journalentry SET memo = 'B007' WHERE id = %(third)s", {(3, "hash_wrong")}),
    (
        "UPDATE ledger_journalentry SET hash = repeat('a', 64) WHERE id = %(third)s",
        {(3, "hash_wrong"), (4, "link_broken")},
    ),
    (
        "UPDATE ledger_journalentry SET previous_hash = repeat('a', 64) WHERE id = %(third)s",
        {(3, "link_broken"), (3, "hash_wrong")},
    ),
    (
        "WITH gone AS (DELETE FROM ledger_posting WHERE entry_id = %(third)s) "
        "DELETE FROM ledger_journalentry WHERE id = %(third)s",
        {(4, "entry_missing"), (4, "link_broken")},
    ),
    (
        "WITH gone AS (DELETE FROM ledger_posting WHERE entry_id = %(last)s) "
        "DELETE FROM ledger_journalentry WHERE id = %(last)s",
        {(5, "head_wrong")},
    ),
    ("UPDATE ledger_chainhead SET length = 4", {(4, "head_wrong")}),
    ("DELETE FROM ledger_chainhead", {(0, "head_wrong")}),
]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("statement", "problems"), TAMPERINGS)
def test_tampering_shows(
    seller: Seller, post: Post, owner_conninfo: str, statement: str, problems: set[tuple[int, str]]
) -> None:
    for amount_fen in range(100, 600, 100):
        post(f"assets:wechatpay {amount_fen}", f"income:sales -{amount_fen}")
    with seller.scope():
        assert verify_chain() == []
        ids = dict(JournalEntry.objects.values_list("number", "id"))
    with psycopg.connect(owner_conninfo) as owner:
        owner.execute("SELECT set_config('kaipu.shop', %s, true)", [str(seller.shop.id)])
        owner.execute("SET CONSTRAINTS ALL DEFERRED")
        changed = owner.execute(statement, {"third": ids[3], "last": ids[5]})
        assert changed.rowcount
    with seller.scope():
        assert {(found.number, found.problem) for found in verify_chain()} == problems


def test_a_part_is_checked_with_its_link_to_what_was_before(seller: Seller, post: Post) -> None:
    for _ in range(5):
        post("assets:wechatpay 300", "income:sales -300")
    with seller.scope():
        assert [verify_chain(first, 5) for first in range(1, 6)] == [[]] * 5
        assert verify_chain(2) == []


def test_empty_books_are_whole(seller: Seller) -> None:
    with seller.scope():
        assert verify_chain() == []
