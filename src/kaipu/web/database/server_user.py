"""The system user the embedded server runs as: PostgreSQL refuses root, so root starts it as a user without rights."""

import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

_NAME = "kaipu-postgres"


class Identity(TypedDict, total=False):
    """Arguments of subprocess that change who runs."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class ServerUser:
    """`uid` is None when the server may run as whoever we are."""

    uid: int | None
    gid: int | None

    def identity(self) -> Identity:
        if self.uid is None or self.gid is None:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, folder: Path) -> None:
        """Hands the folder over with all in it (a backup may have been copied back), and opens the way to it."""
        if self.uid is None or self.gid is None:
            return
        if folder.stat().st_uid != self.uid:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, self.uid, self.gid, follow_symlinks=False)
        self.open_way_to(folder)

    def open_way_to(self, folder: Path) -> None:
        """Lets others pass (not list) each folder above; without it the user could not reach the path at all."""
        if self.uid is None:
            return
        for above in folder.parents:
            mode = above.stat().st_mode
            if not mode & stat.S_IXOTH:
                above.chmod(mode | stat.S_IXOTH)


def server_user() -> ServerUser:
    if os.geteuid() != 0:
        return ServerUser(None, None)
    entry = _entry(_NAME) or _made() or _entry("nobody")
    if entry is None:
        raise RuntimeError(
            "PostgreSQL does not run as root, and no other user could be made: start Kaipu as a plain user."
        )
    return ServerUser(entry.pw_uid, entry.pw_gid)


def _entry(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _made() -> pwd.struct_passwd | None:
    program = shutil.which("useradd")
    if program is None:
        return None
    subprocess.run(
        [program, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", _NAME], capture_output=True
    )
    return _entry(_NAME)
