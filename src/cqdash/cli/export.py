"""`cqdash export`: a tab or all of them, to standard output or a file."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from pathlib import Path

from cqdash.cli.codes import DONE, NOT_WRITTEN, WRONG_CALL
from cqdash.dataset import load
from cqdash.export import export_tabs
from cqdash.files import CannotWrite, write_whole
from cqdash.language import Language
from cqdash.language import command_line as words

NARROWEST, WIDEST = 24, 400


def export(parsed: argparse.Namespace, language: Language) -> int:
    """Write what was asked for; gives the exit code. Raises BadDataset."""
    if not NARROWEST <= parsed.width <= WIDEST:
        return _refuse(words.BAD_WIDTH.to(language))
    dataset = load()
    if parsed.tab != "all" and parsed.tab not in dataset.tabs:
        return _refuse(
            words.NO_SUCH_TAB.fill(tab=parsed.tab, known=", ".join([*dataset.tabs, "all"])).to(language)
        )
    tabs = list(dataset.tabs) if parsed.tab == "all" else [parsed.tab]
    content = export_tabs(dataset, tabs, parsed.format, language, parsed.width)
    if parsed.output is None:
        return print_whole(content, language)
    try:
        written = write_whole(Path(parsed.output), content, overwrite=parsed.overwrite)
    except CannotWrite as error:
        reason = words.USE_OVERWRITE.fill(reason=error.text) if error.exists else error.text
        print(f"cqdash: {reason.to(language)}", file=sys.stderr)
        return NOT_WRITTEN
    print(written, file=sys.stderr)
    return DONE


def _refuse(message: str) -> int:
    print(f"cqdash: {message}", file=sys.stderr)
    return WRONG_CALL


def print_whole(content: str, language: Language) -> int:
    """Print text as UTF-8 to standard output; gives the exit code. Raises BrokenPipeError."""
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.flush()
        sys.stdout.buffer.write(content.encode())
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = words.CANNOT_PRINT.fill(reason=error.strerror or error)
        print(f"cqdash: {reason.to(language)}", file=sys.stderr)
        return NOT_WRITTEN
    return DONE
