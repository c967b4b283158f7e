"""The hidden file that a text is written to until it gets its name, and those that killed runs left."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import time
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # a system without locks of this kind, where nothing is cleared away
    fcntl = None  # type: ignore[assignment]

NAME = re.compile(r"\.cqdash-[0-9a-f]{16}\.part")
LEFT_AFTER = 60.0
"""Seconds; a younger one may belong to a run that has not locked it yet."""


def new_part(folder: Path, mode: int | None) -> tuple[Path, BinaryIO]:
    """Make an empty file in a folder, locked while it is open; `mode` is that of the file it will replace."""
    part = folder / f".cqdash-{os.urandom(8).hex()}.part"

    def opened(name: str, flags: int) -> int:
        return os.open(name, flags, 0o666 if mode is None else mode)

    stream = open(part, "xb", opener=opened)  # noqa: SIM115 - closed by who writes
    _is_ours(stream.fileno())
    if mode is not None and hasattr(os, "fchmod"):
        # What the umask took away; some file systems know no modes.
        with contextlib.suppress(OSError):
            os.fchmod(stream.fileno(), mode)
    return part, stream


def clear_parts(folder: Path) -> None:
    """Remove what runs that were killed have left in a folder, and nothing that is still being written."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if NAME.fullmatch(entry.name):
                with contextlib.suppress(OSError):
                    _clear(Path(entry))


def _clear(part: Path) -> None:
    if fcntl is None:
        return
    handle = os.open(part, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        found = os.fstat(handle)
        is_old = time.time() - found.st_mtime > LEFT_AFTER
        if stat.S_ISREG(found.st_mode) and is_old and _is_ours(handle):
            part.unlink()
    finally:
        os.close(handle)


def _is_ours(handle: int) -> bool:
    """Lock an open file until it is closed, which a killed process does too; False where another holds it."""
    try:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
