"""AEAD_AES_256_GCM, in which notices and platform certificates come. Opening also proves who sealed.

Documentation: "Certificate and callback decryption", pay.weixin.qq.com/wiki/doc/apiv3/wechatpay/wechatpay4_2.shtml.
"""

from __future__ import annotations

import base64
import binascii

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import BaseModel, ConfigDict

NONCE_BYTES = 12
API_V3_KEY_BYTES = 32


class Sealed(BaseModel):
    """The resource of a notice, or the encrypt_certificate of a certificate."""

    model_config = ConfigDict(extra="ignore", strict=True)

    algorithm: str
    ciphertext: str
    nonce: str
    associated_data: str = ""


def open_sealed(sealed: Sealed, api_v3_key: str) -> bytes:
    """The plain bytes. Raises ValueError, whatever is wrong with what came."""
    nonce = sealed.nonce.encode()
    if sealed.algorithm != "AEAD_AES_256_GCM" or len(nonce) != NONCE_BYTES:
        raise ValueError("sealed in an unknown way")
    try:
        ciphertext = base64.b64decode(sealed.ciphertext, validate=True)
        return AESGCM(api_v3_key.encode()).decrypt(nonce, ciphertext, sealed.associated_data.encode())
    except (binascii.Error, InvalidTag, ValueError):
        raise ValueError("cannot be opened with this key") from None
