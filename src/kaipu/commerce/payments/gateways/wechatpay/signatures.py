"""SHA256-RSA signatures of WeChat Pay API v3, both directions. Pure functions over bytes.

Documentation: "Signature Generation" and "Signature Verification",
pay.weixin.qq.com/wiki/doc/api_external/en/wechatpay/wechatpay4_0.shtml and wechatpay4_1.shtml.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from kaipu.commerce.payments.gateway import UnknownKey, Untrusted
from kaipu.commerce.payments.gateways.wechatpay.keys import PlatformKeys

SCHEME = "WECHATPAY2-SHA256-RSA2048"
STALE_AFTER_S = 300
_SECONDS = re.compile(r"[0-9]{1,12}", re.ASCII)


@dataclass(frozen=True)
class Signer:
    """A merchant's own key, and the serial number under which the gateway knows it."""

    merchant_id: str
    serial: str
    private_key: RSAPrivateKey

    def sign(self, *lines: bytes) -> str:
        """Base64 of the signature over the lines, each ended by a newline."""
        message = b"".join(line + b"\n" for line in lines)
        return base64.b64encode(self.private_key.sign(message, PKCS1v15(), SHA256())).decode()

    def authorization(self, method: str, target: str, body: bytes, timestamp_s: int, nonce: str) -> str:
        """The Authorization header of a request. `target` is the path with its query."""
        signature = self.sign(method.encode(), target.encode(), str(timestamp_s).encode(), nonce.encode(), body)
        return (
            f'{SCHEME} mchid="{self.merchant_id}",nonce_str="{nonce}",signature="{signature}",'
            f'timestamp="{timestamp_s}",serial_no="{self.serial}"'
        )


def verify_signed(headers: Mapping[str, str], body: bytes, keys: PlatformKeys, now: datetime) -> None:
    """Check an answer or a notice of the gateway against its headers. Raises Untrusted.

    `body` is what came over the wire, untouched. The gateway signs a few messages wrongly on purpose, to see whether
    it is noticed; these need no special case.
    """
    present = {name.lower(): value for name, value in headers.items()}
    serial, signature, timestamp, nonce = (
        present.get(f"wechatpay-{name}", "") for name in ("serial", "signature", "timestamp", "nonce")
    )
    if not (serial and signature and timestamp and nonce):
        raise Untrusted("unsigned")
    if present.get("wechatpay-signature-type", SCHEME) != SCHEME:
        raise Untrusted("unknown_signature_type")
    if not _SECONDS.fullmatch(timestamp) or abs(now.timestamp() - int(timestamp)) >= STALE_AFTER_S:
        raise Untrusted("stale")
    key = keys.find(serial, now)
    if key is None:
        raise UnknownKey
    if not signature_matches(key, signature, timestamp, nonce, body):
        raise Untrusted("bad_signature")


def signature_matches(key: RSAPublicKey, signature: str, timestamp: str, nonce: str, body: bytes) -> bool:
    """Whether `signature` is the key owner's over `timestamp`, `nonce` and `body`, in its one canonical spelling."""
    try:
        raw = base64.b64decode(signature, validate=True)
        # The last character before the padding has spare bits; only one of its spellings is the signature sent.
        if base64.b64encode(raw).decode() != signature:
            return False
        key.verify(raw, f"{timestamp}\n{nonce}\n".encode() + body + b"\n", PKCS1v15(), SHA256())
    except (binascii.Error, ValueError, InvalidSignature):
        return False
    return True
