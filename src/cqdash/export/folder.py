"""Several tabs into a folder, a file each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from cqdash.dataset import Dataset
from cqdash.export import ENDINGS, Format, export_tabs
from cqdash.files.cannot_write import CannotWrite
from cqdash.files.whole import write_whole
from cqdash.language import Language
from cqdash.language import export as words
from cqdash.language.reasons import of_system


class Written(Struct, frozen=True):
    """What became of a tab: the absolute path of its file, or why there is none."""

    tab: str
    path: Path | None
    error: CannotWrite | None = None


def file_name(tab: str, form: Format) -> str:
    """The name of a tab's file."""
    return f"cqdash-{tab}{ENDINGS[form]}"


def export_to_folder(
    dataset: Dataset,
    tabs: Sequence[str],
    form: Format,
    language: Language,
    width: int,
    folder: Path,
    *,
    overwrite: bool = False,
) -> Iterator[Written]:
    """Write each tab to a file of its own, whole or not at all, and tell of each as it is done.

    The folder is made where there is none. One file that cannot be written keeps none of the others from it.
    Raises CannotWrite before the first where there can be no such folder.
    """
    target = _made(folder)
    for tab in tabs:
        content = export_tabs(dataset, [tab], form, language, width)
        try:
            path = write_whole(target / file_name(tab, form), content, overwrite=overwrite)
        except CannotWrite as error:
            yield Written(tab, None, error)
        else:
            yield Written(tab, path)


def _made(folder: Path) -> Path:
    try:
        target = folder.expanduser()
        target.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise CannotWrite(words.NOT_A_FOLDER.fill(folder=folder)) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise CannotWrite(words.CANNOT_MAKE.fill(folder=folder, reason=of_system(error))) from None
    return target
