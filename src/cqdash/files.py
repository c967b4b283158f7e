"""A file written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from cqdash.language import Text


class CannotWrite(OSError):  # noqa: N818 - it names what happened
    """A file that was not written; nothing on the disk has changed. `text` says why, in both languages."""

    def __init__(self, text: Text, *, exists: bool = False) -> None:
        self.text = text
        self.exists = exists
        super().__init__(text.en)


def write_whole(path: Path, content: str, *, overwrite: bool = False) -> Path:
    """Write UTF-8 text: afterwards the file is the old one or the new one, never half of it.

    Returns the absolute path. Raises CannotWrite where the file exists and `overwrite` is false, and for
    every failure of the system.
    """
    try:
        target = path.expanduser().resolve()
        if target.exists() and not target.is_file():
            return _to_special(target, content)
        if target.exists() and not overwrite:
            raise CannotWrite(Text(f"已有此文件：{target}", f"the file exists: {target}"), exists=True)
        _replace(target, content.encode(), overwrite)
    except CannotWrite:
        raise
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotWrite(Text(f"无法写入 {path}：{reason}", f"cannot write {path}: {reason}")) from None
    return target


def _to_special(target: Path, content: str) -> Path:
    """A device or a pipe takes the bytes as they are; a folder takes none."""
    if stat.S_ISDIR(target.stat().st_mode):
        raise CannotWrite(Text(f"这是一个文件夹：{target}", f"this is a folder: {target}"))
    with target.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(content)
    return target


def _replace(target: Path, content: bytes, overwrite: bool) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666
    part = target.parent / f".cqdash-{secrets.token_hex(8)}.part"
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if overwrite:
            part.replace(target)
        else:
            _claim(part, target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()


def _claim(part: Path, target: Path) -> None:
    """Give the finished file its name only if nobody took it meanwhile."""
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise CannotWrite(Text(f"已有此文件：{target}", f"the file exists: {target}"), exists=True) from None
    except OSError:
        part.rename(target)  # a file system without hard links
