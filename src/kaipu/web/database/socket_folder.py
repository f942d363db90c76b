"""Where the embedded server's Unix socket lies. Who reaches it is trusted, so its folder is closed to others."""

import hashlib
import tempfile
from pathlib import Path

_LONGEST_PATH = 100  # sockaddr_un holds 104 to 108 bytes, with the name's own end


def socket_folder(postgres_folder: Path) -> Path:
    """The server's own folder (mode 0700), or, when its path is too long for a socket, a short private one."""
    if len(str(postgres_folder / ".s.PGSQL.5432").encode()) <= _LONGEST_PATH:
        return postgres_folder
    mark = hashlib.sha256(str(postgres_folder).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"kaipu-{mark}"
