"""Keys, certificates, signatures and seals, from the gateway's side of the counter.

Written from the documentation, not from the client: WECHATPAY2-SHA256-RSA2048 and AEAD_AES_256_GCM.
"""

from __future__ import annotations

import base64
import binascii
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.x509.oid import NameOID

CERTIFICATE_YEARS = 5
_FIELD = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True)
class Authorization:
    """What the Authorization header of a request says."""

    merchant_id: str
    nonce: str
    signature: str
    timestamp: str
    serial: str


def make_private_key() -> str:
    """A new RSA key of 2048 bits, as PKCS #8 PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


def make_serial() -> str:
    """A certificate's serial number as it is written in headers: 40 hexadecimal digits, the first not 0."""
    return f"{secrets.randbits(158) | (1 << 158):X}"


def make_certificate(private_key_pem: str, serial: str, starts_at: datetime) -> tuple[str, datetime]:
    """A platform certificate over that key, and when it ends."""
    key = load_private_key(private_key_pem)
    ends_at = starts_at + timedelta(days=365 * CERTIFICATE_YEARS)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Kaipu sandbox platform")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(int(serial, 16))
        .not_valid_before(starts_at)
        .not_valid_after(ends_at)
        .sign(key, hashes.SHA256())
    )
    return certificate.public_bytes(serialization.Encoding.PEM).decode(), ends_at


def public_pem(private_key_pem: str) -> str:
    """The public half, as the file a merchant downloads."""
    return (
        load_private_key(private_key_pem)
        .public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        .decode()
    )


def load_private_key(pem: str) -> rsa.RSAPrivateKey:
    """The key in a PEM of ours; having made it, we need not prove again that its primes are prime."""
    key = serialization.load_pem_private_key(pem.encode(), password=None, unsafe_skip_rsa_key_validation=True)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError("the sandbox makes RSA keys only")
    return key


def sign(private_key_pem: str, message: bytes) -> str:
    """Base64 of the signature."""
    signature = load_private_key(private_key_pem).sign(message, padding.PKCS1v15(), hashes.SHA256())
    return base64.b64encode(signature).decode()


def is_signed(private_key_pem: str, signature: str, message: bytes) -> bool:
    """Whether the owner of that key signed the message. (The sandbox made its merchants' keys and kept them.)"""
    try:
        raw = base64.b64decode(signature, validate=True)
        load_private_key(private_key_pem).public_key().verify(raw, message, padding.PKCS1v15(), hashes.SHA256())
    except (binascii.Error, InvalidSignature, ValueError):
        return False
    return True


def seal(api_v3_key: str, associated_data: str, plain: bytes) -> dict[str, str]:
    """The four fields of something sealed with a merchant's API v3 key."""
    nonce = secrets.token_hex(6)
    ciphertext = AESGCM(api_v3_key.encode()).encrypt(nonce.encode(), plain, associated_data.encode())
    return {
        "algorithm": "AEAD_AES_256_GCM",
        "nonce": nonce,
        "associated_data": associated_data,
        "ciphertext": base64.b64encode(ciphertext).decode(),
    }


def read_authorization(header: str) -> Authorization | None:
    """The header's fields, in whichever order, or None."""
    scheme, _, rest = header.partition(" ")
    fields = dict(_FIELD.findall(rest))
    if scheme != "WECHATPAY2-SHA256-RSA2048":
        return None
    try:
        return Authorization(
            fields["mchid"], fields["nonce_str"], fields["signature"], fields["timestamp"], fields["serial_no"]
        )
    except KeyError:
        return None


def rfc3339(at: float) -> str:
    """A moment as the gateway writes it: Beijing time, whole seconds."""
    return (datetime.fromtimestamp(at, UTC) + timedelta(hours=8)).strftime("%Y-%m-%dT%H:%M:%S+08:00")
