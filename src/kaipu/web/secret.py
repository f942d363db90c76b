"""Secrets that this installation made for itself, one file each under KAIPU_DATA/secret. There is no default secret."""

import os
import secrets
from pathlib import Path


def secret(data: Path, name: str) -> str:
    """The secret of this name; made on first use, readable by its user only, never changed afterwards."""
    path = data / "secret" / name
    found = known_secret(data, name)
    if found:
        return found
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        os.fsync(file.fileno())
    try:
        # A link is all or nothing and refuses to replace: of two processes one wins and both read the same.
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text()


def known_secret(data: Path, name: str) -> str:
    """The secret if it was made already, else an empty string."""
    try:
        return (data / "secret" / name).read_text()
    except FileNotFoundError:
        return ""
