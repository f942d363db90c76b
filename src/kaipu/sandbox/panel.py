"""What only a sandbox has: planned faults, a look at the notices, key rotation, login codes. From this machine."""

from __future__ import annotations

import sqlite3

from kaipu.sandbox.faults import Fault, clear_faults, plan_fault
from kaipu.sandbox.surroundings import Surroundings
from kaipu.sandbox.wechatpay.login import LoginCodeRequest, make_login_code
from kaipu.sandbox.wechatpay.merchants import KeyKind, add_platform_key, find_merchant
from kaipu.sandbox.wechatpay.notices import is_loopback, release_notices
from kaipu.sandbox.wire import Answer, Refusal, Request, Strict, parse


class Release(Strict):
    """Held notices go out in the order they came, or in reverse."""

    reverse: bool = False


class Rotation(Strict):
    """The kind of the new key."""

    kind: KeyKind = "certificate"


def show_health(around: Surroundings, db: sqlite3.Connection, request: Request) -> Answer:
    """That the sandbox is there and its file can be read and written."""
    return Answer.of({"sandbox": "ok", "merchants": db.execute("SELECT count(*) FROM merchants").fetchone()[0]})


def give_login_code(around: Surroundings, db: sqlite3.Connection, request: Request) -> Answer:
    """What a phone's login call would return."""
    _require_panel(request)
    return Answer.of({"code": make_login_code(db, parse(LoginCodeRequest, request.json()))})


def add_fault(around: Surroundings, db: sqlite3.Connection, request: Request) -> Answer:
    """Plan a fault."""
    _require_panel(request)
    fault = parse(Fault, request.json())
    _require_merchant(db, fault.merchant_id)
    plan_fault(db, fault)
    return Answer(204)


def forget_faults(around: Surroundings, db: sqlite3.Connection, request: Request, merchant_id: str) -> Answer:
    """Back to fair weather."""
    _require_panel(request)
    clear_faults(db, merchant_id)
    return Answer(204)


def list_notices(around: Surroundings, db: sqlite3.Connection, request: Request, merchant_id: str) -> Answer:
    """Every notice of a merchant and what became of it, oldest first."""
    rows = db.execute(
        "SELECT id, event, state, tries, last_status FROM notices WHERE merchant_id = ? ORDER BY number", [merchant_id]
    )
    return Answer.of([dict(row) for row in rows])


def release(around: Surroundings, db: sqlite3.Connection, request: Request, merchant_id: str) -> Answer:
    """Send what is held."""
    _require_panel(request)
    wanted = parse(Release, request.json())
    return Answer.of({"released": release_notices(db, merchant_id, wanted.reverse, around.clock())})


def rotate(around: Surroundings, db: sqlite3.Connection, request: Request, merchant_id: str) -> Answer:
    """Sign with a new key from now on."""
    _require_panel(request)
    _require_merchant(db, merchant_id)
    add_platform_key(db, merchant_id, parse(Rotation, request.json()).kind, around.clock())
    return Answer(204)


def _require_merchant(db: sqlite3.Connection, merchant_id: str) -> None:
    if find_merchant(db, merchant_id) is None:
        raise Refusal(404, "MCH_NOT_EXISTS", "商户号不存在 / There is no such merchant")


def _require_panel(request: Request) -> None:
    """A page elsewhere can make a browser post here, but not with this content type, nor under this host name."""
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        raise Refusal(400, "INVALID_REQUEST", "只接受 JSON / JSON only")
    host = request.host.rpartition(":")[0] if request.host.rpartition(":")[2].isdigit() else request.host
    if not is_loopback(host.strip("[]")):
        raise Refusal(403, "NO_AUTH", "只限本机 / From this machine only")
