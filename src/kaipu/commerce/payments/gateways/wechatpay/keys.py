"""The gateway's keys: platform certificates and "WeChat Pay public keys", found by the serial a message names.

Both kinds may be in use at once during a change-over, so a set of keys holds any number of either.
Documentation: pay.weixin.qq.com/doc/v3/merchant/4012154180 and .../wiki/doc/apiv3/open/pay/wechatpay5_0.shtml.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key
from cryptography.x509 import load_pem_x509_certificate

from kaipu.commerce.payments.gateway import PlatformCertificate

PUBLIC_KEY_PREFIX = "PUB_KEY_ID_"
SMALLEST_KEY_BITS = 2048


class PlatformKeys:
    """Keys by serial. A serial that is unknown or whose certificate has expired finds nothing."""

    def __init__(self, certificates: Iterable[PlatformCertificate]) -> None:
        self._certificates = tuple(certificates)
        self._keys = {item.serial: (load_platform_key(item), item.expires_at) for item in self._certificates}

    def joined_by(self, certificates: Iterable[PlatformCertificate]) -> PlatformKeys:
        """These keys and those."""
        return PlatformKeys((*self._certificates, *certificates))

    def find(self, serial: str, now: datetime) -> RSAPublicKey | None:
        """The key of that serial, if it is good now."""
        key, expires_at = self._keys.get(serial, (None, None))
        return None if expires_at is not None and now >= expires_at else key

    def preferred(self) -> str:
        """The serial to ask for in a request: the public key's if there is one, else none."""
        return next((serial for serial in self._keys if serial.startswith(PUBLIC_KEY_PREFIX)), "")


def load_platform_key(item: PlatformCertificate) -> RSAPublicKey:
    """The RSA key in a certificate or a public key file. Raises ValueError if it is neither, or too weak."""
    pem = item.pem.encode()
    try:
        if item.serial.startswith(PUBLIC_KEY_PREFIX):
            return _strong(load_pem_public_key(pem))
        certificate = load_pem_x509_certificate(pem)
    except ValueError:
        raise ValueError("The gateway's key is neither a public key nor a certificate in PEM form.") from None
    if f"{certificate.serial_number:X}" != item.serial.upper().lstrip("0"):
        raise ValueError("The certificate's serial number is not the one it is listed under.")
    return _strong(certificate.public_key())


def load_merchant_key(pem: str, *, proven: bool) -> RSAPrivateKey:
    """The merchant's private key (apiclient_key.pem). Raises ValueError, which never quotes it.

    To prove the key's numbers takes 50 ms; one that has been `proven` when it was handed in need not be again.
    """
    try:
        key = load_pem_private_key(pem.encode(), password=None, unsafe_skip_rsa_key_validation=proven)
    except (TypeError, ValueError):
        raise ValueError("The merchant's private key is not a PEM file without a password.") from None
    if not isinstance(key, RSAPrivateKey) or key.key_size < SMALLEST_KEY_BITS:
        raise ValueError("The merchant's private key is not an RSA key of 2048 bits or more.")
    return key


def _strong(key: object) -> RSAPublicKey:
    if not isinstance(key, RSAPublicKey) or key.key_size < SMALLEST_KEY_BITS:
        raise ValueError("The gateway's key is not an RSA key of 2048 bits or more.")
    return key
