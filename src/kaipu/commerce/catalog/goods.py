"""A shop's catalogue as one immutable value: loaded from its rows, kept in the process until its revision changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Final
from uuid import UUID

from django.db import connection

from kaipu.commerce.catalog.models import CatalogHead, Category, Dish
from kaipu.commerce.shops.tenancy import current_shop_id
from kaipu.definition import Catalog, JsonValue, canonical_json, sha256_of
from kaipu.definition import Dish as DishShape

_MOST_SHOPS: Final = 500
_REVISION_LENGTH: Final = 16


@dataclass(frozen=True, slots=True)
class Good:
    """A dish, by what the database calls it and by what it is."""

    id: UUID
    dish: DishShape
    daily_limit: int | None


@dataclass(frozen=True, slots=True)
class Goods:
    """`catalog` says nothing of what remains today: that changes with every order, this only with an edit."""

    revision: str
    catalog: Catalog
    by_code: Mapping[str, Good]

    @property
    def limited(self) -> list[Good]:
        return [good for good in self.by_code.values() if good.daily_limit is not None]


_kept: dict[UUID, Goods] = {}
_keeping: Final = Lock()


def read_goods() -> Goods:
    """The goods of the scope's shop, as of the last committed edit; one small query when nothing has changed."""
    shop_id = current_shop_id()
    with connection.cursor() as cursor:
        cursor.execute("SELECT revision FROM catalog_cataloghead WHERE shop_id = %s", [shop_id])
        row = cursor.fetchone()
    revision = row[0] if row else ""
    kept = _kept.get(shop_id)
    if kept is not None and kept.revision == revision:
        return kept
    goods = load_goods()
    with _keeping:
        if len(_kept) >= _MOST_SHOPS:
            _kept.clear()
        _kept[shop_id] = goods
    return goods


def load_goods() -> Goods:
    """From the rows themselves. The revision is that of what was read, whatever the head says."""
    categories = Category.objects.order_by("position", "code").values("code", "name")
    rows = list(Dish.objects.select_related("category").order_by("category__position", "position", "code"))
    shapes = [_shape(row) for row in rows]
    catalog = Catalog.model_validate({"categories": list(categories), "dishes": shapes})
    limits = {row.code: row.daily_limit for row in rows if row.daily_limit is not None}
    revision = _revision(catalog, limits)
    catalog = catalog.model_copy(update={"revision": revision})
    goods = [Good(row.pk, dish, row.daily_limit) for row, dish in zip(rows, catalog.dishes, strict=True)]
    return Goods(revision, catalog, {good.dish.code: good for good in goods})


def renew_revision() -> str:
    """Writes down that the goods have changed. The caller holds the lock of `lock_catalog`."""
    revision = load_goods().revision
    CatalogHead.objects.update(revision=revision)
    return revision


def lock_catalog() -> None:
    """Edits of one shop's goods come one after the other; the revision of each is that of all before it."""
    CatalogHead.objects.bulk_create([CatalogHead(revision="")], ignore_conflicts=True)
    CatalogHead.objects.select_for_update().get()


def _shape(row: Dish) -> dict[str, object]:
    return {
        "code": row.code,
        "category": row.category.code,
        "name": row.name,
        "description": row.description,
        "picture": row.picture,
        "price_fen": row.price_fen,
        "unit": row.unit,
        "was_fen": row.was_fen,
        "sold_out": row.sold_out,
        "box_count": row.box_count,
        "tags": row.tags,
        "options": row.options,
    }


def _revision(catalog: Catalog, limits: Mapping[str, int]) -> str:
    said: dict[str, JsonValue] = {"catalog": catalog.model_dump(mode="json"), "limits": dict(limits)}
    return sha256_of(canonical_json(said))[:_REVISION_LENGTH]
