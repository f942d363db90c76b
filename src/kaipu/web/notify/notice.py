"""Receives a gateway's notice and answers as that gateway's documentation says, to the byte.

No cookie, no session, no CSRF token: what proves a notice is its signature, and its body is handed on untouched.
"""

import logging

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.http.request import RawPostDataException
from django.views.decorators.csrf import csrf_exempt

from kaipu.commerce.payments.actions.receive_notice import receive_notice
from kaipu.commerce.payments.gateway import Gateway, NoticeAnswer, Untrusted
from kaipu.commerce.payments.gateways import find_gateway
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.find_shop import find_shop

LOG = logging.getLogger("kaipu.payments")
# A notice is about 2 KB; whatever is much longer is none.
LONGEST_BYTES = 64 * 1024
# Not yet, as against never: the gateway tries again after either, and a person reading the log knows.
NOT_YET = ("unknown_serial", "payment_not_known")


@csrf_exempt
def notice(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """2xx if it has been dealt with; anything else makes the gateway send it again."""
    try:
        gateway = find_gateway(kind)
    except LookupError:
        return HttpResponse(status=404)
    return _http(_receive(request, gateway, slug))


def _receive(request: HttpRequest, gateway: Gateway, slug: str) -> NoticeAnswer:
    if request.method != "POST":
        return gateway.refuse_notice(405, "post_only")
    try:
        body = _body(request)
        receive_notice(find_shop(slug).id, gateway.kind, request.headers, body)
    except Untrusted as reason:
        return gateway.refuse_notice(503 if reason.code in NOT_YET else 400, reason.code)
    except (LookupError, Refusal):
        return gateway.refuse_notice(404, "unknown_account")
    except ValueError:
        return gateway.refuse_notice(413, "too_long")
    except (DatabaseError, InterfaceError):
        LOG.exception("a notice could not be kept")
        return gateway.refuse_notice(503, "try_again")
    except Exception:
        # A fault of ours must not look like success, nor like a page: say so as documented, and log it.
        LOG.exception("a notice met a fault")
        return gateway.refuse_notice(500, "fault")
    return gateway.accept_notice()


def _body(request: HttpRequest) -> bytes:
    try:
        body = request.read(LONGEST_BYTES + 1)
    except RawPostDataException:
        body = request.body
    if len(body) > LONGEST_BYTES:
        raise ValueError("too long")
    return body


def _http(answer: NoticeAnswer) -> HttpResponse:
    return HttpResponse(answer.body, status=answer.status, content_type=answer.content_type)
