"""A folder of files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from cqdash.files.cannot_write import CannotWrite
from cqdash.files.whole import CANNOT_WRITE, write_whole
from cqdash.language import Text
from cqdash.language.reasons import of_system

NOT_EMPTY = Text("文件夹里已有东西：{path}", "the folder is not empty: {path}")


def write_folder(path: Path, contents: Mapping[str, str]) -> Path:
    """Write UTF-8 texts by their file names into a new folder, or into one that is empty.

    Returns its absolute path. Raises CannotWrite, and nothing is left behind: where the folder is new, all of
    it appears at once.
    """
    try:
        target = path.expanduser().resolve()
        if target.is_dir():
            return _fill(target, contents)
        part = target.parent / f".cqdash-{os.urandom(8).hex()}.part"
        part.mkdir()
        try:
            for name, content in contents.items():
                write_whole(part / name, content)
            # Unlike a rename of a file, this one never takes the place of anything but an empty folder.
            os.rename(part, target)  # noqa: PTH104 - Path.rename says no more
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except CannotWrite:
        raise
    except (OSError, ValueError, RuntimeError) as error:
        raise CannotWrite(CANNOT_WRITE.fill(path=path, reason=of_system(error))) from None
    return target


def _fill(target: Path, contents: Mapping[str, str]) -> Path:
    """Somebody may stand in an empty folder: it stays the same one."""
    if any(target.iterdir()):
        raise CannotWrite(NOT_EMPTY.fill(path=target))
    with contextlib.ExitStack() as undo:
        for name, content in contents.items():
            undo.callback(_remove, write_whole(target / name, content))
        undo.pop_all()
    return target


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
