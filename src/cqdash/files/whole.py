"""A file written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cqdash.files.cannot_write import CannotWrite
from cqdash.files.part import clear_parts, new_part
from cqdash.language import Text
from cqdash.language.characters import harmless
from cqdash.language.reasons import of_system

CANNOT_WRITE = Text("无法写入 {path}：{reason}", "cannot write {path}: {reason}")
A_FOLDER = Text("这是一个文件夹：{path}", "this is a folder: {path}")
NO_FILE = Text("不是普通文件：{path}", "not an ordinary file: {path}")
EXISTS = Text("已有此文件：{path}", "the file exists: {path}")


class Draft:
    """A file that is being written; `path` is the absolute path it will have."""

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        self.path = path
        self._stream = stream

    def write(self, text: str) -> None:
        """Add UTF-8 text; what could drive a terminal is a � in every file. Raises CannotWrite."""
        with _told(self.path):
            self._stream.write(harmless(text).encode())


def write_whole(path: Path, content: str, *, overwrite: bool = False, devices: bool = False) -> Path:
    """Write UTF-8 text: afterwards the file is the old one or the new one, never half of it.

    Returns the absolute path. Raises CannotWrite where the file exists and `overwrite` is false, where it
    may not be written, and for every failure of the system.
    """
    with writing(path, overwrite=overwrite, devices=devices) as draft:
        draft.write(content)
    return draft.path


@contextlib.contextmanager
def writing(path: Path, *, overwrite: bool = False, devices: bool = False) -> Iterator[Draft]:
    """As `write_whole`, for a text that comes piece by piece.

    The file has its name once the block ends; where the block raises, nothing on the disk has changed and
    the error is passed on. A device or a pipe is written to only where `devices` is true, and takes each
    piece at once; it may make the program wait.
    """
    with _told(path):
        given = path.expanduser()
        mode = _mode(given)
        if mode is not None and stat.S_ISDIR(mode):
            raise CannotWrite(A_FOLDER.fill(path=given.resolve()))
        is_file = mode is None or stat.S_ISREG(mode)
        if not is_file and not devices:
            raise CannotWrite(NO_FILE.fill(path=given.absolute()))
        # A pipe behind /dev/stdout has no name to resolve to.
        target = given.resolve() if is_file else given.absolute()
    with _to_file(path, target, mode, overwrite) if is_file else _to_device(path, target) as draft:
        yield draft


@contextlib.contextmanager
def _to_file(path: Path, target: Path, mode: int | None, overwrite: bool) -> Iterator[Draft]:
    with _told(path):
        if mode is not None and not overwrite:
            raise _taken(target)
        if mode is not None and not os.access(target, os.W_OK):
            # The folder would let it be replaced, its owner would not.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        clear_parts(target.parent)
        part, stream = new_part(target.parent, None if mode is None else stat.S_IMODE(mode))
    try:
        with _closing(stream):
            yield Draft(target, stream)
            with _told(path):
                stream.flush()
                os.fsync(stream.fileno())
        with _told(path):
            _name(part, target, overwrite)
    finally:
        # A part that cannot be removed is no reason to say that the file was not written.
        with contextlib.suppress(OSError):
            part.unlink()


@contextlib.contextmanager
def _to_device(path: Path, target: Path) -> Iterator[Draft]:
    with _told(path):
        stream = target.open("wb")
    with _closing(stream):
        yield Draft(target, stream)
        with _told(path):
            stream.flush()


@contextlib.contextmanager
def _closing(stream: BinaryIO) -> Iterator[None]:
    try:
        yield
    finally:
        # What could not be flushed has been told before, or the block's own error is under way.
        with contextlib.suppress(OSError):
            stream.close()


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


def _mode(given: Path) -> int | None:
    """What is there, a link followed; None where nothing is, or a link to nothing."""
    try:
        return given.stat().st_mode
    except FileNotFoundError:
        return None


def _taken(target: Path) -> CannotWrite:
    return CannotWrite(EXISTS.fill(path=target), exists=True)


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
        # A file system without hard links.
        if os.path.lexists(target):
            raise _taken(target) from None
        part.rename(target)
