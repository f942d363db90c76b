"""The wall between shops: what the app's role can see and do in and out of a shop's scope."""

import pytest
from django.db import DatabaseError, connection

from kaipu.commerce.shops.models import Membership, Shop, User
from kaipu.commerce.shops.tenancy import NoScope, ScopeClash, current_shop_id, shop_scope, user_scope


def test_app_role_owns_nothing_and_cannot_bypass(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == ("kaipu_app", False, False, False)
        cursor.execute(
            "SELECT count(*) FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)"
        )
        assert cursor.fetchone() == (0,)
        cursor.execute(
            "SELECT count(*) FROM pg_auth_members JOIN pg_roles r ON r.oid = member WHERE r.rolname = current_user"
        )
        assert cursor.fetchone() == (0,)


def test_rows_show_in_their_own_scope_only(shop: Shop, other_shop: Shop) -> None:
    assert Membership.objects.count() == 0
    with shop_scope(shop.id):
        assert [membership.shop_id for membership in Membership.objects.all()] == [shop.id]
    with shop_scope(other_shop.id):
        assert [membership.shop_id for membership in Membership.objects.all()] == [other_shop.id]
    assert Membership.objects.count() == 0


def test_a_row_for_another_shop_is_refused(shop: Shop, other_shop: Shop, owner: User) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), shop_scope(shop.id):
        Membership.objects.create(shop=other_shop, user=owner, role="owner")


def test_a_shop_changes_in_its_own_scope_only(shop: Shop, other_shop: Shop) -> None:
    with shop_scope(shop.id):
        assert Shop.objects.filter(slug=other_shop.slug).update(name="taken") == 0
        assert Shop.objects.filter(slug=shop.slug).update(name="renamed") == 1
    with pytest.raises(DatabaseError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM shops_shop")


def test_a_user_sees_their_own_memberships(shop: Shop, other_shop: Shop, owner: User) -> None:
    with user_scope(owner.id):
        assert [membership.shop_id for membership in Membership.objects.all()] == [shop.id]
    assert Membership.objects.count() == 0


def test_scopes_nest_for_one_shop_only(shop: Shop, other_shop: Shop) -> None:
    with shop_scope(shop.id):
        with shop_scope(shop.id):
            assert current_shop_id() == shop.id
        assert Membership.objects.count() == 1
        with pytest.raises(ScopeClash), shop_scope(other_shop.id):
            pass
    with pytest.raises(NoScope):
        current_shop_id()


def test_an_error_inside_leaves_no_scope_behind(shop: Shop) -> None:
    with pytest.raises(ValueError, match="inside"), shop_scope(shop.id):
        raise ValueError("inside")
    assert Membership.objects.count() == 0
    with pytest.raises(NoScope):
        current_shop_id()
