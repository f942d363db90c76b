"""Opens the shop's scope around a route: authentication, the route and the writing of its answer see this shop only, in
one transaction, which an error answer takes back. A route that talks to the world outside opens its scopes itself
(`own_scope`).
"""

from collections.abc import Callable
from functools import wraps
from typing import Protocol, TypeVar

from django.db import OperationalError, transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject
from ninja import NinjaAPI

from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.contention import contention_retry
from kaipu.commerce.shops.find_shop import find_shop
from kaipu.commerce.shops.tenancy import shop_scope
from kaipu.web.api.envelope import error_answer, refusal_answer

_MARK = "kaipu_own_scope"
F = TypeVar("F", bound=Callable[..., object])


class Run(Protocol):
    """Ninja's Operation.run: checks, the route, its answer."""

    def __call__(self, request: HttpRequest, **path: str) -> HttpResponseBase: ...


def own_scope(route: F) -> F:
    """Marks a route that waits for something outside, such as a gateway: no transaction may be open meanwhile."""
    setattr(route, _MARK, True)
    return route


def in_shop_scope(api: NinjaAPI) -> Callable[[Run], Run]:
    """Decorates every operation of an API whose paths begin with the shop's slug."""

    def decorate(run: Run) -> Run:
        operation = getattr(run, "__self__", None)
        free = getattr(getattr(operation, "view_func", None), _MARK, False)

        @wraps(run)
        def answer(request: HttpRequest, **path: str) -> HttpResponseBase:
            try:
                as_shop_request(request, path["slug"], lazily=free)
                return run(request, **path) if free else _scoped(run, request, path)
            except Refusal as refusal:
                return refusal_answer(request, refusal)
            except OperationalError as error:
                return api.on_exception(request, error) if error.__cause__ is None else _busy(request)

        return answer

    return decorate


def as_shop_request(request: HttpRequest, slug: str, lazily: bool) -> None:
    """Lazily: a route that keeps its own answers ready may never need the shop's row."""
    shop = SimpleLazyObject(lambda: find_shop(slug)) if lazily else find_shop(slug)
    request.slug = slug  # type: ignore[attr-defined]  # these two make it a ShopRequest
    request.shop = shop  # type: ignore[attr-defined]


@contention_retry
def _scoped(run: Run, request: HttpRequest, path: dict[str, str]) -> HttpResponseBase:
    with shop_scope(request.shop.id):  # type: ignore[attr-defined]  # a ShopRequest by now
        response = run(request, **path)
        if response.status_code >= 400:
            transaction.set_rollback(True)
    return response


def _busy(request: HttpRequest) -> HttpResponseBase:
    answer = error_answer(request, "database_unavailable", 503)
    answer["Retry-After"] = "2"
    return answer
