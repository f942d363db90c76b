"""Puts the security headers on every answer. A page runs only scripts of this server or with its nonce."""

import secrets
from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

# Style attributes are what the mini-program run time draws with; they cannot run anything.
_PAGE_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'nonce-{nonce}'",
        "style-src 'self' 'nonce-{nonce}'",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' https: data: blob:",
        "font-src 'self' data:",
        "media-src 'self' https:",
        "connect-src 'self'",
        "frame-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
    )
)
_DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"


def nonce_of(request: HttpRequest) -> str:
    """The nonce of this page; made when first asked for."""
    known = getattr(request, "_kaipu_nonce", "")
    if not known:
        known = secrets.token_urlsafe(16)
        request._kaipu_nonce = known  # type: ignore[attr-defined]  # carried from the view to the middleware
    return str(known)


class SecurityHeaders:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        page = response.get("Content-Type", "").startswith("text/html")
        policy = _PAGE_POLICY.format(nonce=nonce_of(request)) if page else _DATA_POLICY
        response.setdefault("Content-Security-Policy", policy)
        response.setdefault("X-Content-Type-Options", "nosniff")
        response.setdefault("Referrer-Policy", "same-origin")
        response.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)")
        if request.is_secure():
            response.setdefault("Strict-Transport-Security", "max-age=31536000")
        return response
