"""Session tokens: 32 random bytes, known to the shopper's page alone. The database keeps their SHA-256."""

import hashlib
import secrets


def new_token() -> str:
    return secrets.token_urlsafe(32)


def token_sha256(token: str) -> str:
    # Plain SHA-256 and no slow hash: 256 random bits cannot be guessed, and this runs on every request.
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
