"""Requests and answers of the sandbox, between WSGI and its handlers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import parse_qsl, quote

from pydantic import BaseModel, ConfigDict, ValidationError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

MAX_BODY_BYTES = 1 << 16
Model = TypeVar("Model", bound=BaseModel)


class Strict(BaseModel):
    """The base of everything a request may bring."""

    model_config = ConfigDict(extra="ignore")


class Refusal(Exception):
    """The gateway's answer when it will not: a status, a documented code, a sentence."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message


@dataclass(frozen=True)
class Request:
    """A request as it came. `target` is what its sender signed: path and query."""

    method: str
    path: str
    query: Mapping[str, str]
    target: str
    headers: Mapping[str, str]
    body: bytes
    scheme: str
    host: str

    def json(self) -> object:
        """The body as JSON. Raises Refusal."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            raise Refusal(400, "PARAM_ERROR", "请求体不是有效的 JSON / The body is not JSON") from None

    def form(self) -> dict[str, str]:
        """The body as a submitted form."""
        return dict(parse_qsl(self.body.decode("utf-8", "replace"), max_num_fields=20))


@dataclass(frozen=True)
class Answer:
    """What goes back."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, value: object, status: int = 200) -> Answer:
        """A JSON answer."""
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        return cls(status, body, {"Content-Type": "application/json"})

    def send(self, start_response: StartResponse) -> Iterable[bytes]:
        """Out through WSGI."""
        headers = {"Content-Length": str(len(self.body)), "Cache-Control": "no-store", **self.headers}
        start_response(f"{self.status} {HTTPStatus(self.status).phrase}", list(headers.items()))
        return [self.body]


def read_request(environ: WSGIEnvironment) -> Request:
    """The request in a WSGI environment. Raises Refusal."""
    path = environ.get("PATH_INFO", "/").encode("latin-1").decode("utf-8", "replace")
    query = environ.get("QUERY_STRING", "")
    headers = {
        key.removeprefix("HTTP_").replace("_", "-").lower(): value
        for key, value in environ.items()
        if key.startswith("HTTP_") or key == "CONTENT_TYPE"
    }
    return Request(
        method=environ["REQUEST_METHOD"],
        path=path,
        query=dict(parse_qsl(query, keep_blank_values=True, max_num_fields=20)),
        target=quote(path, safe="/") + (f"?{query}" if query else ""),
        headers=headers,
        body=_body(environ),
        scheme=environ["wsgi.url_scheme"],
        host=headers.get("host", ""),
    )


def parse(model: type[Model], value: object) -> Model:
    """The value as that model, or the documented refusal naming the first field that is wrong."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        where = "/".join(str(part) for part in error.errors()[0]["loc"])
        raise Refusal(400, "PARAM_ERROR", f"参数错误 / Wrong or missing parameter: {where}") from None


def _body(environ: WSGIEnvironment) -> bytes:
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > MAX_BODY_BYTES:
        raise Refusal(400, "INVALID_REQUEST", "请求体过大 / The body is too long")
    body: bytes = environ["wsgi.input"].read(int(length))
    return body
