"""`cqdash check`: every problem of a dataset, its findings, and its calculator's cases."""

from __future__ import annotations

import argparse
import shutil
import sys
from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path

from cqdash.cli.check_said import as_json, as_text
from cqdash.cli.checked import Checked, check_folder
from cqdash.cli.codes import BAD_DATA
from cqdash.cli.deliver import deliver, refuse
from cqdash.cli.excerpt import WIDEST
from cqdash.dataset import BadFolder, bundled
from cqdash.language import Language
from cqdash.language import check as words
from cqdash.language.characters import shown

NARROWEST = 40


def check(parsed: argparse.Namespace, language: Language) -> int:
    """Print what is found in a folder, the bundled one if none is named; gives the exit code."""
    if parsed.folder == "":
        return refuse(words.NO_NAME, language)
    folder: Traversable = Path(parsed.folder) if parsed.folder else bundled()
    try:
        checked = check_folder(folder)
    except BadFolder as error:
        message = words.CANNOT_CHECK.fill(folder=shown(str(folder)), reason=error.reason)
        return refuse(message, language)
    if parsed.folder:
        checked = _within(checked, Path(parsed.folder))
    if parsed.format == "json":
        content = as_json(checked, parsed.folder)
    else:
        content = as_text(checked, language, tells_implied=bool(parsed.folder), width=_width(parsed.output))
    return deliver(content, parsed, language) or (BAD_DATA if checked.problems else 0)


def _within(checked: Checked, folder: Path) -> Checked:
    """The same with each file under its path, so that an editor finds it."""
    return replace(
        checked,
        problems=tuple(replace(each, file=str(folder / each.file)) for each in checked.problems),
        files={shown(str(folder / name)): content for name, content in checked.files.items()},
    )


def _width(output: str | None) -> int:
    """The terminal's width where there is one to read on."""
    if output is not None or sys.stdout is None or not sys.stdout.isatty():
        return WIDEST
    return max(NARROWEST, shutil.get_terminal_size((WIDEST, 24)).columns)
