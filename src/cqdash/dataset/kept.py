"""The sound files of a folder as records, kept for the next run: read in a tenth of the time YAML takes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from typing import NoReturn

from cqdash import __version__
from cqdash.dataset.data_file import DataFile
from cqdash.dataset.folder import Files
from cqdash.files import kept


class ReadAgain(Exception):  # noqa: N818 - it says what is to be done
    """Something is wrong with files that were sound alone: only their text can say where."""


class Sound:
    """The reading of a file that has been read before, in which nothing was wrong."""

    problems = ()
    lost: frozenset[str] = frozenset()

    def fault(self, *_: object) -> NoReturn:
        """Something is: raises ReadAgain."""
        raise ReadAgain

    place = fault

    def stands_for(self, item: object, other: object) -> None:
        """An item stands where another one did, wherever that was."""


def recall(name: str, files: Files) -> list[DataFile] | None:
    """What the files of this name were decoded to, in their order; None where that is not kept.

    What is kept is not believed to be sound: whoever takes it checks figures and references again.
    """
    data = kept.recall(name, list[DataFile])
    return data if data and len(data) == len(files) else None


def keep(name: str, data: Sequence[DataFile]) -> None:
    """Keep what the files of this name, in which nothing is wrong, were decoded to."""
    kept.keep(name, data)


def name_of(files: Files) -> str:
    """A name that no other files have, called and holding what these do, and no other version of the program.

    Empty where one could not be read.
    """
    digest = hashlib.sha256(f"{__version__} {_last_change()}".encode())
    for name, content in files.items():
        if not isinstance(content, bytes):
            return ""
        digest.update(f"\n{name!r} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _last_change() -> int:
    """When the program was changed last: while it is being worked on, its version does not say."""
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - as quick as can be
    rooms = [package, *(entry.path for entry in os.scandir(package) if entry.is_dir())]
    return max(
        entry.stat().st_mtime_ns for room in rooms for entry in os.scandir(room) if entry.name.endswith(".py")
    )
