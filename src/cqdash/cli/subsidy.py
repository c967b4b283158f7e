"""`cqdash subsidy`: an application's assessment without a screen, or a whole table of them."""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from cqdash.cli.codes import BAD_DATA, DONE
from cqdash.cli.data import load_asked
from cqdash.cli.deliver import deliver
from cqdash.cli.export import NARROWEST, WIDEST
from cqdash.cli.printing import Progress, not_written, print_piece, refuse, say
from cqdash.dataset import Dataset
from cqdash.dataset.document import text_of
from cqdash.files.cannot_write import CannotWrite
from cqdash.files.whole import writing
from cqdash.language import Language, Text, overlay
from cqdash.language import command_line as words
from cqdash.language.reasons import of_system
from cqdash.subsidy.application import Application
from cqdash.subsidy.batch import Row, assess_table
from cqdash.subsidy.file import LARGEST, read_application, read_for
from cqdash.subsidy.rulebook import Rulebook, rulebook

STDIN = "-"
STDIN_NAME = "<stdin>"
DEFAULT_WIDTH = 80
EVERY = 100
"""Rows between two reports of progress."""


class _NoRules(Exception):  # noqa: N818 - it names what is missing
    text = overlay.NO_RULES


class _Unreadable(Exception):  # noqa: N818 - it names the file
    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


def subsidy(parsed: argparse.Namespace, language: Language) -> int:
    """Do what was asked for; gives the exit code. Raises BadDataset."""
    if wrong := _wrong_call(parsed):
        return refuse(wrong, language)
    try:
        if parsed.example:
            return deliver(_example(parsed, language), parsed, language)
        if parsed.batch is not None:
            return _batch(parsed, language)
        return _assess(parsed, language)
    except (_Unreadable, _NoRules) as error:
        return refuse(error.text, language)
    except CannotWrite as error:
        return not_written(error, language)


def _wrong_call(parsed: argparse.Namespace) -> Text | None:
    if [parsed.file is not None, parsed.example, parsed.batch is not None].count(True) != 1:
        return words.ONE_OF_THREE
    if parsed.file is None:
        for option in ("format", "width", "compare"):
            if getattr(parsed, option) is not None:
                return words.ONLY_WITH_FILE.fill(option=f"--{option}")
    if parsed.batch is None and parsed.scheme is not None:
        return words.ONLY_WITH_BATCH.fill(option="--scheme")
    if parsed.file == parsed.compare == STDIN:
        return words.STDIN_TWICE
    if parsed.width is not None and not NARROWEST <= parsed.width <= WIDEST:
        return words.BAD_WIDTH
    return None


def _assess(parsed: argparse.Namespace, language: Language) -> int:
    dataset, books = _books(parsed, language)
    book, application = read_for(*_read(parsed.file), books)
    second = read_application(*_read(parsed.compare), book) if parsed.compare is not None else None
    content = _shown(dataset, book, application, second, parsed, language)
    return deliver(content, parsed, language)


def _example(parsed: argparse.Namespace, language: Language) -> str:
    from cqdash.subsidy.beginning import beginning_text  # noqa: PLC0415 - only for this

    dataset, books = _books(parsed, language)
    return beginning_text(dataset, books[0])


def _books(parsed: argparse.Namespace, language: Language) -> tuple[Dataset, list[Rulebook]]:
    """The data asked for and its rulebooks, at least one. Raises BadDataset and _NoRules."""
    dataset = load_asked(parsed, language)
    if not dataset.schemes:
        raise _NoRules
    return dataset, [rulebook(dataset, scheme) for scheme in dataset.schemes.values()]


def _shown(
    dataset: Dataset,
    book: Rulebook,
    application: Application,
    second: Application | None,
    parsed: argparse.Namespace,
    language: Language,
) -> str:
    if parsed.format == "json":
        from cqdash.export.assessment_json import render_assessment, render_comparison  # noqa: PLC0415

        if second is None:
            return render_assessment(dataset, book, application)
        return render_comparison(dataset, book, application, second)
    from cqdash.tabs.assessment import assessment_view, comparison_view  # noqa: PLC0415

    if second is None:
        view = assessment_view(dataset, book, application)
    else:
        view = comparison_view(dataset, book, application, second)
    if parsed.format == "markdown":
        from cqdash.export.markdown import render_markdown  # noqa: PLC0415

        return render_markdown([view], language)
    from cqdash.export.text import render_text  # noqa: PLC0415 - Rich only for text

    return render_text([view], language, parsed.width or DEFAULT_WIDTH)


def _read(given: str) -> tuple[str, str]:
    """A file's text, and the name its problems are told under. Raises BadDataset and _Unreadable."""
    name = STDIN_NAME if given == STDIN else given
    with _opened(given) as stream:
        raw = stream.read(LARGEST + 1)
    return text_of(name, raw, LARGEST), name


@contextlib.contextmanager
def _opened(given: str) -> Iterator[BinaryIO]:
    """A file or standard input; what cannot be read later on is told as _Unreadable too."""
    name = STDIN_NAME if given == STDIN else given
    try:
        stream = _stdin() if given == STDIN else Path(given).expanduser().open("rb")
    except (OSError, ValueError, RuntimeError) as error:
        raise _unreadable(name, error) from None
    try:
        yield stream
    except (CannotWrite, BrokenPipeError):
        raise
    except OSError as error:
        raise _unreadable(name, error) from None
    finally:
        if given != STDIN:
            with contextlib.suppress(OSError):
                stream.close()


def _stdin() -> BinaryIO:
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer


def _unreadable(name: str, error: Exception) -> _Unreadable:
    return _Unreadable(words.CANNOT_READ.fill(path=name, reason=of_system(error)))


def _batch(parsed: argparse.Namespace, language: Language) -> int:
    books = {book.scheme.id: book for book in _books(parsed, language)[1]}
    chosen = next(iter(books)) if parsed.scheme is None else parsed.scheme
    if chosen not in books:
        return refuse(words.NO_SUCH_SCHEME.fill(scheme=chosen, known=", ".join(books)), language)
    name = STDIN_NAME if parsed.batch == STDIN else parsed.batch
    with _opened(parsed.batch) as table:
        rows = assess_table(books[chosen], table, name, language)
        if parsed.output is None:
            count, bad = _pass_on(rows, print_piece, language)
        else:
            with writing(Path(parsed.output), overwrite=parsed.overwrite, devices=True) as draft:
                count, bad = _pass_on(rows, draft.write, language)
            say(str(draft.path))
    say(words.BATCH_DONE.fill(n=f"{count:,}", bad=f"{bad:,}").to(language))
    return BAD_DATA if bad else DONE


def _pass_on(rows: Iterator[Row], write: Callable[[str], object], language: Language) -> tuple[int, int]:
    """Write each row as it comes; gives how many there are below the header, and how many with an error."""
    progress = Progress()
    count, bad = -1, 0
    for row in rows:
        write(row.text)
        count += 1
        bad += row.is_bad
        if count % EVERY == 0:
            progress.show(words.BATCH_PROGRESS.fill(n=f"{count:,}").to(language))
    progress.show()
    return count, bad
