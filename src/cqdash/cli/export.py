"""`cqdash export`: a tab or all of them, to standard output, a file, or a folder with a file each."""

from __future__ import annotations

import argparse
from pathlib import Path

from cqdash.cli.codes import DONE, NOT_WRITTEN
from cqdash.cli.data import load_asked
from cqdash.cli.deliver import deliver
from cqdash.cli.printing import Progress, complain, not_written, refuse, say
from cqdash.dataset import Dataset
from cqdash.export import PICTURE_WIDTH, Format, export_tabs, format_of
from cqdash.export.folder import export_to_folder
from cqdash.files.cannot_write import CannotWrite
from cqdash.language import Language, Text
from cqdash.language import command_line as words
from cqdash.language import export as export_words

NARROWEST, WIDEST = 24, 400
TEXT_WIDTH = 80


def export(parsed: argparse.Namespace, language: Language) -> int:
    """Write what was asked for; gives the exit code. Raises BadDataset."""
    if wrong := _wrong_call(parsed):
        return refuse(wrong, language)
    dataset = load_asked(parsed, language)
    if parsed.tab != "all" and parsed.tab not in dataset.tabs:
        known = ", ".join([*dataset.tabs, "all"])
        return refuse(words.NO_SUCH_TAB.fill(tab=parsed.tab, known=known), language)
    tabs = list(dataset.tabs) if parsed.tab == "all" else [parsed.tab]
    form: Format = parsed.format or format_of(parsed.output or "") or "text"
    width = parsed.width or (PICTURE_WIDTH if form == "svg" else TEXT_WIDTH)
    if parsed.folder is not None:
        return _to_folder(dataset, tabs, form, width, parsed, language)
    return deliver(export_tabs(dataset, tabs, form, language, width), parsed, language)


def _wrong_call(parsed: argparse.Namespace) -> Text | None:
    if parsed.folder == "":
        return export_words.NO_FOLDER_NAME
    if parsed.width is not None and not NARROWEST <= parsed.width <= WIDEST:
        return words.BAD_WIDTH
    return None


def _to_folder(
    dataset: Dataset,
    tabs: list[str],
    form: Format,
    width: int,
    parsed: argparse.Namespace,
    language: Language,
) -> int:
    """Write a file a tab; each path, or why there is none, and on a terminal how far it is."""
    progress = Progress()
    failed = 0

    def report(number: int) -> None:
        if number < len(tabs):
            tab = dataset.tabs[tabs[number]].title
            progress.show(export_words.FOLDER_PROGRESS.fill(n=number + 1, of=len(tabs), tab=tab).to(language))

    report(0)
    try:
        made = export_to_folder(
            dataset, tabs, form, language, width, Path(parsed.folder), overwrite=parsed.overwrite
        )
        for number, written in enumerate(made, 1):
            progress.show()
            if written.error:
                failed += 1
                not_written(written.error, language)
            else:
                say(str(written.path))
            report(number)
    except CannotWrite as error:
        progress.show()
        return not_written(error, language)
    if failed:
        message = export_words.FOLDER_FAILED.fill(n=failed, of=len(tabs))
        complain(message, language)
    return NOT_WRITTEN if failed else DONE
