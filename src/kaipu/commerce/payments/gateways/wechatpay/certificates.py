"""Fetching the platform certificates: the one answer that brings the key it is signed with.

It is believed because each certificate is sealed with the merchant's API v3 key, and because the answer is then
verified with what was in it. Documentation: pay.weixin.qq.com/wiki/doc/apiv3/apis/wechatpay5_1.shtml.
"""

from __future__ import annotations

from datetime import datetime

from pydantic import ValidationError

from kaipu.commerce.payments.gateway import GatewayUnreachable, PlatformCertificate, Untrusted
from kaipu.commerce.payments.gateways.wechatpay.sealed import open_sealed
from kaipu.commerce.payments.gateways.wechatpay.signatures import verify_signed
from kaipu.commerce.payments.gateways.wechatpay.transport import Transport
from kaipu.commerce.payments.gateways.wechatpay.wire import WireCertificate, WireCertificates


def fetch_certificates(transport: Transport, api_v3_key: str, now: datetime) -> list[PlatformCertificate]:
    """The certificates in force, old and new during a rotation. Raises GatewayError."""
    response = transport.get_unverified("/v3/certificates")
    try:
        listed = WireCertificates.model_validate_json(response.content).data
        certificates = [_open(item, api_v3_key) for item in listed]
        verify_signed(response.headers, response.content, transport.keys.joined_by(certificates), now)
    except (ValidationError, ValueError, Untrusted):
        raise GatewayUnreachable("The gateway's certificates cannot be trusted.") from None
    return certificates


def _open(item: WireCertificate, api_v3_key: str) -> PlatformCertificate:
    pem = open_sealed(item.encrypt_certificate, api_v3_key).decode("ascii")
    return PlatformCertificate(serial=item.serial_no, pem=pem, expires_at=item.expire_time)
