"""A shop's QR codes as pictures: of its address, or of a table, which the scan then tells the shop."""

import io
import json
from typing import Any
from urllib.parse import urlencode

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kaipu.commerce.refusal import Refusal
from kaipu.web.live import live_of
from kaipu.web.pages.errors import error_page

_ORDERING = "order_menu"


def code_path(slug: str, table: str, definition: dict[str, Any]) -> str:
    """The shop's first page; for a table the page to order from, if there is one."""
    if not table:
        return f"/s/{slug}/"
    nodes, pages = definition["nodes"], definition["pages"]
    ordering = (
        name
        for name in definition["page_order"]
        if any(nodes[node]["block"] == _ORDERING and not nodes[node]["hidden"] for node in pages[name]["nodes"])
    )
    return f"/s/{slug}/{next(ordering, '')}?{urlencode({'table': table})}"


@require_safe
def code_picture(request: HttpRequest, slug: str) -> HttpResponse:
    """`?table=6`: the code of that table. A table the shop does not have is a 404."""
    table = request.GET.get("table", "")
    try:
        live = live_of(slug)
    except Refusal as refusal:
        return error_page(request, refusal.status, refusal.code)
    if table and table not in live.information.tables:
        return error_page(request, 404, "not_found")
    drawing = io.BytesIO()
    code = segno.make(settings.SITE_URL + code_path(slug, table, json.loads(live.definition)), micro=False, error="m")
    code.save(drawing, kind="svg", scale=4, border=2, dark="#2b1b12", light="#ffffff", svgclass=None, lineclass=None)
    return HttpResponse(drawing.getvalue(), content_type="image/svg+xml", headers={"Cache-Control": "max-age=300"})
