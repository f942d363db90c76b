"""What the environment says (KAIPU_* and DATABASE_URL), read in one place. Reading has no side effect."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Environment:
    """The names are those of the variables; see docs/reference for what each does."""

    data: Path
    port: int
    host: str
    database_url: str
    role: str
    hosts: tuple[str, ...]
    public_url: str
    payment_hosts: tuple[str, ...]
    trust_proxy: bool
    debug: bool

    @classmethod
    def read(cls) -> "Environment":
        value = os.environ.get
        port = value("KAIPU_PORT", "8000")
        return cls(
            data=Path(value("KAIPU_DATA") or "data").expanduser().absolute(),
            port=int(port) if port.isdigit() else 0,
            host=value("KAIPU_HOST", "127.0.0.1"),
            database_url=value("DATABASE_URL", ""),
            role=value("KAIPU_DATABASE_ROLE", "app"),
            hosts=_names(value("KAIPU_HOSTS", "")),
            public_url=value("KAIPU_URL", "").rstrip("/"),
            payment_hosts=_names(value("KAIPU_PAYMENT_HOSTS", "")),
            trust_proxy=value("KAIPU_TRUST_PROXY", "") == "1",
            debug=value("KAIPU_DEBUG", "") == "1",
        )


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name for name in map(str.strip, listed.split(",")) if name)
