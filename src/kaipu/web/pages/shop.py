"""A shop's pages, /s/<slug>/...: one document for each address, with the live release in it."""

import json
import logging
from functools import lru_cache
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from kaipu.commerce.catalog.read_catalog import catalog_answer
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.information import today_of
from kaipu.commerce.shops.tenancy import shop_scope
from kaipu.definition import Release, installed_blocks
from kaipu.definition.blocks.pinned import lost_blocks
from kaipu.platforms.web.page import render_shop_page
from kaipu.web.language import language_of
from kaipu.web.live import Live, live_of
from kaipu.web.middleware.security_headers import nonce_of
from kaipu.web.pages.errors import error_page
from kaipu.web.pictures import pictures_of_trade

_LOG: Final = logging.getLogger(__name__)
_MOST_RELEASES: Final = 1024


@require_safe
def shop_page(request: HttpRequest, slug: str, path: str) -> HttpResponse:
    try:
        live = live_of(slug)
    except Refusal as refusal:
        return error_page(request, refusal.status, refusal.code)
    html = _render(request, slug, path, live)
    if html is None:
        raise Http404
    # The nonce is good for one answer, so the document is never kept; what it names is.
    return HttpResponse(html, headers={"Cache-Control": "no-store", "Vary": "Accept-Language"})


def shop_root(request: HttpRequest, slug: str) -> HttpResponse:
    """The address without its last slash: relative addresses would lead elsewhere."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"/s/{slug}/" + (f"?{query}" if query else ""))


def _render(request: HttpRequest, slug: str, path: str, live: Live) -> str | None:
    definition = json.loads(live.definition)
    _tell_lost(slug, live.mark.sha256, live.definition)
    return render_shop_page(
        slug,
        path,
        Release(live.mark.sha256, live.definition.encode(), {}),
        _catalog(live),
        live.information.model_dump(mode="json"),
        settings.SITE_URL,
        nonce_of(request),
        pictures=pictures_of_trade(definition["trade"]),
        language=language_of(request),
        preview="preview" in request.GET,
    )


@lru_cache(maxsize=_MOST_RELEASES)
def _tell_lost(slug: str, sha256: str, definition: str) -> None:
    """Says once a process which blocks of a release are not here any more; its page is drawn without them."""
    for problem in lost_blocks(json.loads(definition), installed_blocks()):
        _LOG.warning("shop %s, release %s: %s", slug, sha256[:12], problem.line("en"))


def _catalog(live: Live) -> Any:  # a JSON object
    with shop_scope(live.shop_id):
        answer = catalog_answer(today_of(live.information))
    return json.loads(answer.body)
