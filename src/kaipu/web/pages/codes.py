"""A shop's QR codes as pictures: of its address, or of a table, which the scan then tells the shop."""

import io
from urllib.parse import urlencode

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kaipu.commerce.refusal import Refusal
from kaipu.web.live import live_of
from kaipu.web.pages.errors import error_page


@require_safe
def code_picture(request: HttpRequest, slug: str) -> HttpResponse:
    """`?table=6`: the code of that table. A table the shop does not have is a 404."""
    table = request.GET.get("table", "")
    try:
        known = live_of(slug).information.tables
    except Refusal as refusal:
        return error_page(request, refusal.status, refusal.code)
    if table and table not in known:
        return error_page(request, 404, "not_found")
    query = f"?{urlencode({'table': table})}" if table else ""
    drawing = io.BytesIO()
    code = segno.make(f"{settings.SITE_URL}/s/{slug}/{query}", micro=False, error="m")
    code.save(drawing, kind="svg", scale=4, border=2, dark="#2b1b12", light="#ffffff", svgclass=None, lineclass=None)
    return HttpResponse(drawing.getvalue(), content_type="image/svg+xml", headers={"Cache-Control": "max-age=300"})
