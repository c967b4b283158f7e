"""Text to where the call says: standard output, or a file written whole."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from cqdash.cli.codes import DONE, NOT_WRITTEN, WRONG_CALL
from cqdash.files import CannotWrite, write_whole
from cqdash.language import Language
from cqdash.language import command_line as words


def deliver(content: str, parsed: argparse.Namespace, language: Language) -> int:
    """Write to `--output`, to standard output where it is not given; gives the exit code."""
    if parsed.output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content.encode())
        return DONE
    try:
        written = write_whole(Path(parsed.output), content, overwrite=parsed.overwrite)
    except CannotWrite as error:
        return not_written(error, language)
    print(written, file=sys.stderr)
    return DONE


def not_written(error: CannotWrite, language: Language) -> int:
    """Say why a file was not written; gives the exit code."""
    reason = words.USE_OVERWRITE.fill(reason=error.text) if error.exists else error.text
    print(reason.to(language), file=sys.stderr)
    return NOT_WRITTEN


def refuse(message: str) -> int:
    """Say what is wrong with the call; gives the exit code."""
    print(f"cqdash: {message}", file=sys.stderr)
    return WRONG_CALL
