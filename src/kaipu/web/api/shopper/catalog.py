"""The catalogue of the moment."""

from django.http import HttpResponse
from ninja import Router

from kaipu.commerce.catalog.read_catalog import catalog_answer
from kaipu.commerce.shops.information import information_of, today_of
from kaipu.definition import Catalog
from kaipu.web.api.requests import ShopRequest

router = Router()


@router.get("catalog", response={200: Catalog, 304: None}, auth=None)
def read_catalog(request: ShopRequest) -> HttpResponse:
    """With If-None-Match it answers 304 as long as neither goods nor counts have changed."""
    answer = catalog_answer(today_of(information_of(request.shop)))
    if answer.etag in request.headers.get("If-None-Match", ""):
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(answer.body, content_type="application/json")
    response["ETag"] = answer.etag
    response["Cache-Control"] = "no-cache"
    return response
