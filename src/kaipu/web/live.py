"""What a shop shows at the moment, kept ready to be sent. Each process looks at most once a second whether the live
pointer or the shop's own words have changed; between two looks an answer costs no query. Shared by API and pages.
"""

import gzip
import hashlib
import json
import time
from dataclasses import dataclass, replace
from uuid import UUID

from kaipu.commerce.publishing.read_live import LiveMark, read_live, release_body
from kaipu.commerce.shops.contention import contention_retry
from kaipu.commerce.shops.find_shop import find_shop
from kaipu.commerce.shops.information import information_of
from kaipu.commerce.shops.models import Shop
from kaipu.commerce.shops.tenancy import shop_scope
from kaipu.definition import ShopInformation

_LOOK_SECONDS = 1.0
_MOST_SHOPS = 500


@dataclass(frozen=True, slots=True)
class Live:
    """`definition` is JSON; `body` is the API's answer, also zipped; `etag` names its bytes."""

    shop_id: UUID
    looked_at: float
    mark: LiveMark
    shop_revision: int
    definition: str
    information: ShopInformation
    body: bytes
    zipped: bytes
    etag: str


_known: dict[str, Live] = {}


def live_of(slug: str) -> Live:
    """Raises Refusal 404 for a shop that is not there or has published nothing."""
    known = _known.get(slug)
    now = time.monotonic()
    if known is not None and now - known.looked_at < _LOOK_SECONDS:
        return known
    if known is not None:
        _known[slug] = replace(known, looked_at=now)  # one looks, the others go on with what is known
    try:
        fresh = _look(slug, known, now)
    except BaseException:
        _known.pop(slug, None)
        raise
    if len(_known) >= _MOST_SHOPS:
        _known.clear()
    _known[slug] = fresh
    return fresh


def forget_live() -> None:
    """Makes the next answer look."""
    _known.clear()


@contention_retry
def _look(slug: str, known: Live | None, now: float) -> Live:
    shop = find_shop(slug)
    with shop_scope(shop.id):
        mark = read_live()
        if known is not None and (known.shop_id, known.mark, known.shop_revision) == (shop.id, mark, shop.revision):
            return replace(known, looked_at=now)
        return _compose(shop, mark, release_body(mark), now)


def _compose(shop: Shop, mark: LiveMark, definition: str, now: float) -> Live:
    information = information_of(shop)
    head = json.dumps({"number": mark.number, "sha256": mark.sha256})[:-1]
    body = f'{head}, "definition": {definition}, "shop": {information.model_dump_json()}}}'.encode()
    return Live(
        shop_id=shop.id,
        looked_at=now,
        mark=mark,
        shop_revision=shop.revision,
        definition=definition,
        information=information,
        body=body,
        zipped=gzip.compress(body, 6, mtime=0),
        etag=f'"{hashlib.sha256(body).hexdigest()[:32]}"',
    )
