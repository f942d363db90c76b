"""Keeps merchants' secrets unreadable in the database: AES-256-GCM under a key derived from the installation's secret.

The place of a secret is part of its seal, so that a sealed value moved to another account does not open there.
"""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.encoding import force_bytes

VERSION = "1"
NONCE_BYTES = 12


class VaultClosed(Exception):
    """A sealed value cannot be opened: it was sealed under another installation's secret, or moved to another place."""


def seal(place: str, values: Mapping[str, str]) -> str:
    """Seal these values for that place; printable."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    plain = json.dumps(dict(values)).encode()
    sealed = AESGCM(_key(settings.SECRET_KEY)).encrypt(nonce, plain, place.encode())
    return f"{VERSION}.{base64.b64encode(nonce + sealed).decode()}"


def unseal(place: str, sealed: str) -> dict[str, str]:
    """The values sealed for that place, also under an earlier secret (SECRET_KEY_FALLBACKS). Raises VaultClosed."""
    version, _, body = sealed.partition(".")
    if version == VERSION:
        raw = base64.b64decode(body)
        for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
            try:
                plain = AESGCM(_key(secret)).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], place.encode())
            except InvalidTag:
                continue
            return dict(json.loads(plain))
    raise VaultClosed(f"The secrets of {place} cannot be opened with this installation's secret.")


def _key(secret: str | bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=b"kaipu payments vault 1").derive(force_bytes(secret))
