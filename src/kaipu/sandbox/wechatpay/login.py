"""Mini-program login: a code that works once becomes an openid.

Documentation: developers.weixin.qq.com, "code2Session": GET /sns/jscode2session. Errors come with status 200.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from collections.abc import Mapping

from pydantic import Field

from kaipu.sandbox.wire import Refusal, Strict


class LoginCodeRequest(Strict):
    """Asks, in place of a phone, for the code that the mini-program's login call would give."""

    app_id: str
    user: str = Field(default="小明", min_length=1, max_length=40)


def make_login_code(db: sqlite3.Connection, request: LoginCodeRequest) -> str:
    """A new code. The same user of the same app has the same openid each time."""
    if db.execute("SELECT 1 FROM merchants WHERE app_id = ?", [request.app_id]).fetchone() is None:
        raise Refusal(404, "RESOURCE_NOT_EXISTS", "没有这个小程序 / There is no such app")
    code = f"0{secrets.token_hex(16)}"
    openid = "o" + hashlib.sha256(f"{request.app_id} {request.user}".encode()).hexdigest()[:27]
    db.execute("INSERT INTO login_codes (code, app_id, openid) VALUES (?, ?, ?)", [code, request.app_id, openid])
    return code


def code_to_session(db: sqlite3.Connection, query: Mapping[str, str]) -> dict[str, object]:
    """The answer to /sns/jscode2session."""
    merchant = db.execute("SELECT app_secret FROM merchants WHERE app_id = ?", [query.get("appid", "")]).fetchone()
    if merchant is None:
        return {"errcode": 40013, "errmsg": "invalid appid"}
    if not secrets.compare_digest(merchant["app_secret"], query.get("secret", "")):
        return {"errcode": 40125, "errmsg": "invalid appsecret"}
    if query.get("grant_type") != "authorization_code":
        return {"errcode": 40002, "errmsg": "invalid grant_type"}
    code = db.execute(
        "SELECT * FROM login_codes WHERE code = ? AND app_id = ?", [query.get("js_code", ""), query["appid"]]
    ).fetchone()
    if code is None:
        return {"errcode": 40029, "errmsg": "invalid code"}
    if code["used"]:
        return {"errcode": 40163, "errmsg": "code been used"}
    db.execute("UPDATE login_codes SET used = 1 WHERE code = ?", [code["code"]])
    return {"openid": code["openid"], "session_key": secrets.token_urlsafe(16) + "=="}
