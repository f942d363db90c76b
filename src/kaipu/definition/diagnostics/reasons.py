"""Why the system would not read or write something, as a part of a sentence in both languages."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Final

from kaipu.definition.diagnostics.texts import Spoken

_REASONS: Final[Mapping[int, tuple[str, str]]] = {
    errno.ENOENT: ("没有这个文件", "there is no such file"),
    errno.EACCES: ("没有权限", "permission denied"),
    errno.EPERM: ("系统不允许", "the system does not allow it"),
    errno.EROFS: ("这个盘是只读的", "the disk is read-only"),
    errno.ENOSPC: ("盘满了", "the disk is full"),
    errno.EDQUOT: ("配额用完了", "your share of the disk is used up"),
    errno.ENAMETOOLONG: ("名字太长", "the name is too long"),
    errno.ELOOP: ("符号链接绕成了圈", "its symbolic links go in a circle"),
    errno.ENOTDIR: ("路径中间有一个不是文件夹", "a part of its path is not a folder"),
    errno.EISDIR: ("它是文件夹", "it is a folder"),
    errno.EEXIST: ("那里已经有别的东西", "something else is there already"),
    errno.EIO: ("盘出了故障", "the disk has a fault"),
}


def reason_of(problem: OSError) -> Spoken:
    """The system's own words for what is rare."""
    own = problem.strerror or str(problem)
    zh, en = _REASONS.get(problem.errno or 0, (f"系统说“{own}”", own))
    return {"zh": zh, "en": en}
