"""Goods in, goods out, goods changed; every change shows at once and has a revision of its own."""

from collections.abc import Callable
from datetime import date

import pytest
from pydantic import ValidationError

from kaipu.commerce.catalog.desk_dishes import desk_dish, desk_goods
from kaipu.commerce.catalog.edit_dish import DishChanges, change_photo, edit_dish
from kaipu.commerce.catalog.import_catalog import import_catalog
from kaipu.commerce.catalog.models import Dish
from kaipu.commerce.catalog.read_catalog import CatalogAnswer, catalog_answer, read_catalog
from kaipu.commerce.refusal import Refusal
from kaipu.definition import Catalog, parse_catalog

from ..selling import CATALOG, Seller

DAY = date(2026, 3, 1)


def read(seller: Seller) -> Catalog:
    with seller.scope():
        return read_catalog(DAY)


def answer(seller: Seller) -> CatalogAnswer:
    with seller.scope():
        return catalog_answer(DAY)


def edit(seller: Seller, code: str, **changes: object) -> None:
    with seller.scope():
        edit_dish(code, DishChanges.model_validate(changes), DAY)


def test_what_goes_in_comes_out(seller: Seller) -> None:
    given = parse_catalog(CATALOG)
    read_back = read(seller)
    assert read_back.model_copy(update={"revision": ""}) == given
    assert len(read_back.revision) == 16
    assert parse_catalog(answer(seller).body) == read_back


def test_importing_again_changes_nothing(seller: Seller) -> None:
    before = answer(seller)
    with seller.scope():
        ids = dict(Dish.objects.values_list("code", "id"))
        import_catalog(parse_catalog(CATALOG))
        assert dict(Dish.objects.values_list("code", "id")) == ids
    assert answer(seller) == before


def test_importing_replaces_by_code_and_takes_nothing_away(seller: Seller) -> None:
    cheaper = {**CATALOG, "dishes": [CATALOG["dishes"][3] | {"price_fen": 250}]}
    with seller.scope():
        import_catalog(parse_catalog(cheaper))
    after = read(seller)
    assert len(after.dishes) == len(CATALOG["dishes"])
    assert after.dish("soy_milk").price_fen == 250


@pytest.mark.parametrize(
    "changes",
    [
        {"price_fen": 350},
        {"sold_out": True},
        {"daily_limit": 9},
        {"name": "甜豆浆"},
        {"description": "现磨"},
    ],
)
def test_a_change_shows_at_once(seller: Seller, changes: dict[str, object]) -> None:
    before = answer(seller)
    edit(seller, "soy_milk", **changes)
    after = answer(seller)
    assert after.etag != before.etag
    shown = read(seller).dish("soy_milk").model_dump()
    assert {name: shown["remaining" if name == "daily_limit" else name] for name in changes} == changes


def test_changed_back_is_the_same_revision(seller: Seller) -> None:
    before = answer(seller)
    edit(seller, "soy_milk", price_fen=350)
    edit(seller, "soy_milk", price_fen=300)
    assert answer(seller) == before


def test_a_limit_can_be_taken_away(seller: Seller) -> None:
    edit(seller, "soy_milk", daily_limit=2)
    edit(seller, "soy_milk", daily_limit=None)
    assert read(seller).dish("soy_milk").remaining is None


def test_none_left_is_sold_out(seller: Seller) -> None:
    edit(seller, "soy_milk", daily_limit=0)
    dish = read(seller).dish("soy_milk")
    assert (dish.remaining, dish.sold_out) == (0, True)
    with seller.scope():
        own = desk_dish("soy_milk", "/pictures/", DAY)
    assert (own.remaining, own.sold_out, own.daily_limit) == (0, False, 0)


def test_every_order_of_a_limited_dish_changes_the_answer(seller: Seller) -> None:
    seller.offer(fish_noodles=5)
    order = seller.place_fish(seller.shopper())
    with seller.scope():
        before = catalog_answer(order.day)
    seller.place_fish(seller.shopper())
    with seller.scope():
        after = catalog_answer(order.day)
        assert read_catalog(order.day).dish("fish_noodles").remaining == 3
    assert before.etag != after.etag


def test_a_price_above_the_old_one_is_no_bargain(seller: Seller) -> None:
    with seller.scope():
        Dish.objects.filter(code="soy_milk").update(was_fen=500)
    edit(seller, "soy_milk", price_fen=400)
    assert read(seller).dish("soy_milk").was_fen == 500
    edit(seller, "soy_milk", price_fen=500)
    assert read(seller).dish("soy_milk").was_fen is None


def test_pictures_get_an_address(seller: Seller) -> None:
    with seller.scope():
        change_photo("soy_milk", "/media/soy.webp")
        shown = {dish.code: dish.picture_url for dish in desk_goods("/pictures/", DAY).dishes}
    assert shown["beef_noodles"] == "/pictures/beef_noodles.webp"
    assert shown["soy_milk"] == "/media/soy.webp"
    assert shown["fish_noodles"] == ""


@pytest.mark.parametrize(
    "changes",
    [
        {"price_fen": -1},
        {"price_fen": 1.5},
        {"price_fen": "300"},
        {"price_fen": None},
        {"sold_out": None},
        {"sold_out": 1},
        {"daily_limit": -1},
        {"name": "  "},
        {"name": "面\x00"},
        {"name": "\ud800"},
        {"name": "面" * 61},
        {"code": "another"},
        {"shop": "another"},
    ],
)
def test_what_is_no_change_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        DishChanges.model_validate(changes)


def test_an_unknown_dish_and_another_shops(seller: Seller, other_seller: Seller) -> None:
    with other_seller.scope():
        Dish.objects.filter(code="soy_milk").update(code="tea")
    for code in ("no_such_dish", "tea"):
        with pytest.raises(Refusal, match="dish_unknown") as refused:
            edit(seller, code, price_fen=1)
        assert refused.value.status == 404


def test_shops_do_not_share_what_is_kept(seller: Seller, other_seller: Seller) -> None:
    assert answer(seller) == answer(other_seller)
    edit(seller, "soy_milk", price_fen=350)
    assert read(other_seller).dish("soy_milk").price_fen == 300
    assert read(seller).dish("soy_milk").price_fen == 350


def test_unchanged_goods_are_read_by_their_revision_alone(
    seller: Seller, django_assert_num_queries: Callable[..., object]
) -> None:
    answer(seller)
    with seller.scope(), django_assert_num_queries(1):
        catalog_answer(DAY)
