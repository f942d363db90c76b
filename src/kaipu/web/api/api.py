"""The two APIs, put together from the routers that lie in the folders shopper/, owner/ and account/."""

from importlib import import_module
from pathlib import Path
from typing import Any

from ninja import NinjaAPI, Router
from ninja.renderers import JSONRenderer

from kaipu import __version__
from kaipu.web.api.authentication import MemberOfShop, ShopperToken, SignedIn
from kaipu.web.api.failures import handle_failures
from kaipu.web.api.scope import in_shop_scope

_SLUG = {"name": "slug", "in": "path", "required": True, "schema": {"type": "string", "title": "Slug"}}
_PROBLEM = {
    "title": "Problem",
    "description": "Why a request was refused. Some codes bring further members.",
    "type": "object",
    "required": ["code", "message"],
    "properties": {
        "code": {"type": "string"},
        "message": {"type": "string", "description": "One sentence in the reader's language (Accept-Language)."},
        "fields": {"type": "object", "additionalProperties": {"type": "string"}},
    },
}
_REFUSED = {
    "description": "Refused; nothing has changed.",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


class _Renderer(JSONRenderer):
    """Chinese as it is: a third of the bytes of its escapes."""

    json_dumps_params = {"ensure_ascii": False}


class KaipuAPI(NinjaAPI):
    """Declares in the OpenAPI document what routes leave out: the shop's slug, and the shape of an error."""

    def get_openapi_schema(self, **options: Any) -> Any:  # Ninja's own types
        schema = super().get_openapi_schema(**options)
        schema["components"]["schemas"]["Problem"] = _PROBLEM
        for path, methods in schema["paths"].items():
            for operation in methods.values():
                operation["responses"].setdefault("4XX", _REFUSED)
                if "{slug}" in path:
                    _declare_slug(operation.setdefault("parameters", []))
        return schema


def _declare_slug(parameters: list[dict[str, object]]) -> None:
    if all(parameter["name"] != "slug" for parameter in parameters):
        parameters.insert(0, _SLUG)


def _routers(folder: str) -> list[Router]:
    """The `router` of every module in the folder, by name."""
    files = sorted((Path(__file__).parent / folder).glob("[!_]*.py"))
    return [import_module(f"kaipu.web.api.{folder}.{file.stem}").router for file in files]


def _shopper_api() -> NinjaAPI:
    api = KaipuAPI(
        title="Kaipu, for shoppers",
        version=__version__,
        urls_namespace="shopper",
        auth=ShopperToken(),
        renderer=_Renderer(),
        docs_url=None,
    )
    for router in _routers("shopper"):
        router.add_decorator(in_shop_scope(api), mode="view")
        api.add_router("/{slug}/", router, tags=["shopper"])
    handle_failures(api)
    return api


def _owner_api() -> NinjaAPI:
    api = KaipuAPI(
        title="Kaipu, for owners",
        version=__version__,
        urls_namespace="owner",
        auth=SignedIn(),
        renderer=_Renderer(),
        docs_url=None,
    )
    for router in _routers("account"):
        api.add_router("/", router, tags=["account"])
    for router in _routers("owner"):
        router.add_decorator(in_shop_scope(api), mode="view")
        api.add_router("/shops/{slug}/", router, auth=MemberOfShop(), tags=["owner"])
    handle_failures(api)
    return api


shopper = _shopper_api()
owner = _owner_api()
