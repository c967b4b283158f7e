"""The YAML files of a folder as bytes, as far as they can be read and are not too much."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from cqdash.dataset.problems import BadFolder, Problem
from cqdash.language import Text
from cqdash.language import data_file as words
from cqdash.language.characters import shown
from cqdash.language.reasons import of_system
from cqdash.language.rules import Rule

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

LARGEST = 4 << 20
"""No file is larger, in bytes."""
MOST_FILES = 200
"""No folder holds more files."""
MOST_BYTES = 32 << 20
"""No folder's files are larger together."""
ENDING = ".yaml"

Files = Mapping[str, bytes | Problem]
"""What each file holds, or why it was not read, by name and in the order of names."""


class Layer(Struct, frozen=True):
    """A folder that data is read from.

    `name` is what a reader is shown of it, empty for what comes with the program; `prefix` stands before the
    names of its files where something is told of them.
    """

    folder: Traversable
    name: str = ""
    prefix: str = ""


def layer_of(given: str) -> Layer:
    """The folder somebody has named; it need not be there. Raises BadFolder for a name that cannot be one."""
    if not given:
        raise _unusable("“”", words.NO_NAME)
    try:
        path = Path(given).expanduser()
        name = path.resolve().name or given
    except (OSError, ValueError, RuntimeError) as error:
        raise _unusable(given, of_system(error)) from None
    return Layer(path, shown(name), shown(f"{given.rstrip('/')}/"))


def bundled() -> Traversable:
    """The folder of the dataset that comes with the program: in the wheel, or in the checkout.

    Raises BadFolder where neither is there, or can be looked at.
    """
    package: Traversable = Path(__file__).parents[1]
    root = Path(__file__).parents[3]
    try:
        if not package.is_dir():
            # Not a folder, but in an archive: only then is this needed, and it is slow to import.
            from importlib import resources  # noqa: PLC0415

            package = resources.files("cqdash")
        packed = package / "_data"
        if packed.is_dir():
            return packed
        if (root / "pyproject.toml").is_file():
            return root / "data"
    except OSError as error:
        raise _unusable("data", of_system(error)) from None
    raise _unusable("data", words.NO_BUNDLED)


def files_of(folder: Traversable, within: str = "") -> Files:
    """Every `*.yaml` of a folder; `within` is put before the names that problems are told under.

    What begins with a dot is another program's. Raises BadFolder for a folder that is none, cannot be read or
    has no such file.
    """
    try:
        names = sorted(item.name for item in folder.iterdir() if _is_data(item.name))
    except FileNotFoundError:
        raise _unusable(str(folder), words.NO_FOLDER) from None
    except NotADirectoryError:
        raise _unusable(str(folder), words.NOT_A_FOLDER) from None
    except (OSError, ValueError) as error:
        raise _unusable(str(folder), of_system(error)) from None
    if not names:
        raise _unusable(str(folder), words.NO_YAML)
    files: dict[str, bytes | Problem] = {}
    room = MOST_BYTES
    for name in names[:MOST_FILES]:
        content = content_of(folder, name, within, room)
        files[within + name] = content
        room -= 0 if isinstance(content, Problem) else len(content)
    if len(names) > MOST_FILES:
        first = within + names[MOST_FILES]
        files[first] = Problem(first, 0, 0, Rule.TOO_MANY, words.TOO_MANY_FILES.fill(most=MOST_FILES))
    return files


def tab_name(file: str) -> str:
    """The name of the tab that a file declares, whichever folder it is in."""
    return file.rpartition("/")[2].removesuffix(ENDING)


def _is_data(name: str) -> bool:
    return name.endswith(ENDING) and not name.startswith(".")


def content_of(folder: Traversable, file: str, within: str = "", room: int = MOST_BYTES) -> bytes | Problem:
    """What a file of a folder holds, in no more than `room` bytes, or why it was not read."""
    path, name = folder / file, within + file
    if shown(file) != file:
        return Problem(name, 0, 0, Rule.BAD_NAME, words.BAD_NAME)
    try:
        if not path.is_file():
            return Problem(name, 0, 0, Rule.UNREADABLE, words.NOT_A_FILE)
        with path.open("rb") as stream:
            # One byte more than may be shows that there is too much of it.
            content = stream.read(min(LARGEST, room) + 1)
    except (OSError, ValueError) as error:
        return Problem(name, 0, 0, Rule.UNREADABLE, words.NOT_READ.fill(reason=of_system(error)))
    if room < len(content) <= LARGEST:
        return Problem(name, 0, 0, Rule.TOO_LARGE, words.TOO_LARGE_TOGETHER.fill(most=f"{MOST_BYTES:,}"))
    return content


def _unusable(folder: str, reason: Text) -> BadFolder:
    return BadFolder([Problem(folder, 0, 0, Rule.NO_DATA, reason)])
