"""What is kept only so that it need not be made again: trusted where nobody else can have written it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from cqdash.files.cannot_write import CannotWrite
from cqdash.files.places import cache_folder
from cqdash.files.whole import write_whole
from cqdash.language.characters import first_unsafe

T = TypeVar("T")

MOST = 40
"""So many things are kept, the last ones made."""
LARGEST = 64 << 20
"""No larger one is kept, in bytes."""
ENDING = ".kept"


def recall(name: str, kind: type[T], read: Callable[[type, Any], Any] | None = None) -> T | None:
    """What was kept under a name, as `kind`; None where there is none.

    Nor where it is damaged, others may have written it, it is no such thing or holds a character that no file
    may hold. `read` makes what JSON has no form for, and raises ValueError for what it cannot make.
    """
    text = _text(name)
    # A character that JSON writes by its number is one of those.
    if text is None or first_unsafe(text) or "\\u" in text:
        return None
    try:
        return msgspec.json.decode(text, type=kind, dec_hook=read)
    except (msgspec.DecodeError, RecursionError):
        return None


def _text(name: str) -> str | None:
    path = _path(name)
    try:
        with open(path, "rb", opener=_no_link) as stream:
            if not _is_ours(os.fstat(stream.fileno())):
                return None
            digest, _, content = stream.read(LARGEST + 1).partition(b"\n")
        if digest != _digest(content):
            return None
        return content.decode()
    except (OSError, ValueError):
        return None


def keep(name: str, value: object, write: Callable[[Any], Any] | None = None) -> None:
    """Keep something under a name, a file's, and let the oldest go; where nothing can be kept nothing is."""
    path = _path(name)
    content = msgspec.json.encode(value, enc_hook=write)
    if len(content) > LARGEST // 2:
        return
    with contextlib.suppress(OSError, ValueError, CannotWrite):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, f"{_digest(content).decode()}\n{content.decode()}", overwrite=True)
        path.chmod(0o600)
        every = sorted(path.parent.glob(f"*{ENDING}"), key=lambda each: each.stat().st_mtime)
        for each in every[:-MOST]:
            each.unlink()


def _path(name: str) -> Path:
    return Path(cache_folder(), name + ENDING)


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()


def _no_link(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _is_ours(found: os.stat_result) -> bool:
    """Whether it is a file that only this reader may write."""
    is_own = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
    return stat.S_ISREG(found.st_mode) and is_own and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
