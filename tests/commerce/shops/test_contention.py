"""What PostgreSQL takes back because of a rival is done again, and nothing else is."""

import psycopg
import pytest
from django.db import OperationalError, transaction

from kaipu.commerce.shops.contention import contention_retry


class Rivals:
    """Fails as PostgreSQL does, a given number of times."""

    def __init__(self, times: int, cause: Exception) -> None:
        self.left, self.cause, self.calls = times, cause, 0

    @contention_retry
    def work(self) -> str:
        self.calls += 1
        if self.calls <= self.left:
            raise OperationalError from self.cause
        return "done"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("cause", [psycopg.errors.SerializationFailure(), psycopg.errors.DeadlockDetected()])
def test_a_rival_costs_only_time(cause: Exception) -> None:
    rivals = Rivals(3, cause)
    assert rivals.work() == "done"
    assert rivals.calls == 4


@pytest.mark.django_db(transaction=True)
def test_rivals_without_end_are_an_error() -> None:
    rivals = Rivals(100, psycopg.errors.DeadlockDetected())
    with pytest.raises(OperationalError):
        rivals.work()
    assert rivals.calls == 6


@pytest.mark.django_db(transaction=True)
def test_another_failure_is_not_repeated() -> None:
    rivals = Rivals(1, psycopg.errors.DiskFull())
    with pytest.raises(OperationalError):
        rivals.work()
    assert rivals.calls == 1


@pytest.mark.django_db(transaction=True)
def test_inside_a_transaction_only_the_whole_may_be_repeated() -> None:
    rivals = Rivals(1, psycopg.errors.DeadlockDetected())
    with pytest.raises(OperationalError), transaction.atomic():
        rivals.work()
    assert rivals.calls == 1
