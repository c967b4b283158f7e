"""Everything that the command line prints, and what is said beside it: nothing in it drives a terminal."""

from __future__ import annotations

import errno
import os
import sys

from cqdash.cli.codes import DONE, NOT_WRITTEN, WRONG_CALL
from cqdash.files.cannot_write import CannotWrite
from cqdash.language import Language, Text
from cqdash.language import command_line as words
from cqdash.language.cells import cells
from cqdash.language.characters import harmless


def print_whole(content: str, language: Language) -> int:
    """Print text as UTF-8 to standard output, which may be closed or full; gives the exit code.

    Raises BrokenPipeError where the reader of standard output has gone.
    """
    try:
        print_piece(content)
    except CannotWrite as error:
        return not_written(error, language)
    return DONE


def print_piece(content: str) -> None:
    """Print text as UTF-8 to standard output. Raises CannotWrite where it is closed or full.

    Raises BrokenPipeError where the reader of standard output has gone.
    """
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.flush()
        left = memoryview(harmless(content).encode())
        while left:
            # Unbuffered (PYTHONUNBUFFERED), a disk takes what there is room for, and refuses the next piece.
            left = left[sys.stdout.buffer.write(left) or 0 :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        if sys.stdout is not None:
            # What could not be written must not be tried again at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        from cqdash.language.reasons import of_system  # noqa: PLC0415 - only when something is wrong

        raise CannotWrite(words.CANNOT_PRINT.fill(reason=of_system(error))) from None


def not_written(error: CannotWrite, language: Language) -> int:
    """Say why a file was not written; gives the exit code."""
    reason = words.USE_OVERWRITE.fill(reason=error.text) if error.exists else error.text
    complain(reason, language)
    return NOT_WRITTEN


def refuse(message: Text, language: Language) -> int:
    """Say what is wrong with the call; gives the exit code."""
    complain(message, language)
    return WRONG_CALL


def complain(message: Text, language: Language) -> None:
    """Say what is wrong, after the name of the program."""
    say(words.COMPLAINT.fill(message=message).to(language))


def say(line: str) -> None:
    """A line beside the output, on standard error."""
    if sys.stderr is not None:
        print(harmless(line), file=sys.stderr)


class Progress:
    """How far it is, on one line of a terminal; where nobody watches, nothing."""

    def __init__(self) -> None:
        self._is_watched = sys.stderr is not None and sys.stderr.isatty()
        self._cells = 0

    def show(self, said: str = "") -> None:
        """Say it in the place of what was said before; without words the line is empty again."""
        if self._is_watched:
            said = harmless(said)
            rest = " " * (self._cells - cells(said))
            print(f"\r{said}{rest}", end="" if said else "\r", file=sys.stderr, flush=True)
            self._cells = cells(said)
