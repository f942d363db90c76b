"""Answers no gateway would give: endless, unsigned, elsewhere, broken off. None is believed or followed."""

import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kaipu.commerce.payments.gateway import GatewayRefused, GatewayUnreachable
from kaipu.commerce.payments.gateways.wechatpay.transport import MAX_ANSWER_BYTES


@pytest.fixture
def stranger(gateway, outside, merchant):
    """Asks, through a client of ours, something that answers as the test says."""
    said = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            said["asked"] = said.get("asked", 0) + 1
            self.send_response(said["status"])
            for name, value in {"Content-Length": str(len(said["body"])), **said["headers"]}.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(said["body"])
            except OSError:
                said["hung_up"] = True

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    credentials = replace(outside.credentials(merchant), base_url=f"http://127.0.0.1:{server.server_port}")
    client = gateway.connect(credentials, ["127.0.0.1"])

    def ask(status=200, body=b"{}", **headers):
        said.update(status=status, body=body, headers=headers)
        return client.query("order000001")

    ask.said = said
    yield ask
    client.shut()
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_endless_answer_is_not_read_to_its_end(stranger):
    with pytest.raises(GatewayUnreachable, match="ReadError"):
        stranger(body=b"x" * (MAX_ANSWER_BYTES + 1))


def test_an_unsigned_answer_is_not_believed(stranger):
    with pytest.raises(GatewayUnreachable, match="unsigned"):
        stranger(body=b'{"trade_state":"SUCCESS"}')


def test_an_answer_that_leads_elsewhere_is_not_followed(stranger):
    with pytest.raises(GatewayUnreachable, match="302"):
        stranger(302, Location="http://127.0.0.1:9/")


def test_an_answer_that_breaks_off_is_none(stranger):
    with pytest.raises(GatewayUnreachable, match="RemoteProtocolError"):
        stranger(**{"Content-Length": "100"})


@pytest.mark.parametrize("status", [201, 202, 429, 500, 502, 503, 599])
def test_what_may_pass_is_asked_once_more(stranger, status):
    with pytest.raises(GatewayUnreachable, match=str(status)):
        stranger(status)
    assert stranger.said["asked"] == 2


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"code": 5}', b"\xff"])
def test_a_refusal_in_no_known_form_is_a_refusal(stranger, body):
    with pytest.raises(GatewayRefused, match="UNKNOWN"):
        stranger(403, body)
    assert stranger.said["asked"] == 1


def test_a_refusal_that_is_signed_must_be_signed_well(stranger):
    with pytest.raises(GatewayUnreachable, match="cannot be trusted"):
        stranger(404, b'{"code":"ORDER_NOT_EXIST"}', **{"Wechatpay-Signature": "AAAA"})
