"""A file written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cqdash.language import Text
from cqdash.language.characters import harmless
from cqdash.language.reasons import of_system

CANNOT_WRITE = Text("无法写入 {path}：{reason}", "cannot write {path}: {reason}")


class CannotWrite(OSError):  # noqa: N818 - it names what happened
    """A file that was not written; nothing on the disk has changed. `text` says why, in both languages."""

    def __init__(self, text: Text, *, exists: bool = False) -> None:
        self.text = text
        self.exists = exists
        super().__init__(text.en)


class Draft:
    """A file that is being written; `path` is the absolute path it will have."""

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        self.path = path
        self._stream = stream

    def write(self, text: str) -> None:
        """Add UTF-8 text; what could drive a terminal is a � in every file. Raises CannotWrite."""
        with _told(self.path):
            self._stream.write(harmless(text).encode())


def write_whole(path: Path, content: str, *, overwrite: bool = False) -> Path:
    """Write UTF-8 text: afterwards the file is the old one or the new one, never half of it.

    Returns the absolute path. Raises CannotWrite where the file exists and `overwrite` is false, and for
    every failure of the system.
    """
    with writing(path, overwrite=overwrite) as draft:
        draft.write(content)
    return draft.path


@contextlib.contextmanager
def writing(path: Path, *, overwrite: bool = False) -> Iterator[Draft]:
    """As `write_whole`, for a text that comes piece by piece.

    The file has its name once the block ends; where the block raises, nothing on the disk has changed and
    the error is passed on. Only a device or a pipe takes each piece at once.
    """
    with _told(path):
        given = path.expanduser()
        is_special = given.exists() and not given.is_file()
        # A pipe behind /dev/stdout has no name to resolve to.
        target = given.absolute() if is_special else given.resolve()
        if is_special and stat.S_ISDIR(target.stat().st_mode):
            raise CannotWrite(Text(f"这是一个文件夹：{target}", f"this is a folder: {target}"))
        if target.exists() and not is_special and not overwrite:
            raise _taken(target)
        part = target if is_special else target.parent / f".cqdash-{secrets.token_hex(8)}.part"
        stream = target.open("wb") if is_special else _new(part, target)
    try:
        try:
            yield Draft(target, stream)
            with _told(path):
                stream.flush()
                if not is_special:
                    os.fsync(stream.fileno())
        finally:
            # What could not be flushed has been told above, or the block's own error is under way.
            with contextlib.suppress(OSError):
                stream.close()
        if not is_special:
            with _told(path):
                _name(part, target, overwrite)
    finally:
        if not is_special:
            with contextlib.suppress(FileNotFoundError):
                part.unlink()


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """A failure of the system as CannotWrite."""
    try:
        yield
    except (CannotWrite, BrokenPipeError):
        raise
    except (OSError, ValueError, RuntimeError) as error:
        reason = of_system(error)
        raise CannotWrite(CANNOT_WRITE.fill(path=path, reason=reason)) from None


def _taken(target: Path) -> CannotWrite:
    return CannotWrite(Text(f"已有此文件：{target}", f"the file exists: {target}"), exists=True)


def _new(part: Path, target: Path) -> BinaryIO:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666
    return os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb")


def _name(part: Path, target: Path, overwrite: bool) -> None:
    """Give the finished file its name; without `overwrite` only if nobody took it meanwhile."""
    if overwrite:
        part.replace(target)
        return
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise _taken(target) from None
    except OSError:
        part.rename(target)  # a file system without hard links
