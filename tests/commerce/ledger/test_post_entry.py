"""Writing at the end of the chain."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError

from kaipu.commerce.ledger.entry import GENESIS, NotBalanced, canonical_entry, chain_hash
from kaipu.commerce.ledger.models import ChainHead, JournalEntry, Posting
from kaipu.commerce.ledger.read_entries import read_entries
from kaipu.commerce.ledger.verify_chain import verify_chain

from ..selling import Seller
from .conftest import Post

SALE = ("assets:wechatpay 300", "income:sales -300")


def test_the_database_and_python_compute_the_same_hashes(seller: Seller, post: Post) -> None:
    written = [post(*SALE) for _ in range(3)]
    previous = GENESIS
    with seller.scope():
        for chained in read_entries(JournalEntry.objects.all()):
            assert chained.previous_hash == previous
            assert chained.hash == chain_hash(previous, canonical_entry(chained.entry)) == written[chained.number - 1]
            previous = chained.hash
        head = ChainHead.objects.get()
    assert (head.length, head.hash) == (3, previous)


def test_what_does_not_balance_is_not_written(seller: Seller, post: Post) -> None:
    with pytest.raises(NotBalanced):
        post("assets:wechatpay 300", "income:sales -200")
    with seller.scope():
        assert not Posting.objects.exists()
        assert not ChainHead.objects.exists()


def test_a_fact_is_booked_once(seller: Seller, post: Post) -> None:
    post(*SALE, reference="payment:wechatpay:t-1")
    with pytest.raises(IntegrityError, match="one_entry_per_reference"):
        post(*SALE, reference="payment:wechatpay:t-1")
    with seller.scope():
        assert verify_chain() == []
        assert ChainHead.objects.get().length == 1


def test_each_shop_has_a_chain_of_its_own(seller: Seller, other_seller: Seller, post: Post) -> None:
    post(*SALE, reference="payment:wechatpay:t-1")
    post(*SALE, reference="payment:wechatpay:t-1", by=other_seller)
    for each in (seller, other_seller):
        with each.scope():
            assert JournalEntry.objects.get().number == 1
            assert verify_chain() == []


@pytest.mark.django_db(transaction=True)
def test_many_at_once_make_one_chain(
    seller: Seller, post: Post, at_the_same_time: Callable[..., list[list[str]]]
) -> None:
    at_the_same_time(12, lambda _: [post(*SALE) for _ in range(10)])
    with seller.scope():
        assert ChainHead.objects.get().length == 120
        assert verify_chain() == []
