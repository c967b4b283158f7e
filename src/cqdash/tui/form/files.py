"""Saving and opening the answers of a form, and asking before they would be lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cqdash.files.whole import write_whole
from cqdash.language import screen
from cqdash.tui.file_dialogs import OpenDialog, UnsavedDialog, WriteDialog
from cqdash.tui.form.pane import FormPane

Written = Callable[[Path], object]
"""Tells where something has been written."""


def ask_to_save(form: FormPane, written: Written) -> None:
    """Ask where to save a form; `written` happens once it is saved."""

    def write(path: Path, overwrite: bool) -> Path:
        return write_whole(path, form.form.written(), overwrite=overwrite or path == form.path)

    def saved(path: Path | None) -> None:
        if path:
            form.was_saved(path)
            written(path)

    dialog = WriteDialog(screen.SAVE_TITLE, screen.SAVE_HINT, _file_name(form), write, form.language)
    form.app.push_screen(dialog, saved)


def ask_to_open(form: FormPane) -> None:
    """Ask which file to open in a form."""
    form.app.push_screen(OpenDialog(form.take, _file_name(form), form.language))


def ask_before_leaving(unsaved: FormPane) -> None:
    """Ask whether to save, to discard or to stay, and do so."""

    def answered(answer: str | None) -> None:
        if answer == "save":
            ask_to_save(unsaved, lambda _: unsaved.app.exit(0))
        elif answer == "discard":
            unsaved.discard()
            unsaved.app.exit(0)

    unsaved.app.push_screen(UnsavedDialog(unsaved.language), answered)


def _file_name(form: FormPane) -> str:
    return str(form.path or f"{form.form.name}.yaml")
