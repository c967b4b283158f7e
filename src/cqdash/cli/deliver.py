"""Text to where the call says: standard output or a file written whole."""

from __future__ import annotations

import argparse
from pathlib import Path

from cqdash.cli.codes import DONE
from cqdash.cli.printing import not_written, print_whole, refuse, say
from cqdash.files.cannot_write import CannotWrite
from cqdash.files.whole import write_whole
from cqdash.language import Language
from cqdash.language import command_line as words


def deliver(content: str, parsed: argparse.Namespace, language: Language) -> int:
    """Write to `--output`, to standard output where it is not given; gives the exit code.

    Raises BrokenPipeError where the reader of standard output has gone.
    """
    if parsed.output is None:
        return print_whole(content, language)
    if not parsed.output:
        return refuse(words.NO_NAME, language)
    try:
        written = write_whole(Path(parsed.output), content, overwrite=parsed.overwrite, devices=True)
    except CannotWrite as error:
        return not_written(error, language)
    say(str(written))
    return DONE
