"""POST orders/{id}/pay: the shopper's own order, back to our own site, in the shape the shell expects."""

import json

import pytest
from django.db import transaction
from django.test import Client

from kaipu.commerce.members.models import ShopperSession
from kaipu.commerce.members.open_session import open_anonymous_session
from kaipu.commerce.shops.tenancy import shop_scope

BACK = "http://testserver/s/noodle/order/1"


@pytest.fixture
def shopper(till, settings):
    """A client of the till's own shopper."""
    settings.ALLOWED_HOSTS = ["testserver"]
    with shop_scope(till.shop.id):
        token = open_anonymous_session()
        session = ShopperSession.objects.latest("expires_at")
        session.shopper_id = till.shopper_id
        session.save()
    return Client(headers={"Authorization": f"Bearer {token}"}, raise_request_exception=False)


def pay(client, order, slug="noodle", **body):
    url = f"/api/shop/{slug}/orders/{order.pk}/pay"
    answer = client.post(url, data=json.dumps(body), content_type="application/json")
    return answer.status_code, answer.json()


def test_the_h5_way(till, shopper):
    order = till.order()
    status, invitation = pay(shopper, order, way="h5", return_url=BACK)
    assert (status, set(invitation)) == (200, {"way", "url"})
    assert till.outside.press(invitation["url"]).status_code in (200, 303)
    till.tell(till.letter())
    assert till.state(order) == "paid"
    status, said = pay(shopper, order, way="h5", return_url=BACK)
    assert (status, said["code"]) == (409, "order_paid_already")


def test_the_jsapi_way(till, shopper):
    status, invitation = pay(shopper, till.order(), way="jsapi")
    assert (status, invitation["way"]) == (200, "jsapi")
    assert set(invitation["params"]) == {"timeStamp", "nonceStr", "package", "signType", "paySign"}


@pytest.mark.parametrize(
    "back",
    ["", "https://evil.example/", "//evil.example/", "/s/noodle", "http://testserver.evil.example/", "javascript:1",
     "http://testserver@evil.example/", "http://testserver:81/", "https://testserver/", "http://testserver/a b",
     "http://testserver\\@evil.example/", "http://testserver/\r\nX: y", "http://[", "http://testserver/面"],
)  # fmt: skip
def test_it_leads_back_to_our_own_site_only(till, shopper, back):
    status, said = pay(shopper, till.order(), way="h5", return_url=back)
    assert (status, said["code"]) == (422, "return_url_refused")


def test_the_public_address_is_ours_too(till, shopper, settings):
    settings.SITE_URL = "https://noodle.example"
    assert pay(shopper, till.order(), way="h5", return_url="https://noodle.example/s/noodle")[0] == 200


def test_strangers_and_other_shops_find_nothing(till, other_till, shopper):
    order = till.order()
    assert pay(Client(), order, way="h5", return_url=BACK)[0] == 401
    assert pay(shopper, order, slug="tea", way="h5", return_url=BACK)[0] == 401
    assert pay(shopper, other_till.order(), way="h5", return_url=BACK)[0] == 404


@pytest.mark.parametrize("body", [{}, {"way": "cash"}, {"way": 1}, {"way": "h5", "return_url": "x" * 501}])
def test_what_cannot_be_meant(till, shopper, body):
    status, said = pay(shopper, till.order(), **body)
    assert (status, said["code"]) == (422, "invalid_request")


def test_a_gateway_that_is_away_is_503_with_a_plain_sentence(till, shopper):
    till.outside.fault(till.merchant, "unavailable", times=2)
    order = till.order()
    url = f"/api/shop/noodle/orders/{order.pk}/pay"
    body = json.dumps({"way": "h5", "return_url": BACK})
    answer = shopper.post(url, data=body, content_type="application/json", headers={"Accept-Language": "en"})
    assert (answer.status_code, answer["Retry-After"]) == (503, "3")
    assert "nothing was charged" in answer.json()["message"]


def test_no_transaction_is_open_while_the_gateway_is_asked(till, shopper, monkeypatch):
    open_scopes = []
    send = __import__("httpx").Client.send

    def watched(*args, **options):
        from kaipu.commerce.shops.tenancy import has_scope

        open_scopes.append(has_scope())
        return send(*args, **options)

    monkeypatch.setattr("httpx.Client.send", watched)
    assert pay(shopper, till.order(), way="h5", return_url=BACK)[0] == 200
    assert open_scopes
    assert not any(open_scopes)
    assert transaction.get_connection().in_atomic_block  # the test's own, which says nothing about the shop's
