"""The wall between shops. Inside `shop_scope` the database shows and takes rows of that shop only; outside it, none.

Row-level security in PostgreSQL holds the wall (see isolation.py); this module only tells the database which shop is
meant. Always holds: the setting ends with its transaction, so that a pooled connection never carries a shop along.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.db import connection, models, transaction

from kaipu.commerce.shops.identity import new_id

_current: ContextVar[UUID | None] = ContextVar("kaipu_shop", default=None)


class ScopeClash(RuntimeError):
    """Code that works for one shop tried to work for another in the same transaction."""


class NoScope(RuntimeError):
    """Code that needs a shop ran outside `shop_scope`."""


@contextmanager
def shop_scope(shop_id: UUID) -> Iterator[None]:
    """A transaction that sees this shop's rows. Nested for the same shop it is a savepoint; for another, refused."""
    held = _current.get()
    if held is not None and held != shop_id:
        raise ScopeClash(f"already working for shop {held}, not {shop_id}")
    if held is not None:
        with transaction.atomic():
            yield
        return
    token = _current.set(shop_id)
    try:
        with transaction.atomic():
            _tell("kaipu.shop", str(shop_id))
            yield
        _forget("kaipu.shop")
    finally:
        _current.reset(token)


@contextmanager
def user_scope(user_id: UUID) -> Iterator[None]:
    """A transaction that also sees this user's own memberships, in whichever shop."""
    with transaction.atomic():
        _tell("kaipu.user", str(user_id))
        yield
    _forget("kaipu.user")


def current_shop_id() -> UUID:
    """The shop of the scope we are in."""
    held = _current.get()
    if held is None:
        raise NoScope("no shop is set: use shop_scope")
    return held


def has_scope() -> bool:
    """Whether we are in any shop's scope."""
    return _current.get() is not None


class TenantModel(models.Model):
    """A row that belongs to one shop. Its table needs `IsolateByShop` in a migration; a test finds those without."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    shop = models.ForeignKey(
        "shops.Shop", on_delete=models.PROTECT, editable=False, related_name="+", default=current_shop_id
    )

    class Meta:
        abstract = True


def _tell(name: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [name, value])


def _forget(name: str) -> None:
    """In an outer transaction the setting would outlive the scope; a rollback has taken it back already."""
    if connection.in_atomic_block and not connection.needs_rollback:
        _tell(name, "")
