"""A login code becomes an openid, once, for the app it was made for and its secret."""

import pytest


@pytest.fixture
def code(counter):
    body = {"app_id": counter.merchant.app_id, "user": "小明"}
    return counter.http.post(f"{counter.sandbox.url}/sandbox/login-codes", json=body).json()["code"]


def exchange(counter, code, **changed):
    query = {
        "appid": counter.merchant.app_id,
        "secret": counter.merchant.app_secret,
        "js_code": code,
        "grant_type": "authorization_code",
    }
    return counter.http.get(f"{counter.sandbox.url}/sns/jscode2session", params=query | changed).json()


def test_a_code_works_once(counter, code):
    assert exchange(counter, code)["openid"].startswith("o")
    assert exchange(counter, code)["errcode"] == 40163


def test_a_user_keeps_the_openid(counter, code):
    body = {"app_id": counter.merchant.app_id, "user": "小明"}
    second = counter.http.post(f"{counter.sandbox.url}/sandbox/login-codes", json=body).json()["code"]
    assert exchange(counter, code)["openid"] == exchange(counter, second)["openid"]


@pytest.mark.parametrize(
    ("changed", "errcode"),
    [({"appid": "wx1"}, 40013), ({"secret": "x"}, 40125), ({"js_code": "x"}, 40029), ({"grant_type": "x"}, 40002)],
)
def test_what_is_wrong_is_said(counter, code, changed, errcode):
    assert exchange(counter, code, **changed)["errcode"] == errcode
